import type { HorizonContext } from "audit-log-viewer/horizon";

const API_BASE = "/ns-api/v2";
/** Known to the host's client alone. */
const TOKEN = "mock-super-user";

const listeners = new Set<(context: HorizonContext) => void>();
let theme: HorizonContext["theme"] = "light";
let requests = 0;

/** The host's brokered client: takes a path, adds the token, resolves with parsed JSON. */
async function get(path: string): Promise<unknown> {
  requests += 1;
  const brokered = document.querySelector("#brokered");
  if (brokered) brokered.textContent = `Requests sent by the host: ${requests}`;
  const response = await fetch(`${API_BASE}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
  if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status });
  return response.json();
}

/** What the host gives its remotes. */
export const horizonContext = (): HorizonContext => ({ api: { get }, ...(theme ? { theme } : {}) });

export function onHorizonContext(listener: (context: HorizonContext) => void): void {
  listeners.add(listener);
}

/** The host's switch between light and dark. */
export function followThemeSwitch(controls: HTMLElement, host: HTMLElement): void {
  const follow = () => {
    theme = controls.querySelector<HTMLInputElement>("input:checked")?.value === "dark" ? "dark" : "light";
    host.style.colorScheme = theme;
    for (const listener of listeners) listener(horizonContext());
  };
  const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const radio = controls.querySelector<HTMLInputElement>(`input[value=${wanted}]`);
  if (radio) radio.checked = true;
  controls.addEventListener("change", follow);
  follow();
}

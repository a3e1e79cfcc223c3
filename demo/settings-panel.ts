import type { AuditLogViewer } from "../src/index.js";
import type { FailureKind, Habits, MockServer } from "./mocks/index.js";

/** The names of the form's fields, which are the keys in the page's URL, too. */
const NAMES = ["delay", "failure", "often", "theme", "timezone", "density"] as const;
type Name = (typeof NAMES)[number];
type Settings = Readonly<Record<Name, string>>;

/** Milliseconds before an answer, and as many more for each day of the asked range: a month takes a second, a year eleven. */
const GROWING = { delayMs: 300, delayPerDayMs: 30 };
const OLD_SERVER = "44.4.2";

/** Settings take effect at once, and are kept in the URL, so that a link shows what its sender sees. */
export function settingsPanel(form: HTMLFormElement, viewer: AuditLogViewer): { use(server: MockServer): void } {
  const select = (name: Name) => form.elements.namedItem(name) as HTMLSelectElement;
  const read = () => Object.fromEntries(NAMES.map((name) => [name, select(name).value])) as Settings;
  let server: MockServer | undefined;
  /** How many requests the server had seen when the failure was chosen. */
  let seen = 0;

  const applyLooks = ({ theme, timezone, density }: Settings) => {
    document.documentElement.style.colorScheme = theme === "auto" ? "" : theme;
    viewer.theme = theme as AuditLogViewer["theme"];
    viewer.timezone = timezone === "local" ? undefined : timezone;
    viewer.density = density as AuditLogViewer["density"];
  };
  const applyDelay = ({ delay }: Settings) => {
    if (server)
      Object.assign(server.habits, delay === "range" ? GROWING : { delayMs: Number(delay), delayPerDayMs: 0 });
  };
  const applyFailure = ({ failure, often }: Settings) => {
    if (!server) return;
    Object.assign(server.habits, failureHabits(failure, often));
    seen = server.requests.length;
  };
  const keep = (settings: Settings) => {
    const url = new URL(location.href);
    for (const name of NAMES) {
      if (settings[name] === defaultOf(select(name))) url.searchParams.delete(name);
      else url.searchParams.set(name, settings[name]);
    }
    history.replaceState(history.state, "", url);
  };
  const apply = (changed: readonly string[] = NAMES) => {
    const settings = read();
    keep(settings);
    applyLooks(settings);
    applyDelay(settings);
    // Another theme must not arm a failure anew that has happened already.
    if (changed.includes("failure") || changed.includes("often")) applyFailure(settings);
  };

  const asked = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const value = asked.get(name);
    if (value !== null && [...select(name).options].some((option) => option.value === value))
      select(name).value = value;
  }
  const local = select("timezone").options[0];
  if (local) local.text = `Local (${Intl.DateTimeFormat().resolvedOptions().timeZone})`;
  apply();

  form.addEventListener("change", (event) => apply([(event.target as HTMLSelectElement).name]));
  form.addEventListener("submit", (event) => event.preventDefault());
  // The event comes before the fields have their defaults again.
  form.addEventListener("reset", () => setTimeout(apply));

  /** A failure that was to happen once is over as soon as the viewer has met it. */
  const met = (event: Event) => {
    const { failure, often } = read();
    if (failure === "none" || often === "every" || !server || server.requests.length === seen) return;
    if (often === "once" && event.type !== "alv-error") return;
    select("failure").value = "none";
    apply(["failure"]);
  };
  viewer.addEventListener("alv-error", met);
  viewer.addEventListener("alv-results", met);

  return {
    use(started) {
      server = started;
      apply();
    },
  };
}

function failureHabits(failure: string, often: string): Pick<Habits, "apiVersion" | "failures"> {
  const apiVersion = "45.0.0";
  if (failure === "none") return { apiVersion, failures: [] };
  // An old server knows everything but the log, so it is the server that is old, not the answer that is broken.
  if (failure === "404") return { apiVersion: OLD_SERVER, failures: [] };
  const kind = failure as FailureKind;
  return { apiVersion, failures: [{ at: "every", kind, ...(often === "next" ? { times: 1 } : {}) }] };
}

function defaultOf({ options }: HTMLSelectElement): string | undefined {
  return ([...options].find((option) => option.defaultSelected) ?? options[0])?.value;
}

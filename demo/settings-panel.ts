import type { AuditLogViewer, AuditLogViewerEventMap } from "../src/index.js";
import type { DemoServer } from "./demo-server.js";
import { type FailureKind, type ServerBehavior, TERRITORIES } from "./mocks/index.js";

/** The names of the form's fields, which are the keys in the page's URL, too. */
const NAMES = [
  ...(["role", "language", "direction", "timezone", "theme", "density"] as const),
  ...(["delay", "failure", "often", "limit", "order", "stamps", "signins", "letters"] as const),
];
type Name = (typeof NAMES)[number];
type Settings = Readonly<Record<Name, string>>;

/** Settings that a viewer learns once, and the token's role. A change means another server, so the viewer gets a new adapter. */
const LEARNED: readonly Name[] = ["role", "limit", "order", "stamps", "signins", "letters"];
/** Settings whose effect only a search shows. */
const SEARCHED: readonly Name[] = [...LEARNED, "delay", "failure", "often"];

/** The delay of an answer, ms, and the part that each day of the range adds: a month takes a second, a year eleven. */
const GROWING = { delayMs: 300, delayPerDayMs: 30 };
const OLD_SERVER = "44.4.2";
const CAP = 37;

/**
 * Applies the settings of `form` at once, and keeps them in the URL, so that a link shows what its sender sees. `button` opens
 * the form and shows how many settings differ from the defaults.
 */
export function setUpSettings(
  form: HTMLFormElement,
  button: HTMLElement,
  viewer: AuditLogViewer,
  server: DemoServer,
): void {
  const select = (name: Name) => form.elements.namedItem(name) as HTMLSelectElement;
  const read = () => Object.fromEntries(NAMES.map((name) => [name, select(name).value])) as Settings;
  const isDefault = (name: Name) => select(name).value === findDefault(select(name));
  /** The number of requests when the user chose the failure. */
  let seen = 0;

  const setDirection = ({ language, direction }: Settings) => {
    document.documentElement.dir = direction === "auto" ? (language === "ar" ? "rtl" : "ltr") : direction;
  };
  const applyFailure = ({ failure, often }: Settings) => {
    server.change(chooseFailure(failure, often));
    seen = server.asked;
  };
  const connect = (settings: Settings) => {
    server.change(chooseBehavior(settings));
    viewer.adapter = server.connect(createToken(settings.role));
  };
  const effects: Readonly<Partial<Record<Name, (settings: Settings) => void>>> = {
    language: (settings) => {
      // The portal around the viewer stays in English, and so does the page.
      viewer.locale = settings.language === "en" ? undefined : settings.language;
      viewer.parentElement?.setAttribute("lang", settings.language);
      setDirection(settings);
    },
    direction: setDirection,
    theme: ({ theme }) => {
      document.documentElement.style.colorScheme = theme === "auto" ? "" : theme;
      viewer.theme = theme as AuditLogViewer["theme"];
    },
    timezone: ({ timezone }) => (viewer.timezone = timezone === "local" ? undefined : timezone),
    density: ({ density }) => (viewer.density = density as AuditLogViewer["density"]),
    delay: ({ delay }) => server.change(delay === "range" ? GROWING : { delayMs: Number(delay), delayPerDayMs: 0 }),
    // Another theme must not restart a failure that is over.
    failure: applyFailure,
    often: applyFailure,
    ...Object.fromEntries(LEARNED.map((name) => [name, connect])),
  };
  const keep = (settings: Settings) => {
    const url = new URL(location.href);
    for (const name of NAMES) {
      if (isDefault(name)) url.searchParams.delete(name);
      else url.searchParams.set(name, settings[name]);
    }
    history.replaceState(history.state, "", url);
    const changed = NAMES.filter((name) => !isDefault(name)).length;
    button.textContent = changed === 0 ? "Settings" : `Settings (${changed} changed)`;
  };
  const apply = (changed: readonly Name[]) => {
    const settings = read();
    keep(settings);
    for (const effect of new Set(changed.map((name) => effects[name]))) effect?.(settings);
  };
  const change = (changed: readonly Name[]) => {
    apply(changed);
    if (changed.some((name) => SEARCHED.includes(name))) void viewer.search();
  };

  const asked = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const value = asked.get(name);
    if (value !== null && [...select(name).options].some((option) => option.value === value))
      select(name).value = value;
  }
  const local = select("timezone").options[0];
  if (local) local.text = `Local (${Intl.DateTimeFormat().resolvedOptions().timeZone})`;
  // The viewer may restore stored preferences that have their default here.
  apply(["role", ...NAMES.filter((name) => !isDefault(name))]);

  form.addEventListener("change", (event) => change([(event.target as HTMLSelectElement).name as Name]));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    const changed = NAMES.filter((name) => !isDefault(name));
    // The event fires before the fields have their defaults again.
    setTimeout(() => change(changed));
  });
  // Both lists of zones agree if this one has the zone.
  viewer.addEventListener("alv-preferences-change", (event) => {
    const { preferences } = (event as AuditLogViewerEventMap["alv-preferences-change"]).detail;
    const zone = [...select("timezone").options].find(({ value }) => value === preferences.timezone);
    if (zone) select("timezone").value = zone.value;
  });

  /** Sets the failure back to none after the viewer has seen it once. */
  const noteFailure = (event: Event) => {
    const { failure, often } = read();
    if (failure === "none" || often === "every" || server.asked === seen) return;
    if (often === "once" && event.type !== "alv-error") return;
    select("failure").value = "none";
    apply(["failure"]);
  };
  viewer.addEventListener("alv-error", noteFailure);
  viewer.addEventListener("alv-results", noteFailure);
}

/** Creates a token of the mock server for a role. */
function createToken(role: string): string {
  return role === "reseller" ? `mock-reseller-${TERRITORIES[1].toLowerCase()}` : `mock-${role}`;
}

function chooseBehavior({ limit, order, stamps, signins, letters }: Settings): Partial<ServerBehavior> {
  return {
    limit: limit === "capped" ? { cap: CAP } : (limit as "honored" | "ignored"),
    order: order as ServerBehavior["order"],
    timestamps: stamps as ServerBehavior["timestamps"],
    // The server's own zone matters only for times without an offset.
    naiveZone: stamps === "utc-z" ? "UTC" : "America/New_York",
    accessLog: signins as ServerBehavior["accessLog"],
    caseSensitive: letters === "minded",
  };
}

function chooseFailure(failure: string, often: string): Pick<ServerBehavior, "apiVersion" | "failures"> {
  const apiVersion = "45.0.0";
  if (failure === "none") return { apiVersion, failures: [] };
  // An old server has everything except the log: its version is old, but its answers are correct.
  if (failure === "404") return { apiVersion: OLD_SERVER, failures: [] };
  const kind = failure as FailureKind;
  return { apiVersion, failures: [{ at: "every", kind, ...(often === "next" ? { times: 1 } : {}) }] };
}

function findDefault({ options }: HTMLSelectElement): string | undefined {
  return ([...options].find((option) => option.defaultSelected) ?? options[0])?.value;
}

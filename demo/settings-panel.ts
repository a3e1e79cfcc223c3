import type { AuditLogViewer, AuditLogViewerEventMap } from "../src/index.js";
import type { DemoServer } from "./demo-server.js";
import type { FailureKind, Habits, MockServer } from "./mocks/index.js";

/** The names of the form's fields, which are the keys in the page's URL, too. */
const NAMES = [
  ...(["role", "language", "direction", "timezone", "theme", "density"] as const),
  ...(["delay", "failure", "often", "limit", "order", "stamps", "signins", "letters"] as const),
];
type Name = (typeof NAMES)[number];
type Settings = Readonly<Record<Name, string>>;

/** What a viewer learns of a server once, and whose token it asks with. */
const LEARNED: readonly Name[] = ["role", "limit", "order", "stamps", "signins", "letters"];

/** Milliseconds before an answer, and as many more for each day of the asked range: a month takes a second, a year eleven. */
const GROWING = { delayMs: 300, delayPerDayMs: 30 };
const OLD_SERVER = "44.4.2";
const CAP = 37;

/** Settings take effect at once, and are kept in the URL, so that a link shows what its sender sees. */
export function settingsPanel(form: HTMLFormElement, viewer: AuditLogViewer): { use(started: DemoServer): void } {
  const select = (name: Name) => form.elements.namedItem(name) as HTMLSelectElement;
  const read = () => Object.fromEntries(NAMES.map((name) => [name, select(name).value])) as Settings;
  const isDefault = (name: Name) => select(name).value === defaultOf(select(name));
  let demo: DemoServer | undefined;
  /** How many requests the server had seen when the failure was chosen. */
  let seen = 0;

  const setDirection = ({ language, direction }: Settings) => {
    document.documentElement.dir = direction === "auto" ? (language === "ar" ? "rtl" : "ltr") : direction;
  };
  const applyFailure = ({ failure, often }: Settings) => {
    if (!demo) return;
    Object.assign(demo.server.habits, failureHabits(failure, often));
    seen = demo.server.requests.length;
  };
  const connect = (settings: Settings) => {
    if (!demo) return;
    Object.assign(demo.server.habits, learnedHabits(settings));
    viewer.adapter = demo.connect(tokenOf(settings.role, demo.server));
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
    delay: ({ delay }) => {
      const habits = delay === "range" ? GROWING : { delayMs: Number(delay), delayPerDayMs: 0 };
      if (demo) Object.assign(demo.server.habits, habits);
    },
    // Another theme must not arm a failure anew that has happened already.
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
  };
  const apply = (changed: readonly Name[]) => {
    const settings = read();
    keep(settings);
    for (const effect of new Set(changed.map((name) => effects[name]))) effect?.(settings);
  };

  const asked = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const value = asked.get(name);
    if (value !== null && [...select(name).options].some((option) => option.value === value))
      select(name).value = value;
  }
  const local = select("timezone").options[0];
  if (local) local.text = `Local (${Intl.DateTimeFormat().resolvedOptions().timeZone})`;
  // What is not chosen here is the viewer's own matter, and may be remembered by it.
  apply(NAMES.filter((name) => !isDefault(name)));

  form.addEventListener("change", (event) => apply([(event.target as HTMLSelectElement).name as Name]));
  form.addEventListener("submit", (event) => event.preventDefault());
  // The event comes before the fields have their defaults again.
  form.addEventListener("reset", () => setTimeout(() => apply(NAMES)));
  // Both lists of zones say the same, where this one has the zone.
  viewer.addEventListener("alv-preferences-change", (event) => {
    const { preferences } = (event as AuditLogViewerEventMap["alv-preferences-change"]).detail;
    const zone = [...select("timezone").options].find(({ value }) => value === preferences.timezone);
    if (zone) select("timezone").value = zone.value;
  });

  /** A failure that was to happen once is over as soon as the viewer has met it. */
  const met = (event: Event) => {
    const { failure, often } = read();
    if (failure === "none" || often === "every" || !demo || demo.server.requests.length === seen) return;
    if (often === "once" && event.type !== "alv-error") return;
    select("failure").value = "none";
    apply(["failure"]);
  };
  viewer.addEventListener("alv-error", met);
  viewer.addEventListener("alv-results", met);

  return {
    use(started) {
      demo = started;
      const settings = read();
      effects.delay?.(settings);
      applyFailure(settings);
      connect(settings);
    },
  };
}

/** A token of the mocked server for a role. */
function tokenOf(role: string, { territories }: MockServer): string {
  return role === "reseller" ? `mock-reseller-${territories[1]?.toLowerCase()}` : `mock-${role}`;
}

function learnedHabits({ limit, order, stamps, signins, letters }: Settings): Partial<Habits> {
  return {
    limit: limit === "capped" ? { cap: CAP } : (limit as "honoured" | "ignored"),
    order: order as Habits["order"],
    timestamps: stamps as Habits["timestamps"],
    // Only then it matters which zone is the server's own.
    naiveZone: stamps === "utc-z" ? "UTC" : "America/New_York",
    accessLog: signins as Habits["accessLog"],
    caseSensitive: letters === "minded",
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

export interface Demo {
  /** The folder's name; empty for the page that opens first. */
  readonly folder: string;
  readonly title: string;
  /** What it promises, in one sentence. */
  readonly about: string;
  /** A description of its picture. */
  readonly picture: string;
  /** Whether the page has its own frame, without the gallery's links to other pages. */
  readonly own?: true;
}

/** All pages of the demo, in the order in which they are read: the first steps, real uses, hard cases. */
export const DEMOS: readonly Demo[] = [
  {
    folder: "quick-start",
    title: "Quick start",
    about: "Two lines put the audit log on your page.",
    picture: "Two lines of HTML, and below them a table of audit events",
  },
  {
    folder: "",
    title: "In a portal",
    own: true,
    about: "One click answers who changed what, when and from where.",
    picture: "A portal page with an opened change of a dialing rule: who made it, its old and its new value",
  },
  {
    folder: "react",
    title: "React: a support ticket",
    about: "A ticket shows what happened to its customer, and takes notes from the log.",
    picture: "A support ticket with notes beside the events of its customer",
  },
  {
    folder: "vue",
    title: "Vue: a security board",
    about: "A watch list opens the events behind each alarm, in your brand's colors.",
    picture: "A watch list over a dark table of failed sign-ins",
  },
  {
    folder: "horizon",
    title: "Horizon",
    about: "The host's client sends every request, and the viewer follows the host's theme.",
    picture: "The viewer as an app in an imitation of Horizon",
  },
  {
    folder: "theme-builder",
    title: "Theme builder",
    own: true,
    about: "Pick your colors, see the real viewer change, and copy the style sheet.",
    picture: "Fields for colors and type beside the viewer in a pink brand",
  },
  {
    folder: "many-events",
    title: "100,000 events",
    about: "A month of 100,000 events stays quick to page through, to filter and to export.",
    picture: "A table of events with a count of what the server was asked for",
  },
  {
    folder: "hostile-host",
    title: "Hostile host",
    about: "No style sheet and no script of your page can break the viewer.",
    picture: "The viewer unharmed in a page of loud colors and broken styles",
  },
  {
    folder: "strict-policy",
    title: "Strict policy",
    about: "The strictest content security policy is never violated.",
    picture: "The viewer with an open event, and a counter of violations at zero",
  },
  {
    folder: "failing-servers",
    title: "Slow and failing servers",
    about: "When a server is slow or fails, users learn what happened and what to do.",
    picture: "A failed search that says what happened, beside a list of the requests",
  },
];

/** @param from a page in a folder of the demo */
export function createAddress({ folder }: Demo): string {
  return folder === "" ? "../" : `../${folder}/`;
}

/** The names of a demo's pictures, without their folder and ending. */
export function findPictures({ folder }: Demo): { light: string; dark: string } {
  const name = folder || "portal";
  return { light: name, dark: `${name}-dark` };
}

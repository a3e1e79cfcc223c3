export interface Demo {
  /** The folder's name; none for the portal at the root. */
  readonly folder: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  /** It has a frame of its own, without the gallery's ways to other pages. */
  readonly own?: true;
}

/** All pages of the demo, in the order in which they are read. */
export const DEMOS: readonly Demo[] = [
  {
    folder: "",
    title: "Integrations page",
    own: true,
    about:
      "The viewer behind its card in a portal, with settings for roles, languages, delays, failures and the server's habits.",
  },
  {
    folder: "quick-start",
    title: "Quick start",
    about: "One script and one element: all that a page needs when its server knows who is asking.",
  },
  {
    folder: "theme-builder",
    title: "Theme builder",
    own: true,
    about: "Change colours, type and measures, see the real viewer at once, and copy the style sheet.",
  },
  {
    folder: "react",
    title: "React",
    about: "A React 19 component that sets properties of the element and listens to its events, typed.",
  },
  {
    folder: "vue",
    title: "Vue",
    about: "A Vue 3 component that binds properties of the element and listens to its events.",
  },
  {
    folder: "horizon",
    title: "Horizon",
    about: "Mounted in an imitation of Horizon: the host's client does the requests, and the viewer follows its theme.",
  },
  {
    folder: "hostile-host",
    title: "Hostile host",
    about:
      "A page with rules for everything and replaced built-ins, and the same page without them: in the viewer nothing differs.",
  },
  {
    folder: "strict-policy",
    title: "Strict policy",
    about: "Everything forbidden that is not needed, Trusted Types demanded, and violations counted on the page.",
  },
  {
    folder: "many-events",
    title: "100,000 events",
    about: "A month with 100,000 events to page through, to scan with a filter, and to export whole.",
  },
  {
    folder: "failing-servers",
    title: "Slow and failing servers",
    about: "Choose a delay, a failure and the request that it hits, and watch what the reader is told.",
  },
];

/** @param from a page in a folder of the demo */
export function addressOf({ folder }: Demo): string {
  return folder === "" ? "../" : `../${folder}/`;
}

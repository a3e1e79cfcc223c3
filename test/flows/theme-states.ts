import { click, fill, press } from "../support/hands.js";
import { get, maybe } from "../support/screen.js";
import type { AuditLogViewer } from "../../src/index.js";
import { until, type Stage } from "./support.js";

export async function searched(viewer: AuditLogViewer): Promise<void> {
  await viewer.search();
  await until(() => maybe(viewer, "button", /^Details: /), "results");
}

async function opened({ viewer }: Stage): Promise<void> {
  await searched(viewer);
  await click(await until(() => maybe(viewer, "button", /^Details: Modify/), "a change"));
  await until(() => maybe(viewer, "button", "Copy details"), "the details");
}

interface ThemeState {
  readonly name: string;
  readonly properties?: Partial<AuditLogViewer>;
  readonly width?: number;
  readonly act: (stage: Stage) => Promise<void>;
}

/** What is to be seen of the viewer: every control, every pop-up open, every way of showing events. */
export const THEME_STATES: readonly ThemeState[] = [
  {
    name: "a table with an open row, filters changed",
    act: async (stage) => {
      await opened(stage);
      stage.viewer.filters = { affectedUser: "1041" };
      await until(() => maybe(stage.viewer, "button", "Search"), "the button");
    },
  },
  { name: "cards, one open", properties: { view: "cards" }, act: opened },
  {
    name: "an action that was refused, above rows",
    act: async ({ viewer, server }) => {
      await searched(viewer);
      server.habits.failures = [{ at: "every", kind: "500" }];
      await viewer.search();
      await until(() => maybe(viewer, "button", "Try again"), "the notice");
    },
  },
  {
    name: "nothing found",
    act: async ({ viewer }) => {
      await viewer.search({ affectedUser: "no-such-user" });
      await until(() => maybe(viewer, "heading", "No events match"), "the empty state");
    },
  },
  {
    name: "wrong filters",
    act: async ({ viewer }) => {
      await viewer.search({ byIp: "1.2.3.400", affectedUser: "a@b", affectedDomain: "c" });
      await until(() => get(viewer, "textbox", "Performed by IP address").getAttribute("aria-invalid"), "the marks");
    },
  },
  {
    name: "the presets of the date range open",
    act: async ({ viewer }) => {
      await click(get(viewer, "button", /^Date range/));
      await until(() => maybe(viewer, "button", "Apply"), "the dates");
      viewer.filters = { range: { preset: "last-7-days" } };
    },
  },
  {
    name: "the objects open, two of them chosen",
    act: async ({ viewer }) => {
      viewer.filters = { objects: ["subscriber", "route"] };
      await viewer.updateComplete;
      await click(get(viewer, "button", /^Objects/));
      await until(() => maybe(viewer, "listbox", "Objects"), "the list");
    },
  },
  {
    name: "the columns open",
    act: async ({ viewer }) => {
      await searched(viewer);
      await click(get(viewer, "button", "Toggle columns"));
      await until(() => maybe(viewer, "menu", "Toggle columns"), "the menu");
    },
  },
  {
    name: "the timezones open",
    act: async ({ viewer }) => {
      await searched(viewer);
      await click(get(viewer, "button", /^Timezone/));
      await until(() => maybe(viewer, "listbox"), "the list");
    },
  },
  {
    name: "the export open",
    act: async ({ viewer }) => {
      await searched(viewer);
      await click(get(viewer, "button", /^Export/));
      await until(() => maybe(viewer, "menu") ?? maybe(viewer, "dialog"), "the menu");
    },
  },
  {
    name: "domains suggested, one of them active",
    act: async ({ viewer }) => {
      await fill(get(viewer, "combobox", "Performed by domain"), "p");
      await until(() => maybe(viewer, "listbox"), "the list");
      await press("ArrowDown");
    },
  },
  {
    name: "narrow, filters unfolded",
    width: 320,
    act: async ({ viewer }) => {
      await searched(viewer);
      await click(get(viewer, "button", /^Filters/));
      await until(() => maybe(viewer, "textbox", "Affected user"), "the fields");
    },
  },
];

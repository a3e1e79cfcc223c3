import { click, fill, press } from "../support/user-input.js";
import { get, findElement } from "../support/screen.js";
import { waitForRender, type Stage, waitUntil } from "./support.js";
import {
  openColumns,
  openDates,
  unfoldFilters,
  findNothing,
  openObjects,
  openDetails,
  failNextPage,
  searchAndWait,
  type ViewerState,
  searchWrongly,
} from "./viewer-states.js";

const changeOpened = (stage: Stage) => openDetails(stage, /^Details: Modify/);

/** What is to be seen of the viewer: every control, every pop-up open, every way of showing events. */
export const THEME_STATES: readonly ViewerState[] = [
  {
    name: "a table with an open row, filters changed",
    act: async (stage) => {
      await changeOpened(stage);
      stage.viewer.filters = { affectedUser: "1041" };
      await waitUntil(() => findElement(stage.viewer, "button", "Search"), "the button");
    },
  },
  { name: "cards, one open", properties: { view: "cards" }, act: changeOpened },
  { name: "an action that was refused, above rows", act: failNextPage },
  { name: "nothing found", act: findNothing },
  { name: "wrong filters", act: searchWrongly },
  {
    name: "the presets of the date range open",
    act: async (stage) => {
      await openDates(stage);
      stage.viewer.filters = { range: { preset: "last-7-days" } };
    },
  },
  {
    name: "the objects open, two of them chosen",
    act: async (stage) => {
      stage.viewer.filters = { objects: ["subscriber", "route"] };
      await waitForRender(stage.viewer);
      await openObjects(stage);
    },
  },
  { name: "the columns open", act: openColumns },
  {
    name: "the timezones open",
    act: async ({ viewer }) => {
      await searchAndWait(viewer);
      await click(get(viewer, "button", /^Timezone/));
      await waitUntil(() => findElement(viewer, "listbox"), "the list");
    },
  },
  {
    name: "the export open",
    act: async ({ viewer }) => {
      await searchAndWait(viewer);
      await click(get(viewer, "button", /^Export/));
      await waitUntil(() => findElement(viewer, "menu") ?? findElement(viewer, "dialog"), "the menu");
    },
  },
  {
    name: "domains suggested, one of them active",
    act: async ({ viewer }) => {
      await fill(get(viewer, "combobox", "Performed by domain"), "p");
      await waitUntil(() => findElement(viewer, "listbox"), "the list");
      await press("ArrowDown");
    },
  },
  { name: "narrow, filters unfolded", width: 320, act: unfoldFilters },
];

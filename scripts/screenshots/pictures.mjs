import {
  changeFilters,
  chooseObjects,
  failNextSearch,
  failSearch,
  findNothing,
  findSearchForm,
  finishExport,
  openCard,
  openColumns,
  openDateRange,
  openDetails,
  openDomains,
  openExport,
  openTimezones,
  openUseCase,
  runSearch,
  searchLong,
  setRightToLeft,
  showCards,
  startExport,
  startSearch,
  typeRange,
  typeWrongAddress,
  unfoldFilters,
} from "./states.mjs";

/** Shows the viewer before its first search. */
export const LOG = "?try=none";
const PORTAL = "?try=none#integrations";
export const doNothing = async () => undefined;

/** Every picture 1280 px wide, light and dark. */
const STATES = [
  ["portal", PORTAL, doNothing],
  ["ready", LOG, doNothing],
  ["table", LOG, runSearch],
  ["details", LOG, openDetails],
  ["cards", LOG, showCards],
  ["cards-open", LOG, openCard],
  ["filters-changed", LOG, changeFilters],
  ["date-range", LOG, openDateRange],
  ["popup-date-range", LOG, typeRange],
  ["popup-objects", LOG, chooseObjects],
  ["popup-timezone", LOG, openTimezones],
  ["popup-columns", LOG, openColumns],
  ["popup-export", LOG, openExport],
  ["popup-export-runs", `${LOG}&delay=300`, startExport],
  ["popup-export-done", LOG, finishExport],
  ["domains", LOG, openDomains],
  ["wrong-address", LOG, typeWrongAddress],
  ["loading", `${LOG}&delay=5000`, startSearch],
  ["scanning", `${LOG}&delay=300`, searchLong],
  ["nothing-found", LOG, findNothing],
  ["error-network", `${LOG}&failure=network`, failSearch],
  ["error-401", `${LOG}&failure=401`, failSearch],
  ["error-403", `${LOG}&failure=403`, failSearch],
  ["error-404", `${LOG}&failure=404`, failSearch],
  ["error-500", `${LOG}&failure=500`, failSearch],
  ["error-not-json", `${LOG}&failure=not-json`, failSearch],
  ["error-below", LOG, failNextSearch],
];

const NARROW = [
  ["portal", PORTAL, doNothing],
  ["ready", LOG, doNothing],
  ["table", LOG, runSearch],
  ["details", LOG, openDetails],
  [
    "filters",
    LOG,
    async (page) =>
      void (
        (await findSearchForm(page)
          .getByRole("button", { name: /^Filters/ })
          .isVisible()) && (await unfoldFilters(page))
      ),
  ],
  ["cards", LOG, showCards],
  ["cards-open", LOG, openCard],
  ["popup-date-range", LOG, typeRange],
  ["popup-objects", LOG, chooseObjects],
  ["popup-timezone", LOG, openTimezones],
  ["popup-export", LOG, openExport],
  ["popup-export-runs", `${LOG}&delay=300`, startExport],
  ["popup-export-done", LOG, finishExport],
  ["domains", LOG, openDomains],
  ["wrong-address", LOG, typeWrongAddress],
  ["nothing-found", LOG, findNothing],
  ["error-below", LOG, failNextSearch],
];

/** All pictures that are not committed. */
export const PICTURES = [
  ...["light", "dark"].flatMap((theme) =>
    STATES.map(([name, url, act]) => ({ name: `${name}-${theme}`, width: 1280, theme, url, act })),
  ),
  ...[800, 360, 320].flatMap((width) =>
    NARROW.map(([name, url, act]) => ({ name: `${name}-${width}`, width, theme: "light", url, act })),
  ),
  { name: "details-360-dark", width: 360, theme: "dark", url: LOG, act: openDetails },
  { name: "table-1600", width: 1600, theme: "light", url: LOG, act: runSearch },
  {
    name: "use-case-1600",
    width: 1600,
    theme: "light",
    url: LOG,
    act: (page) => openUseCase(page, /routing broke/),
  },
  { name: "panel-1280", width: 1280, theme: "light", url: PORTAL, act: doNothing, panel: true },
  { name: "panel-1280-dark", width: 1280, theme: "dark", url: PORTAL, act: doNothing, panel: true },
  { name: "panel-320", width: 320, theme: "light", url: PORTAL, act: doNothing, panel: true },
  { name: "compact", width: 1280, theme: "light", url: `${LOG}&density=compact`, act: openDetails },
  { name: "compact-cards", width: 1280, theme: "light", url: `${LOG}&density=compact`, act: showCards },
  { name: "right-to-left", width: 1280, theme: "light", url: LOG, before: setRightToLeft, act: openDetails },
  { name: "right-to-left-cards", width: 1280, theme: "light", url: LOG, before: setRightToLeft, act: showCards },
  { name: "right-to-left-360", width: 360, theme: "light", url: LOG, before: setRightToLeft, act: openDetails },
  ...[
    ["date-range", typeRange],
    ["objects", chooseObjects],
    ["timezone", openTimezones],
    ["columns", openColumns],
    ["export", finishExport],
  ].flatMap(([name, act]) => [
    { name: `right-to-left-popup-${name}`, width: 1280, theme: "light", url: LOG, before: setRightToLeft, act },
    { name: `forced-colors-popup-${name}`, width: 1280, theme: "dark", url: LOG, forced: true, act },
  ]),
  { name: "popup-columns-800", width: 800, theme: "light", url: LOG, act: openColumns },
  { name: "compact-popup-objects", width: 1280, theme: "light", url: `${LOG}&density=compact`, act: chooseObjects },
  { name: "compact-popup-timezone", width: 1280, theme: "light", url: `${LOG}&density=compact`, act: openTimezones },
  { name: "right-to-left-domains", width: 1280, theme: "light", url: LOG, before: setRightToLeft, act: openDomains },
  { name: "forced-colors-domains", width: 1280, theme: "dark", url: LOG, forced: true, act: openDomains },
  { name: "forced-colors", width: 1280, theme: "dark", url: LOG, forced: true, act: openDetails },
  { name: "forced-colors-error", width: 1280, theme: "dark", url: LOG, forced: true, act: failNextSearch },
  { name: "forced-colors-360", width: 360, theme: "dark", url: LOG, forced: true, act: runSearch },
];

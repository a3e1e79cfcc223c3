/*
 * The states of the demo page that the pictures show. Each function brings the page into one state.
 */

export const findSearchForm = (page) => page.getByRole("search", { name: "Audit log filters" });
const findSearchButton = (page) => findSearchForm(page).getByRole("button", { name: "Search", exact: true });
const findTable = (page) => page.getByRole("table", { name: "Audit events" });
const findCards = (page) => page.getByRole("list", { name: "Audit events" });

export async function runSearch(page) {
  await findSearchButton(page).click();
  await findTable(page).waitFor();
}

/** Opens a row with parameters: a change has more to show than a sign-in. */
export async function openDetails(page) {
  await runSearch(page);
  await findTable(page)
    .getByRole("button", { name: /^Details: Modify/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
}

export async function showCards(page) {
  await runSearch(page);
  await page.getByRole("radio", { name: "Cards" }).check();
  await findCards(page).waitFor();
}

export async function openCard(page) {
  await showCards(page);
  await findCards(page)
    .getByRole("button", { name: /^Details: Modify/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
}

export async function openDateRange(page) {
  await findSearchForm(page)
    .getByRole("button", { name: /^Date range/ })
    .click();
  await page.getByRole("dialog", { name: "Date range" }).getByRole("button", { name: "Apply" }).waitFor();
}

/** Opens a tool above the results or a field of the filters, and waits for its dialog or menu. */
async function openPopup(page, button, role, name, inside) {
  if (!(await button.isVisible())) await unfoldFilters(page);
  await button.click();
  await page.getByRole(role, { name }).getByRole(inside.role, { name: inside.name }).first().waitFor();
}

/** Types a range with a clock change, which the text below the months mentions. */
export async function typeRange(page) {
  const button = findSearchForm(page).getByRole("button", { name: /^Date range/ });
  await openPopup(page, button, "dialog", "Date range", { role: "button", name: "Apply" });
  const dialog = page.getByRole("dialog", { name: "Date range" });
  await dialog.getByRole("textbox", { name: "Start date" }).fill("10/22/2026");
  await dialog.getByRole("textbox", { name: "End date" }).fill("11/14/2026");
  await page.keyboard.press("Tab");
  await dialog.getByText(/^24 days/).waitFor();
}

export async function chooseObjects(page) {
  const button = findSearchForm(page).getByRole("button", { name: /^Objects/ });
  await openPopup(page, button, "dialog", "Objects", { role: "option", name: "OAuth" });
  const options = page.getByRole("listbox", { name: "Objects" }).getByRole("option");
  for (const name of ["OAuth", "Subscriber", "Phone Number", "Dialing"])
    await options.filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) }).click();
  await page.getByText(/^4 selected$/).waitFor();
  await page.getByRole("combobox", { name: "Find an object" }).press("Home");
  await page.keyboard.press("ArrowDown");
}

export async function openTimezones(page) {
  await runSearch(page);
  const button = page.getByRole("button", { name: /^Timezone/ });
  await openPopup(page, button, "dialog", "Timezone", { role: "option", name: /US\/Central/ });
  await page.keyboard.press("ArrowDown");
}

export async function openColumns(page) {
  await runSearch(page);
  const button = page.getByRole("button", { name: "Toggle columns" });
  await openPopup(page, button, "menu", "Toggle columns", { role: "menuitemcheckbox", name: "By User" });
}

export async function openExport(page) {
  await runSearch(page);
  const button = page.getByRole("button", { name: "Export", exact: true });
  await openPopup(page, button, "dialog", "Export", { role: "button", name: /loaded events/ });
}

export async function startExport(page) {
  // No user can choose a place for the file.
  await page.evaluate(() => delete globalThis.showSaveFilePicker);
  await openExport(page);
  await page.getByRole("button", { name: /whole date range/ }).click();
  await page.getByRole("progressbar").waitFor();
}

export async function finishExport(page) {
  await openExport(page);
  await page.getByRole("button", { name: /loaded events/ }).click();
  await page.getByText(/^Exported 10 rows, /).waitFor();
}

/** Domains of earlier searches come first in the list. */
export async function openDomains(page) {
  const field = findSearchForm(page).getByRole("combobox", { name: "Affected domain" });
  const inSight = async () => (await field.isVisible()) || (await unfoldFilters(page));
  await inSight();
  await field.fill("abc-plumbing.example");
  await field.press("Enter");
  await page.getByRole("group", { name: "Active filters" }).waitFor();
  await inSight();
  await field.fill("al");
  await page.getByRole("listbox", { name: "Affected domain" }).getByRole("option").nth(1).waitFor();
  await field.press("ArrowDown");
}

export const unfoldFilters = (page) =>
  findSearchForm(page)
    .getByRole("button", { name: /^Filters/ })
    .click();

export async function typeWrongAddress(page) {
  const field = findSearchForm(page).getByRole("textbox", { name: "Performed by IP address" });
  if (!(await field.isVisible())) await unfoldFilters(page);
  await field.fill("203.0.113.400");
  await findSearchButton(page).click();
  await findSearchForm(page)
    .getByText(/Invalid IP/)
    .waitFor();
}

export async function findNothing(page) {
  const field = findSearchForm(page).getByRole("textbox", { name: "Affected user" });
  if (!(await field.isVisible())) await unfoldFilters(page);
  await field.fill("nobody.here");
  await findSearchButton(page).click();
  await page.getByRole("heading", { name: "No events match" }).waitFor();
}

export async function startSearch(page) {
  await findSearchButton(page).click();
  await page.getByText(/^Searching .*…$/).waitFor();
}

export async function searchLong(page) {
  await page.getByRole("button", { name: /^Date range/ }).click();
  await page.getByRole("button", { name: "Last Year" }).click();
  await findSearchForm(page).getByRole("textbox", { name: "Performed by user" }).fill("devon.park");
  await findSearchButton(page).click();
  await page.getByText(/reading back/).waitFor();
}

export async function failSearch(page) {
  await findSearchButton(page).click();
  await page.getByRole("button", { name: /^(Try|Check) again$/ }).waitFor();
}

export async function failNextSearch(page) {
  await runSearch(page);
  await page.getByRole("button", { name: /^Settings/ }).click();
  // The demo searches again after its server has changed.
  await page.getByLabel("Failure", { exact: true }).selectOption("500");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Try again" }).waitFor();
}

export async function changeFilters(page) {
  await runSearch(page);
  await findSearchForm(page).getByRole("textbox", { name: "Performed by user" }).fill("tom.becker");
}

/** Clicks a use case and waits for the event that answers it. */
export async function openUseCase(page, name) {
  await page.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
}

/** The use case that shows who deleted what. */
export async function openBrokenRouting(page) {
  await openUseCase(page, /routing broke/);
  await findTable(page)
    .getByRole("button", { name: /^Details: Delete/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
}

export async function printResults(page) {
  await openBrokenRouting(page);
  await page.emulateMedia({ media: "print" });
  await page.getByRole("heading", { name: "Audit events" }).waitFor();
}

export const setRightToLeft = async (page) => {
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
};

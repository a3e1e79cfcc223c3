/*
 * What a user does with each control of the viewer. Each flow leaves the viewer as it was, or ends with `load`.
 */

const FIELDS = {
  textbox: ["Performed by user", "Performed by IP address", "Affected user"],
  combobox: ["Performed by domain", "Affected domain"],
};

async function useFields(hand) {
  for (const [role, names] of Object.entries(FIELDS)) {
    for (const name of names) {
      const field = hand.role(role, name);
      await hand.click(`${name}: click`, field);
      await hand.type(`${name}: a letter`, "an", field);
    }
  }
}

async function useChoices(hand) {
  const action = hand.role("combobox", "Action");
  await hand.press("Action: next one", "ArrowDown", action);
  await hand.press("Action: previous one", "ArrowUp", action);
  await hand.click("Objects: open", hand.button(/^Objects/));
  await hand.type("Objects: a letter", "do", hand.role("combobox", /object/i));
  // Escape has closed the list.
  await hand.click("Objects: open again", hand.button(/^Objects/));
  await hand.click(
    "Objects: choose",
    hand
      .role("listbox", /^Objects/)
      .getByRole("option")
      .nth(2),
  );
  await hand.press("Objects: Escape", "Escape");
  await hand.click("Objects: remove", hand.button(/^Remove/));
}

async function useDates(hand) {
  await hand.click("Date range: open", hand.button(/^Date range/));
  await hand.click("Date range: previous month", hand.button("Previous month"));
  await hand.click("Date range: a day", hand.role("gridcell", /\b11\b/));
  await hand.press("Date range: next day", "ArrowRight");
  await hand.click("Date range: Cancel", hand.button("Cancel"));
  await hand.click("Date range: open again", hand.button(/^Date range/));
  await hand.click("Date range: preset", hand.button("Last 30 Days"));
  await hand.click("Clear", hand.button("Clear"));
}

async function useRows(hand) {
  const row = (nth) => hand.button(/^Details/, nth);
  await hand.click("Row: open", row(2));
  await hand.click("Row: open another", row(4));
  await hand.click("Details: Copy", hand.button(/^Copy details|^Copied/));
  await hand.click("Row: close", row(4));
  await hand.press("Row: Enter", "Enter", row(3));
  await hand.press("Row: Tab", "Tab");
  await hand.press("Row: Enter again", "Enter", row(3));
}

async function usePages(hand) {
  const pages = hand.role("navigation", "Pagination");
  if (!(await pages.getByRole("button", { name: "Previous" }).count())) return;
  await hand.click("Previous", pages.getByRole("button", { name: "Previous" }));
  await hand.click("Next", pages.getByRole("button", { name: "Next" }));
}

async function useTools(hand) {
  await hand.click("Timezone: open", hand.button(/^Timezone/));
  await hand.type("Timezone: a letter", "be", hand.role("combobox", /city/));
  await hand.click("Timezone: open again", hand.button(/^Timezone/));
  await hand.click("Timezone: choose", hand.role("option", /Berlin|London|UTC/));
  await hand.click("Export: open", hand.button("Export"));
  await hand.click("Export: format", hand.role("radio", "JSON", { exact: true }));
  await hand.click("Export: sensitive values", hand.role("checkbox"));
  await hand.press("Export: Escape", "Escape");
  await hand.click("Refresh", hand.button("Refresh"));
}

async function useColumns(hand) {
  await hand.click("Columns: open", hand.button("Toggle columns"));
  await hand.click("Columns: add one", hand.role("menuitemcheckbox", /IP/));
  await hand.click("Columns: remove one", hand.role("menuitemcheckbox", /IP/));
  await hand.press("Columns: Escape", "Escape");
  await hand.press("Column width: a key", "ArrowRight", hand.role("separator"));
  await hand.press("Column width: reset", "Enter", hand.role("separator"));
}

async function useViews(hand) {
  await hand.click("Cards", hand.role("radio", "Cards"));
  await hand.click("Table", hand.role("radio", "Table"));
}

async function useNewSearches(hand) {
  await hand.click("Search", hand.button("Search"));
  await hand.load();
  await hand.act(hand.button(/^Details/, 2));
  await hand.click("Details: Investigate", hand.button(/^Investigate/));
  await hand.click("Chip: remove", hand.button(/^Remove/));
  await hand.load();
  await hand.press("Records per page: another", "ArrowUp", hand.role("combobox", "Records per page"));
  await hand.load();
}

/** The flows of each view, in their order. */
export const FLOWS = {
  table: [useFields, useChoices, useDates, useRows, usePages, useTools, useColumns, useViews, useNewSearches],
  cards: [useRows, usePages],
};

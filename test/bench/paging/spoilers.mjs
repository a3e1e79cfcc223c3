import { setTimeout } from "node:timers/promises";

/*
 * `--spoil` takes from the viewer what makes it fast or right, to show that the bench notices. Both functions change a
 * page before it searches. Whether a page reads ahead is a setting of the page itself.
 */

const DAY = 86_400_000;
const MOST_DAYS = 30;

const onTheWay = (page, apiBase, act) => page.route((url) => url.href.startsWith(apiBase), act);

/** Delays answers as if the viewer had requested windows that are thirty days longer, within the range. */
export const delayAnswers = (page, { apiBase, earliest, delayPerDayMs }) =>
  onTheWay(page, apiBase, async (route) => {
    const from = Date.parse(new URL(route.request().url()).searchParams.get("datetime-start"));
    const days = Math.min(MOST_DAYS, Math.max(0, (from - earliest) / DAY));
    await setTimeout(days * delayPerDayMs);
    await route.continue();
  });

/** Removes one of thirty records from each answer. */
export const loseRecords = (page, { apiBase }) =>
  onTheWay(page, apiBase, async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const json = Array.isArray(body) ? body.filter((_, at) => at % 30 !== 20) : body;
    await route.fulfill({ response, json });
  });

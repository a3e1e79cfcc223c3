import { setTimeout } from "node:timers/promises";

/*
 * `--spoil` takes from the viewer what the bars rest on, to see that the bench notices. Both are done to a page before it
 * searches; that nothing is read ahead is a setting of the page itself.
 */

const DAY = 86_400_000;
const MOST_DAYS = 30;

const onTheWay = (page, apiBase, act) => page.route((url) => url.href.startsWith(apiBase), act);

/** Answers come as late as if thirty days more had been asked for, as far as the range reaches: long windows. */
export const delayAnswers = (page, { apiBase, earliest, delayPerDayMs }) =>
  onTheWay(page, apiBase, async (route) => {
    const from = Date.parse(new URL(route.request().url()).searchParams.get("datetime-start"));
    const days = Math.min(MOST_DAYS, Math.max(0, (from - earliest) / DAY));
    await setTimeout(days * delayPerDayMs);
    await route.continue();
  });

/** Of every thirty records of an answer one gets lost. */
export const loseRecords = (page, { apiBase }) =>
  onTheWay(page, apiBase, async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const json = Array.isArray(body) ? body.filter((_, at) => at % 30 !== 20) : body;
    await route.fulfill({ response, json });
  });

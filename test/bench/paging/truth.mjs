/**
 * All records of the server, newest first, each with its text as the server sends it. For this, the engine has no cap
 * and keeps its own order.
 *
 * @param customer only records of this affected domain; "" for all
 */
export async function readTruth(server, customer) {
  const kept = { ...server.behavior };
  Object.assign(server.behavior, { limit: "ignored", order: "descending", ties: "stable", accessLog: "adds" });
  const [audit, access] = [await list(server, "/auditlog"), await list(server, "/accesslog")];
  Object.assign(server.behavior, kept);
  server.resetRequests();
  const records = server.stored.map(({ time, log }) => {
    const fromAudit = log === "access" ? undefined : audit.next().value;
    const fromAccess = log === "audit" ? undefined : access.next().value;
    return { time, log, record: fromAudit ?? fromAccess };
  });
  return records
    .filter(({ log }) => log !== "access" || kept.accessLog === "adds")
    .filter(({ record }) => customer === "" || isAbout(customer, record))
    .map(({ time, record }) => ({ time, text: JSON.stringify(record) }));
}

async function list(server, path) {
  // If times have no zone, the viewer requests some that have one, and gets another text.
  const zone = server.behavior.timestamps === "zoneless" ? { "datetime-start": "2000-01-01T00:00:00Z[UTC]" } : {};
  const { body } = await server.handle({ path, query: new URLSearchParams(zone) });
  return JSON.parse(body).values();
}

function isAbout(customer, record) {
  return String(record["target-domain"] ?? "").toLowerCase() === customer.toLowerCase();
}

/**
 * Says how the pages differ from the newest records of the server; undefined if they do not differ. The records of one
 * second may be in any order.
 *
 * @param pages lists of the texts of the shown records
 */
export function findDifference(pages, truth, pageSize) {
  const odd = pages.findIndex((page) => page.length !== pageSize);
  if (odd !== -1) return `page ${odd + 1} has ${pages[odd].length} records.`;
  const shown = pages.flat();
  const times = new Map(truth.map(({ text, time }) => [text, time]));
  const wrong = shown.findIndex((text, at) => !truth[at] || times.get(text) !== truth[at].time);
  if (wrong !== -1) return `record ${wrong + 1} is not the next one that the server holds.`;
  const left = countTexts(truth);
  const extra = shown.findIndex((text) => takeOne(left, text) < 0);
  return extra === -1 ? undefined : `record ${extra + 1} is shown more often than the server holds it.`;
}

function countTexts(truth) {
  const found = new Map();
  for (const { text } of truth) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}

/** @returns how many remain */
function takeOne(left, text) {
  const after = (left.get(text) ?? 0) - 1;
  left.set(text, after);
  return after;
}

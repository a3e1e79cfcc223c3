import { createServer } from "node:http";

const YEAR_MS = 365 * 86_400_000;
const USERS = 400;
const DOMAINS = 60;

/** After this many records, a parameter appears that no older record has. */
const RECORDS_OF_A_NAME = 50_000;

/** The number of parameter names in this many records. */
export const countParameters = (records) => 2 + Math.ceil(records / RECORDS_OF_A_NAME);

/** Record number `at`, counted from the oldest one. */
function createRecord(at, time) {
  const domain = `customer-${at % DOMAINS}.example`;
  return {
    "timestamp-datetime": `${new Date(time).toISOString().slice(0, 19)}Z`,
    "action-type": at % 3 === 0 ? "update" : at % 3 === 1 ? "create" : "login",
    "target-object": at % 2 === 0 ? "answerrule" : "subscriber",
    "target-user": String(1000 + (at % USERS)),
    "target-domain": domain,
    "target-host": "core1.example",
    "by-user": `admin${at % 17}`,
    "by-domain": "provider.example",
    "by-client": "Manager Portal",
    "by-ip": `203.0.113.${at % 250}`,
    "auditlog-details": {
      sequence: at,
      note: `=1+${at}`,
      [`field-${Math.floor(at / RECORDS_OF_A_NAME)}`]: "value, with a comma",
    },
  };
}

/**
 * A server with a log of the last year that needs no memory: it computes each answer from the request. It supports
 * `start` and `limit`, newest first.
 *
 * @param {{ count: number, now: number }} setting the number of records, and the end of the log
 * @returns `url` and `close()`
 */
export async function startEndlessLog({ count, now }) {
  const step = YEAR_MS / count;
  const first = now - YEAR_MS;
  const computeTime = (at) => Math.floor((first + at * step) / 1000) * 1000;
  const answer = ({ searchParams }) => {
    const from = Date.parse(searchParams.get("datetime-start"));
    const until = Date.parse(searchParams.get("datetime-end"));
    const skip = Number(searchParams.get("start") ?? 0);
    const most = Math.min(1000, Number(searchParams.get("limit") ?? 100));
    let at = Math.min(count - 1, Math.ceil((until - first) / step) + 1);
    while (at >= 0 && computeTime(at) > until) at -= 1;
    const found = [];
    for (at -= skip; at >= 0 && found.length < most && computeTime(at) >= from; at -= 1)
      found.push(createRecord(at, computeTime(at)));
    return found;
  };
  const http = createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    response.writeHead(200, {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
      "content-type": "application/json",
    });
    response.end(JSON.stringify(/\/auditlog$/.test(url.pathname) && request.method === "GET" ? answer(url) : []));
  });
  await new Promise((done) => http.listen(0, "127.0.0.1", done));
  return {
    url: `http://localhost:${http.address().port}/api`,
    close: () =>
      new Promise((done) => {
        http.close(done);
        http.closeAllConnections();
      }),
  };
}

import { startMockApi } from "../../../scripts/mock-api.mjs";

const LOGS = ["/auditlog", "/accesslog"];

/**
 * Starts the mock API as a server that records its requests.
 *
 * @param {{ now: number, behavior: object }} setting the end of the data, and the behavior of the server
 * @returns `url`, `server` (the engine), `close()`, `begin()`, which starts a new list, and `passed()`, the
 * milliseconds since then; `log` (requests to the two logs) and `others` are lists in the form of
 * test/support/rounds/request-log.ts
 */
export async function startCountedApi({ now, behavior }) {
  const api = await startMockApi({ port: 0, now: () => now, behavior });
  const { server } = api;
  let start = performance.now();
  let requests = [];
  const passed = () => performance.now() - start;

  const handle = server.handle.bind(server);
  server.handle = async (request) => {
    const { path, query } = request;
    const entry = { path, query, sent: passed(), ended: Infinity, status: "aborted", records: 0 };
    requests.push(entry);
    try {
      const answering = handle(request);
      const seen = server.requests.at(-1);
      const answer = await answering;
      Object.assign(entry, { status: answer.status, records: seen.records });
      return answer;
    } finally {
      // Recorded before the first byte is sent: all that the viewer requests because of this answer comes later.
      entry.ended = passed();
    }
  };

  const isLog = ({ path }) => LOGS.includes(path);
  return {
    ...api,
    passed,
    begin() {
      requests = [];
      start = performance.now();
    },
    get log() {
      return requests.filter(isLog);
    },
    get others() {
      return requests.filter((request) => !isLog(request));
    },
  };
}

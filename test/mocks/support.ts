import { type MockServer, type MockServerOptions, type NewRecord, createMockServer } from "../../demo/mocks/index.js";

/** Monday, November 23, 2026, 10 o'clock in New York. */
export const NOW = Date.parse("2026-11-23T15:00:00Z");

/** A server whose clock does not move. With `records`, it generates nothing. */
export function createServer(options: MockServerOptions = {}): MockServer {
  return createMockServer({ now: () => NOW, ...options });
}

export interface ParsedResponse {
  status: number;
  headers: Record<string, string>;
  json: unknown;
}

export async function sendRequest(server: MockServer, pathAndQuery: string, token?: string): Promise<ParsedResponse> {
  const url = new URL(pathAndQuery, "http://api.example");
  const { status, headers, body } = await server.handle({
    path: url.pathname,
    query: url.searchParams,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  return { status, headers, json: JSON.parse(body) as unknown };
}

export type ReturnedRecord = Record<string, unknown>;

export async function requestList(server: MockServer, pathAndQuery: string, token?: string): Promise<ReturnedRecord[]> {
  const { status, json } = await sendRequest(server, pathAndQuery, token);
  if (status !== 200) throw new Error(`${pathAndQuery} answered ${status}`);
  return json as ReturnedRecord[];
}

/** Creates one record for each time, in seconds after one hour before `NOW`; the users are `r0`, `r1` and so on. */
export function createRecords(...seconds: number[]): NewRecord[] {
  return seconds.map((second, index) => ({
    time: NOW - 3_600_000 + second * 1000,
    record: { "action-type": "update", "target-user": `r${index}` },
  }));
}

export const listNames = (answered: readonly ReturnedRecord[]) => answered.map((record) => record["target-user"]);

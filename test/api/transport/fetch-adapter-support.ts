import { toAuditLogError } from "../../../src/api/transport/error-mapping.js";
import { createFetchAdapter } from "../../../src/api/transport/fetch-adapter.js";
import type { FetchAdapterOptions } from "../../../src/api/transport/adapter.js";
import { AuditLogError } from "../../../src/core/errors.js";

export const TOKEN = "secret.token.value";

export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly authorization: string | null;
}

export type Answer = Response | Error | (() => Response | Promise<Response>);

/** Creates a `fetch` that answers from a list, then repeats the last answer, and records its requests. */
export function fakeFetch(...answers: Answer[]): { sent: Sent[]; fetch: typeof fetch } {
  const sent: Sent[] = [];
  const perform = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    sent.push({ url, init, authorization: new Headers(init.headers).get("Authorization") });
    const answer = answers[Math.min(sent.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : answer();
  };
  return { sent, fetch: perform };
}

export const createJsonResponse = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });

export const list = () => createJsonResponse([]);

export const createRefusal = () => createJsonResponse({ code: 401, message: "Unauthorized" }, 401);

export const ask = (
  options: Partial<FetchAdapterOptions>,
  { path = "/auditlog", query = new URLSearchParams(), signal = new AbortController().signal } = {},
) => createFetchAdapter({ baseUrl: "/ns-api/v2", ...options }).get(path, { query, signal });

export async function catchError(promise: Promise<unknown>): Promise<AuditLogError> {
  try {
    await promise;
  } catch (error) {
    return error instanceof AuditLogError ? error : toAuditLogError(error);
  }
  throw new Error("It did not fail.");
}

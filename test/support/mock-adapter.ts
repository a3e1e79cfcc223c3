import { FAILURE_HEADER, type MockRequest, type MockResponse, type MockServer } from "../../demo/mocks/index.js";
import { validateAnswer, validateRequest, validateUrl } from "./wire-schema.js";

/** A request or an answer that the API's documents do not allow. */
export class SchemaViolation extends Error {
  override readonly name = "SchemaViolation";
}

interface CheckOptions {
  /** `false` where a test feeds records on purpose that no server may send. Requests are always checked. */
  checkAnswers?: boolean;
  /**
   * Told of every violation, besides the rejection that the caller sees. Unless given, the violation is also thrown outside
   * of any promise, because a client may take a rejection for a network error and try again: the test fails in any case.
   */
  onViolation?: (violation: SchemaViolation) => void;
}

interface AdapterOptions extends CheckOptions {
  /** Sent as a bearer token. */
  token?: string;
}

interface FetchOptions extends CheckOptions {
  /** The API base; relative to the page. */
  baseUrl?: string;
}

/** What a host page's client rejects with: an error with the answer's status. */
interface HostError extends Error {
  status?: number;
  retryAfterMs?: number;
}

/** Performs requests in this very page; the shape of the viewer's adapters, on purpose not their type. */
interface MockAdapter {
  get(path: string, options: { query: URLSearchParams; signal?: AbortSignal }): Promise<unknown>;
}

/** A host page's client: resolves with parsed JSON, rejects with an error that carries `status` and `retryAfterMs`. */
export function createMockAdapter(server: MockServer, options: AdapterOptions = {}): MockAdapter {
  const headers: Record<string, string> = options.token ? { authorization: `Bearer ${options.token}` } : {};
  return {
    async get(path, { query, signal }) {
      const request = { path, query, headers, ...(signal ? { signal } : {}) };
      const { response, json } = await handleChecked(server, request, options);
      if (response.status >= 400) throw createHostError(response);
      return json ?? (JSON.parse(response.body) as unknown);
    },
  };
}

/** A replacement for `fetch`. A request outside of `baseUrl` is a violation. */
export function createMockFetch(server: MockServer, options: FetchOptions = {}): typeof fetch {
  const base = new URL(options.baseUrl ?? "/ns-api/v2", location.href);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const problems = validateUrl(url, base);
    // A Request with a broken URL may not even be made.
    if (problems.length > 0) throw createViolation(problems, options);
    const request = new Request(input, init);
    if (request.method !== "GET") problems.push(`${request.method} is no method for a viewer`);
    if (request.credentials === "include") problems.push("credentials are included");
    if (problems.length > 0) throw createViolation(problems, options);
    const { response } = await handleChecked(
      server,
      {
        path: url.pathname.slice(base.pathname.replace(/\/$/, "").length),
        query: url.searchParams,
        headers: Object.fromEntries(request.headers),
        signal: request.signal,
      },
      options,
    );
    const { status, headers, body } = response;
    return new Response(body, { status, headers });
  };
}

/** The answer, and what its text says where that was checked: reading a long one again would take as long. */
async function handleChecked(
  server: MockServer,
  request: MockRequest,
  options: CheckOptions,
): Promise<{ response: MockResponse; json?: unknown }> {
  const { path, query } = request;
  const wrong = validateRequest(path, query);
  if (wrong.length > 0) throw createViolation([`GET ${path}?${query}`, ...wrong], options);
  const response = await server.handle(request);
  // An answer that is broken on purpose is the client's business.
  if ((options.checkAnswers ?? true) && !Object.hasOwn(response.headers, FAILURE_HEADER)) {
    const json: unknown = JSON.parse(response.body);
    const broken = validateAnswer(path, response.status, json);
    if (broken.length > 0)
      throw createViolation([`GET ${path} answered ${response.status}`, ...broken.slice(0, 5)], options);
    return { response, json };
  }
  return { response };
}

function createViolation(problems: readonly string[], { onViolation }: CheckOptions): SchemaViolation {
  const error = new SchemaViolation(problems.join("; "));
  if (onViolation) onViolation(error);
  else
    queueMicrotask(() => {
      throw error;
    });
  return error;
}

function createHostError({ status, headers, body }: MockResponse): HostError {
  const error: HostError = new Error(readMessage(body) ?? `HTTP ${status}`);
  error.status = status;
  const wait = Number(headers["retry-after"]);
  if (Number.isFinite(wait)) error.retryAfterMs = wait * 1000;
  return error;
}

function readMessage(body: string): string | undefined {
  try {
    const { message } = JSON.parse(body) as { message?: string };
    return message;
  } catch {
    // A gateway answers in HTML.
    return undefined;
  }
}

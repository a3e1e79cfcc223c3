import { expect } from "@open-wc/testing";
import { createStatusError, readRetryAfter, toAuditLogError } from "../../../src/api/transport/error-mapping.js";
import { addText } from "../../../src/api/transport/error-source.js";
import { AuditLogError, ERROR_KINDS, type ErrorKind } from "../../../src/core/errors.js";
import { createTestClock } from "../../support/clock.js";
import { sourceCode } from "../../support/source-code.js";

const { signal } = new AbortController();
/** The error as it leaves the data source. */
const tell = async (error: AuditLogError) =>
  (await addText(error, sourceCode.loadErrorText, createTestClock(), signal)) as AuditLogError;

/** An error as a host page's own client makes it. */
const createHostError = (members: object, message = "It failed.") => Object.assign(new Error(message), members);

const createThrowingObject = (...names: string[]) => {
  const thing = {};
  for (const name of names) {
    Object.defineProperty(thing, name, {
      get: () => {
        throw new Error("not yours");
      },
    });
  }
  return thing;
};

const STATUS_KINDS: [status: number, kind: ErrorKind][] = [
  [400, "bad-request"],
  [401, "auth"],
  [402, "bad-request"],
  [403, "forbidden"],
  [404, "unsupported"],
  [405, "bad-request"],
  [408, "timeout"],
  [409, "bad-request"],
  [422, "bad-request"],
  [429, "rate-limited"],
  [500, "server"],
  [502, "server"],
  [503, "server"],
  [504, "server"],
  [599, "server"],
  [200, "bad-data"],
  [302, "bad-data"],
];

interface Case {
  name: string;
  cause: unknown;
  kind: ErrorKind;
  status?: number;
  message?: string;
  retryAfterMs?: number;
}

const NO_ROUTE = "No Route Found [92] for GET /auditlog";

const CASES: Case[] = [
  { name: "undefined", cause: undefined, kind: "network", message: "" },
  { name: "null", cause: null, kind: "network", message: "" },
  { name: "a text", cause: "no line", kind: "network", message: "no line" },
  { name: "a text about the route", cause: NO_ROUTE, kind: "unsupported", message: NO_ROUTE },
  { name: "a number", cause: 7, kind: "network", message: "" },
  { name: "a boolean", cause: false, kind: "network" },
  { name: "a symbol", cause: Symbol("x"), kind: "network" },
  { name: "a bigint", cause: 404n, kind: "network" },
  { name: "an empty object", cause: {}, kind: "network", message: "" },
  { name: "an object without a prototype", cause: Object.create(null), kind: "network" },
  { name: "a list", cause: [404], kind: "network" },
  {
    name: "fetch without a network",
    cause: new TypeError("Failed to fetch"),
    kind: "network",
    message: "Failed to fetch",
  },
  { name: "a bare error", cause: new Error("?"), kind: "network", message: "?" },
  { name: "a body that is not JSON", cause: new SyntaxError("Unexpected token <"), kind: "bad-data" },
  { name: "a DOMException AbortError", cause: new DOMException("x", "AbortError"), kind: "aborted", message: "" },
  { name: "a DOMException TimeoutError", cause: new DOMException("x", "TimeoutError"), kind: "timeout" },
  {
    name: "a DOMException NetworkError, whose code is no status",
    cause: new DOMException("x", "NetworkError"),
    kind: "network",
  },
  { name: "the reason of AbortSignal.abort()", cause: AbortSignal.abort().reason, kind: "aborted" },
  {
    name: "an AbortError with a status",
    cause: createHostError({ name: "AbortError", status: 500 }),
    kind: "aborted",
    status: 500,
  },
  {
    name: "a status as a number",
    cause: createHostError({ status: 403 }),
    kind: "forbidden",
    status: 403,
    message: "It failed.",
  },
  { name: "a status as a text", cause: { status: "401" }, kind: "auth", status: 401 },
  {
    name: "a status with the message about the route",
    cause: createHostError({ status: 400 }, NO_ROUTE),
    kind: "unsupported",
    status: 400,
  },
  {
    name: "a code as a number",
    cause: { code: 404, message: "gone" },
    kind: "unsupported",
    status: 404,
    message: "gone",
  },
  { name: "a code as a text", cause: { code: "503" }, kind: "server", status: 503 },
  { name: "a status and another code", cause: { status: 429, code: 500 }, kind: "rate-limited", status: 429 },
  { name: "a code of Node", cause: createHostError({ code: "ECONNRESET" }), kind: "network" },
  { name: "a code of a database", cause: createHostError({ code: 92 }), kind: "network" },
  { name: "a status within a response", cause: { response: { status: 502 } }, kind: "server", status: 502 },
  {
    name: "a status beside another response",
    cause: { status: 401, response: { status: 500 } },
    kind: "auth",
    status: 401,
  },
  { name: "an empty response", cause: { response: null, message: "none" }, kind: "network", message: "none" },
  { name: "a rejected Response", cause: new Response("", { status: 403 }), kind: "forbidden", status: 403 },
  { name: "XMLHttpRequest without an answer", cause: { status: 0, statusText: "error" }, kind: "network" },
  { name: "a status that is none", cause: { status: 42 }, kind: "network" },
  { name: "a status beyond all", cause: { status: 600 }, kind: "network" },
  { name: "NaN as status", cause: { status: NaN }, kind: "network" },
  {
    name: "a client that could not read the answer",
    cause: { name: "HttpError", status: 200, message: "parse" },
    kind: "bad-data",
    status: 200,
  },
  { name: "a wait", cause: { status: 429, retryAfterMs: 1500 }, kind: "rate-limited", status: 429, retryAfterMs: 1500 },
  { name: "a wait of another type", cause: { status: 429, retryAfterMs: "1500" }, kind: "rate-limited", status: 429 },
  { name: "a wait before now", cause: { status: 429, retryAfterMs: -1 }, kind: "rate-limited", status: 429 },
  { name: "a wait that is no number", cause: { status: 429, retryAfterMs: NaN }, kind: "rate-limited", status: 429 },
  {
    name: "a message of another type",
    cause: { status: 500, message: { text: "x" } },
    kind: "server",
    status: 500,
    message: "",
  },
  { name: "a name of another type", cause: { name: 7, status: 500 }, kind: "server", status: 500 },
  {
    name: "a frozen object",
    cause: Object.freeze({ status: 503, message: "frozen" }),
    kind: "server",
    status: 503,
    message: "frozen",
  },
  { name: "a frozen error", cause: Object.freeze(new TypeError("x")), kind: "network" },
  {
    name: "getters that throw",
    cause: createThrowingObject("name", "message", "status", "code", "response", "retryAfterMs", "kind"),
    kind: "network",
    message: "",
  },
  {
    name: "one getter that throws beside a status",
    cause: Object.assign(createThrowingObject("message"), { status: 404 }),
    kind: "unsupported",
    status: 404,
  },
  { name: "a response whose status throws", cause: { response: createThrowingObject("status") }, kind: "network" },
  {
    name: "a proxy that throws",
    cause: new Proxy(
      {},
      {
        get: () => {
          throw new Error("x");
        },
      },
    ),
    kind: "network",
  },
  {
    name: "an AuditLogError of another copy of the package",
    cause: { name: "AuditLogError", kind: "timeout", message: "late" },
    kind: "timeout",
    message: "late",
  },
  {
    name: "an AuditLogError of another version, with a kind of its own",
    cause: { name: "AuditLogError", kind: "constructor", status: 403 },
    kind: "forbidden",
    status: 403,
  },
  { name: "a kind that is not this product's", cause: { kind: "auth", message: "x" }, kind: "network" },
];

describe("an error of a status", () => {
  for (const [status, kind] of STATUS_KINDS) {
    it(`${status} is ${kind}`, async () => {
      const error = createStatusError(status, "said so", 7);
      expect({ ...error, message: error.message }).to.include({ kind, status, message: "", retryAfterMs: 7 });
      const told = await tell(error);
      expect({ ...told, message: told.message }).to.include({ kind, status, message: "said so", retryAfterMs: 7 });
    });
  }

  it("is 'unsupported' if the server has no such route", () => {
    for (const status of [200, 400, 404, 500]) expect(createStatusError(status, NO_ROUTE).kind).to.equal("unsupported");
  });
});

describe("the rejection of an adapter", () => {
  for (const { name, cause, kind, status, message, retryAfterMs } of CASES) {
    it(`is understood: ${name}`, async () => {
      const error = toAuditLogError(cause);
      expect([error.message, error.cause], "nothing of others at first").to.deep.equal(["", undefined]);
      const told = await tell(error);
      for (const one of [error, told]) {
        expect(one).to.be.instanceOf(AuditLogError);
        expect([one.kind, one.status, one.retryAfterMs]).to.deep.equal([kind, status, retryAfterMs]);
      }
      if (message !== undefined) expect(told.message).to.equal(message);
      const isPlain = !/object|function/.test(typeof cause);
      if (!cause || kind === "aborted") expect(told.cause).to.equal(undefined);
      else expect(isPlain ? told.cause === cause : told.cause instanceof Error && told.cause !== cause).to.equal(true);
    });
  }

  it("is copied if it is an AuditLogError, which may have further members", async () => {
    for (const kind of ERROR_KINDS) {
      const cause = new TypeError("why");
      const own = new AuditLogError(kind, "x", { status: 418, retryAfterMs: 5, cause });
      const told = await tell(toAuditLogError(Object.assign(own, { config: "abc-def-ghi" })));
      const isTold = kind !== "aborted";
      expect({ ...told, message: told.message, cause: (told.cause as Error | undefined)?.message }).to.deep.equal({
        name: "AuditLogError",
        kind,
        status: 418,
        retryAfterMs: 5,
        message: isTold ? "x" : "",
        cause: isTold ? "why" : undefined,
      });
      if (isTold) expect(told.stack, "where the page threw it").to.equal(own.stack);
    }
  });

  it("does not contain the host's own error, which may have the whole request", async () => {
    const config = { headers: { Authorization: "Bearer abc-def-ghi" } };
    const cause = createHostError({ name: "HttpError", status: 500, config }, "GET failed: Bearer abc-def-ghi");
    const error = await tell(toAuditLogError(cause));
    const told = error.cause as Error;
    expect([error.message, told.name, told.message]).to.deep.equal([
      "GET failed: Bearer …",
      "HttpError",
      "GET failed: Bearer …",
    ]);
    expect(told.stack).to.contain("error-mapping.test");
    expect(JSON.stringify([told, Object.values(told), told.stack])).not.to.contain("abc-def");
  });

  it("loses a token that an AuditLogError quotes", async () => {
    const own = new AuditLogError("server", "Wrong token: abc-def-ghi", {
      status: 500,
      retryAfterMs: 7,
      cause: new AuditLogError("auth", "Bearer abc-def-ghi"),
    });
    const error = await tell(toAuditLogError(own));
    expect({ ...error, message: error.message, cause: (error.cause as Error).message }).to.deep.include({
      kind: "server",
      status: 500,
      retryAfterMs: 7,
      message: "Wrong token: …",
      cause: "Bearer …",
    });
    expect((await tell(error)) === error, "it needs no text any more").to.equal(true);
  });
});

describe("Retry-After", () => {
  const now = Date.UTC(2026, 10, 23, 14, 14, 0);
  const WAITS: [header: string | null, ms: number | undefined][] = [
    ["0", 0],
    ["2", 2000],
    [" 120 ", 120_000],
    ["Mon, 23 Nov 2026 14:14:30 GMT", 30_000],
    ["Monday, 23-Nov-26 14:15:00 GMT", 60_000],
    ["Mon, 23 Nov 2026 14:13:00 GMT", 0],
    [null, undefined],
    ["", undefined],
    ["soon", undefined],
    ["2s", undefined],
  ];
  it("is seconds or a date", () => {
    expect(WAITS.map(([header]) => [header, readRetryAfter(header, now)])).to.deep.equal(WAITS);
  });
});

import { expect } from "@open-wc/testing";
import { createFetchAdapter } from "../../../src/api/transport/fetch-adapter.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import { AuditLogError } from "../../../src/core/errors.js";
import { createFailingAdapter, HeldAdapter, setUp, signal, createStatusError } from "./api-client-support.js";
import { runMicrotasks } from "../../support/microtasks.js";
import { catchError } from "../../support/catch-error.js";

describe("the text of an error", () => {
  const TOKEN = "abc-def-ghi";
  const getFullText = (error: AuditLogError): string => [error.message, error.stack, JSON.stringify(error)].join("\n");

  const REJECTIONS: [name: string, cause: unknown, told: string][] = [
    [
      "an AuditLogError that quotes a token",
      Object.assign(new AuditLogError("forbidden", `Bearer ${TOKEN}`, { cause: new Error(`Bearer ${TOKEN}`) }), {
        config: TOKEN,
      }),
      "Bearer …",
    ],
    [
      "an error of the host's client",
      Object.assign(createStatusError(403), { message: `Bearer ${TOKEN}`, TOKEN }),
      "Bearer …",
    ],
    ["a text", `Bearer ${TOKEN}`, "Bearer …"],
    ["no JSON", new SyntaxError(`Unexpected token in {"token":"${TOKEN}"}`), 'Unexpected token in {"token":"…"}'],
  ];
  for (const [name, cause, message] of REJECTIONS) {
    it(`is not in the error at first, and later without tokens: ${name}`, async () => {
      const { get, client, told } = setUp(createFailingAdapter(cause, cause, cause, cause));
      const error = await catchError(get());
      expect([error.message, error.cause, told.loads]).to.deep.equal(["", undefined, 0]);
      const last = (await client.withText(error, signal)) as AuditLogError;
      expect([last.kind, last.message, told.loads]).to.deep.equal([error.kind, message, 1]);
      const texts = [error, last, ...(last.cause instanceof Error ? [last.cause as AuditLogError] : [])].map(
        getFullText,
      );
      expect(texts.join("\n")).not.to.contain(TOKEN);
    });
  }

  it("of an adapter is cleaned also if the viewer created the error", async () => {
    const first = setUp(createFailingAdapter(createStatusError(403)));
    const made = (await first.client.withText(await catchError(first.get()), signal)) as AuditLogError;
    made.message = `Bearer ${TOKEN}`;
    const { get, client } = setUp(createFailingAdapter(made));
    const error = await catchError(get());
    expect(error.message).to.equal("");
    expect((await client.withText(error, signal)) as AuditLogError).to.have.property("message", "Bearer …");
  });

  it("does not come from an adapter that cannot name its user", async () => {
    const { get } = setUp({
      get: () => Promise.resolve([]),
      user: () => {
        throw new AuditLogError("auth", `Bearer ${TOKEN}`);
      },
    });
    const { kind, message } = await catchError(get());
    expect([kind, message]).to.deep.equal(["auth", ""]);
  });

  it("is unchanged for the viewer's own errors, and loads no code", async () => {
    const late = setUp(new HeldAdapter());
    const got = catchError(late.get());
    await runMicrotasks();
    late.clock.timeouts[0]!();
    const timeout = await got;
    let user = "maria";
    const another = setUp({ get: () => Promise.resolve([]), user: () => user });
    await another.get();
    user = "tom";
    const changed = await catchError(another.get());
    const given = await catchError(late.get(AbortSignal.abort()));
    for (const [error, message] of [
      [timeout, "The server did not respond in time."],
      [changed, "Another user signed in."],
      [given, "The request was canceled."],
    ] as const) {
      expect(error.message).to.equal(message);
      expect((await late.client.withText(error, signal)) === error).to.equal(true);
    }
    expect(late.told.loads).to.equal(0);
  });

  it("of the default adapter does not delay the wait after a 429, and does not contain the sent token", async () => {
    const adapter = createFetchAdapter({
      baseUrl: "/v2",
      getToken: () => "opaque",
      fetch: () => Promise.resolve(new Response(JSON.stringify({ message: "No: OPAQUE!" }), { status: 429 })),
    });
    const { get, client, clock, told } = setUp(adapter);
    const error = await catchError(get());
    expect([error.message, told.requests, clock.pauses, told.loads]).to.deep.equal(["", 4, [500, 1000, 2000], 0]);
    expect((await client.withText(error, signal)) as AuditLogError).to.have.property("message", "No: …!");
  });

  it("of the default adapter reaches the page that wraps it in its own adapter", async () => {
    const own = createFetchAdapter({
      baseUrl: "/v2",
      getToken: () => "opaque",
      fetch: () => Promise.resolve(new Response(JSON.stringify({ message: "No: OPAQUE!" }), { status: 403 })),
    });
    const heard: string[] = [];
    const adapter: FetchAdapter = {
      ...own,
      get: (path, options) =>
        own.get(path, options).catch((cause: Error) => {
          heard.push(cause.message);
          throw cause;
        }),
    };
    const { get, client } = setUp(adapter);
    const told = (await client.withText(await catchError(get()), signal)) as AuditLogError;
    expect([heard, told.kind, told.message]).to.deep.equal([["No: …!"], "forbidden", "No: …!"]);
  });
});

import { expect } from "@open-wc/testing";
import { createMockServer, type MockRequest, type MockResponse, type NewRecord } from "../../../demo/mocks/index.js";
import { createFetchAdapter } from "../../../src/api/transport/fetch-adapter.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import type { SourceOptions } from "../../../src/api/source-options.js";
import type { AuditLogSource } from "../../../src/api/source.js";
import type { AuditLogError } from "../../../src/core/errors.js";
import { NOW } from "../../support/clock.js";
import {
  intercept,
  listContents,
  createSignal,
  createQuery,
  readAll,
  refuse,
  createSource,
  listStoredContents,
} from "../../support/data-source.js";
import { MINUTE } from "../../support/durations.js";

/** Every half hour a record, for ten days. */
const RECORDS: NewRecord[] = Array.from({ length: 480 }, (_, at) => ({
  time: NOW - (at + 1) * 30 * MINUTE,
  record: { "by-user": `u${at}`, "action-type": "update" },
}));

const readLimit = ({ query }: Pick<MockRequest, "query">) => Number(new URLSearchParams(query).get("limit"));

async function createLimitedSource(
  answer: (request: MockRequest, given: () => Promise<MockResponse>, number: number) => Promise<MockResponse>,
  options: Partial<SourceOptions> = {},
) {
  const server = createMockServer({ now: () => NOW, records: RECORDS });
  let number = 0;
  const limits: Record<string, number[]> = { "/auditlog": [], "/accesslog": [] };
  intercept(server, (request, given) => {
    limits[request.path]!.push(readLimit(request));
    return answer(request, given, (number += 1));
  });
  const source = await createSource(server, { signIns: "off", concurrency: 1, ...options });
  return { server, source, limits };
}

const listDistinct = (limits: readonly number[]) => [...new Set(limits)];

/** What a search finds; the kind of its failure where it fails. */
const findContents = (source: AuditLogSource, days = 10) =>
  readAll(source.search(createQuery(days))).then(
    ({ events }) => listContents(events),
    ({ kind }: AuditLogError) => kind,
  );

describe("a server that refuses more than 100 records", () => {
  const refuseLongPages = (request: MockRequest, given: () => Promise<MockResponse>) =>
    readLimit(request) > 100 ? refuse(400) : given();

  it("is asked for 100 instead, and never for more again", async () => {
    const { server, source, limits } = await createLimitedSource(refuseLongPages);
    expect(await findContents(source)).to.deep.equal(listStoredContents(server, createQuery(10).span));
    // Two requests of the first round.
    expect(limits["/auditlog"]!.slice(0, 3)).to.deep.equal([1000, 1000, 100]);
    expect(limits["/auditlog"]!.length).to.be.above(6);
    expect(listDistinct(limits["/auditlog"]!.slice(2))).to.deep.equal([100]);
    // The next search knows.
    limits["/auditlog"] = [];
    expect(await findContents(source, 2)).to.deep.equal(listStoredContents(server, createQuery(2).span));
    expect(listDistinct(limits["/auditlog"])).to.deep.equal([100]);
  });

  it("is asked for 100 instead, too, if it refuses a request after it has answered one", async () => {
    let isAnswered = (): void => undefined;
    const answered = new Promise<void>((resolve) => (isAnswered = resolve));
    const { server, source, limits } = await createLimitedSource(
      async (request, given, number) => {
        if (number === 2) await answered;
        return refuseLongPages(request, given);
      },
      { concurrency: 4 },
    );
    const [first, second] = [findContents(source, 1 / 24), findContents(source, 1 / 24)];
    const right = listStoredContents(server, createQuery(1 / 24).span);
    expect(await first).to.deep.equal(right);
    isAnswered();
    expect(await second).to.deep.equal(right);
    expect(limits["/auditlog"]).to.deep.equal([1000, 1000, 100, 100]);
  });

  it("is asked for windows as long as before", async () => {
    const { server, source } = await createLimitedSource(refuseLongPages, { concurrency: 4 });
    expect(await findContents(source)).to.deep.equal(listStoredContents(server, createQuery(10).span));
    const listTimes = (name: string) => server.requests.map(({ query }) => Date.parse(query.get(name)!));
    const ends = listTimes("datetime-end");
    const lengths = listTimes("datetime-start").map((start, at) => ends[at]! - start);
    expect(Math.max(...lengths)).to.be.above(24 * 60 * MINUTE);
  });

  it("may allow more in its other log", async () => {
    const { source, limits } = await createLimitedSource(
      (request, given) => (request.path === "/auditlog" ? refuseLongPages(request, given) : given()),
      { signIns: "auto" },
    );
    await findContents(source);
    expect(listDistinct(limits["/auditlog"]!.slice(2))).to.deep.equal([100]);
    expect(listDistinct(limits["/accesslog"]!)).to.deep.equal([1000]);
  });
});

describe("a refusal for another reason than the number of records", () => {
  for (const [code, kind] of [
    [401, "auth"],
    [403, "forbidden"],
    [404, "unsupported"],
    [500, "server"],
  ] as const) {
    it(`causes no request for 100: ${code}`, async () => {
      const { source, limits } = await createLimitedSource(() => refuse(code));
      expect(await findContents(source)).to.equal(kind);
      expect(listDistinct(limits["/auditlog"]!)).to.deep.equal([1000]);
    });
  }

  it("is an error after one more request, with the text of the first answer", async () => {
    const { source, limits } = await createLimitedSource((request) => refuse(readLimit(request) > 100 ? 400 : 403));
    const reader = await source.search(createQuery(1 / 24));
    const error = await reader.read(10, { signal: createSignal() }).catch((cause: unknown) => cause);
    expect((error as AuditLogError).kind).to.equal("bad-request");
    expect(limits["/auditlog"]!).to.deep.equal([1000, 100]);
  });

  it("changes nothing: the next search asks for as many records as before", async () => {
    let isBroken = true;
    const { server, source, limits } = await createLimitedSource((_request, given) =>
      isBroken ? refuse(400) : given(),
    );
    expect(await findContents(source)).to.equal("bad-request");
    isBroken = false;
    limits["/auditlog"] = [];
    expect(await findContents(source)).to.deep.equal(listStoredContents(server, createQuery(10).span));
    expect(listDistinct(limits["/auditlog"]!)).to.deep.equal([1000]);
  });

  it("causes no further request if only 100 were requested", async () => {
    let isBroken = false;
    const { source, limits } = await createLimitedSource((request, given) =>
      isBroken || readLimit(request) > 100 ? refuse(400) : given(),
    );
    await findContents(source, 1);
    isBroken = true;
    limits["/auditlog"] = [];
    expect(await findContents(source, 1 / 24)).to.equal("bad-request");
    expect(limits["/auditlog"]).to.deep.equal([100]);
  });

  it("causes no further request if the server has answered a request for more than 100", async () => {
    let isBroken = false;
    const { source, limits } = await createLimitedSource((_request, given) => (isBroken ? refuse(400) : given()));
    await findContents(source, 1);
    isBroken = true;
    limits["/auditlog"] = [];
    expect(await findContents(source, 1)).to.equal("bad-request");
    expect(limits["/auditlog"]!.length).to.be.above(0);
    expect(listDistinct(limits["/auditlog"]!)).to.deep.equal([1000]);
  });
});

describe("a server that sends an empty answer when it has no records", () => {
  const createAdapter = (nothing: () => Response): FetchAdapter => {
    const server = createMockServer({ now: () => NOW, records: RECORDS });
    const answer: typeof fetch = async (input) => {
      const { pathname, searchParams } = new URL(input as string);
      const { status, headers, body } = await server.handle({
        path: pathname.replace("/ns-api/v2", ""),
        query: searchParams,
      });
      return body === "[]" ? nothing() : new Response(body, { status, headers });
    };
    return createFetchAdapter({ baseUrl: "https://core.example/ns-api/v2", fetch: answer });
  };

  for (const [name, nothing] of [
    ["status 204", () => new Response(null, { status: 204 })],
    ["an empty body", () => new Response("")],
    ["a blank body", () => new Response("\r\n")],
  ] as const) {
    it(`is read to the end of the range: ${name}`, async () => {
      const source = await createSource(createAdapter(nothing));
      const { events, coverage } = await readAll(source.search(createQuery(40)));
      expect([events.length, coverage.complete, coverage.missing]).to.deep.equal([480, true, []]);
      const past = { from: NOW - 90 * 1440 * MINUTE, until: NOW - 60 * 1440 * MINUTE };
      const empty = await readAll(source.search({ ...createQuery(1), span: past }));
      expect([empty.events, empty.coverage.complete]).to.deep.equal([[], true]);
    });

    it(`is read to the end of a filtered search: ${name}`, async () => {
      const source = await createSource(createAdapter(nothing));
      const { events, coverage } = await readAll(source.search(createQuery(40, { affectedUser: "nobody" })));
      expect([events, coverage.complete]).to.deep.equal([[], true]);
    });
  }
});

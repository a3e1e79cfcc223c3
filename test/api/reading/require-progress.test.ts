import { expect } from "@open-wc/testing";
import { EndpointBehavior } from "../../../src/api/server/endpoint-behavior.js";
import type { LogCursor } from "../../../src/api/reading/log-cursor.js";
import { LogReader, type ReadOptions } from "../../../src/api/reading/log-reader.js";
import { MergedLog } from "../../../src/api/reading/merged-log.js";
import { DEFAULT_SOURCE_OPTIONS } from "../../../src/api/source-options.js";
import { SignInLog } from "../../../src/api/server/sign-in-log.js";
import { requireProgress } from "../../../src/api/reading/require-progress.js";
import { AuditLogError } from "../../../src/core/errors.js";
import { createMockServer } from "../../../demo/mocks/index.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { createSignal, createQuery, createSource } from "../../support/data-source.js";
import { HOUR } from "../../support/durations.js";

const catchError = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

const isEnded = (error: unknown) => {
  expect(error).to.be.instanceOf(AuditLogError);
  expect((error as AuditLogError).kind).to.equal("aborted");
  expect((error as AuditLogError).message).to.equal("The search cannot continue. Reload the page.");
};

describe("a step of a reading loop", () => {
  it("returns what was read if something has progressed", async () => {
    let progress = 0;
    expect(
      await requireProgress(
        () => String(progress),
        () => Promise.resolve((progress += 1)),
      ),
    ).to.equal(1);
  });

  it("is an error if nothing has progressed, also if a position is not a number", async () => {
    isEnded(
      await catchError(
        requireProgress(
          () => "1",
          () => Promise.resolve("read"),
        ),
      ),
    );
    isEnded(
      await catchError(
        requireProgress(
          () => String(NaN),
          () => Promise.resolve("read"),
        ),
      ),
    );
  });

  it("fails with the failure of the read", async () => {
    const own = new AuditLogError("server", "broken");
    expect(
      await catchError(
        requireProgress(
          () => "1",
          () => Promise.reject(own),
        ),
      ),
    ).to.equal(own);
  });
});

/** A cursor that reads nothing and sends nothing. */
function createIdleCursor(readFrom: number, fails = false): LogCursor {
  const cursor = {
    readFrom,
    isDone: false,
    waiting: [],
    finishedWindows: 0,
    records: 0,
    outside: 0,
    isDoubtful: false,
    cut: [],
    sent: new Set(),
    narrowed: undefined,
    take: () => [],
    stop: () => undefined,
    readOn: () => (fails ? Promise.reject(new AuditLogError("server", "broken")) : Promise.resolve()),
  };
  return cursor as unknown as LogCursor;
}

function createReader(auditLog: LogCursor, accessLog?: LogCursor): LogReader {
  return new LogReader({
    query: createQuery(1),
    options: DEFAULT_SOURCE_OPTIONS,
    clock: createTestClock(),
    matches: () => true,
    behavior: new EndpointBehavior(),
    log: new MergedLog({ auditLog, accessLog, signInLog: accessLog && new SignInLog() }),
    recentFrom: NOW - HOUR,
    conversionKey: [],
    withText: (error) => Promise.resolve(error),
  });
}

describe("a log that makes no progress", () => {
  const READS: [name: string, read: (reader: LogReader, options: ReadOptions) => Promise<unknown>][] = [
    ["read", (reader, options) => reader.read(10, options)],
    ["readTo", (reader, options) => reader.readTo(10, options)],
    ["readBack", (reader, options) => reader.readBack(NOW - 2 * HOUR, options)],
  ];

  for (const [name, readFrom] of [
    ["a time", NOW],
    ["no number", NaN],
  ] as const) {
    for (const [call, read] of READS) {
      // Nothing is older than NaN, so a read back to a time has nothing to do.
      if (call === "readBack" && Number.isNaN(readFrom)) continue;
      it(`ends ${call} with an error if it makes no progress at ${name}`, async () => {
        isEnded(await catchError(read(createReader(createIdleCursor(readFrom)), { signal: createSignal() })));
        isEnded(
          await catchError(
            read(createReader(createIdleCursor(readFrom), createIdleCursor(readFrom)), { signal: createSignal() }),
          ),
        );
      });
    }
  }

  it("ends the reading of missing sign-ins with an error", async () => {
    // The audit log continues without the access log, which fails first and then neither fails nor reads.
    const access = createIdleCursor(NOW, true);
    const audit = createIdleCursor(NOW);
    Object.assign(audit, {
      readOn: () => {
        Object.assign(audit, { readFrom: NOW - HOUR, isDone: true });
        return Promise.resolve();
      },
    });
    const reader = createReader(audit, access);
    await reader.readTo(10, { signal: createSignal() });
    expect(reader.coverage().missing).to.have.length(1);
    Object.assign(access, { readOn: () => Promise.resolve() });
    isEnded(await catchError(reader.readMissing({ signal: createSignal() })));
  });
});

describe("a range whose ends are not times", () => {
  const TIMES: unknown[] = [NaN, Infinity, -Infinity, "2026-11-23", null, undefined, new Date(NOW), 9e15];

  it("is refused before any request", async () => {
    const server = createMockServer({ now: () => NOW });
    const source = await createSource(server);
    for (const time of TIMES) {
      for (const span of [
        { from: time, until: NOW },
        { from: NOW - HOUR, until: time },
      ]) {
        const query = { ...createQuery(1), span } as ReturnType<typeof createQuery>;
        const error = await catchError(source.search(query));
        expect(error, String(time)).to.be.instanceOf(AuditLogError);
        expect((error as AuditLogError).kind).to.equal("bad-request");
      }
    }
    expect(server.requests).to.have.length(0);
  });
});

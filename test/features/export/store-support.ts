import { createMockServer, type NewRecord } from "../../../demo/mocks/index.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../../src/api/source-options.js";
import { AuditLogSource } from "../../../src/api/source.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { type ExportState } from "../../../src/features/export/state.js";
import type { Clock } from "../../../src/core/clock.js";
import { ExportStore, type ViewerForExport } from "../../../src/features/export/store.js";
import type { Destination, ExportedFile } from "../../../src/features/export/destination.js";
import * as runCode from "../../../src/features/export/export-run.js";
import type { ExportOrder } from "../../../src/features/export/export-run.js";
import { LogStore } from "../../../src/search/log-store.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { taxonomy } from "../../support/summary-facts.js";
import { createMockAdapter } from "../../support/mock-adapter.js";
import { PlainFiles } from "../../support/plain-files.js";
import { createLoadedServer } from "../../support/data-source.js";
import { sourceCode } from "../../support/source-code.js";
import { HOUR } from "../../support/durations.js";
import { createSignal } from "../../support/data-source.js";

/** One record every half hour for thirty days; each fifth is Maria's. */
export const RECORDS: NewRecord[] = Array.from({ length: 1440 }, (_, at) => ({
  time: NOW - (at + 1) * 0.5 * HOUR,
  record: {
    "by-user": at % 5 === 0 ? "maria" : `u${at}`,
    "by-domain": "abc.example",
    "target-domain": "abc.example",
    "action-type": "update",
  },
}));

export const STARTED_AT = { year: 2026, month: 11, day: 23, hour: 9, minute: 14, second: 0, millisecond: 0 };

export const order = (change: Partial<ExportOrder> = {}): ExportOrder => ({
  format: "csv",
  scope: "range",
  startedAt: STARTED_AT,
  includeSensitive: false,
  zone: "US/Eastern",
  isRedacted: () => false,
  viewer: "1.2.3",
  ...change,
});

export const createViewer = (clock: Clock, makeFiles: ViewerForExport["makeFiles"]): ViewerForExport => ({
  clock,
  zone: "US/Eastern",
  isRedacted: false,
  isConnected: true,
  makeFiles,
  loadRun: () => Promise.resolve(runCode),
});

export interface Redaction {
  redact?: (record: unknown) => unknown;
}

/** Creates a server with a hook for its requests, and a search of thirty days with one loaded page. */
export async function createExport(options: Partial<SourceOptions> = {}, filters = {}, redaction: Redaction = {}) {
  const server = createMockServer({ now: () => NOW, records: RECORDS });
  const inner = createMockAdapter(server);
  const on = { request: (): Promise<void> | void => undefined };
  const adapter: FetchAdapter = {
    get: async (path, { query, signal }) => {
      await on.request();
      return inner.get(path, { query, signal });
    },
  };
  const clock = createTestClock();
  const source = new AuditLogSource({
    code: sourceCode,
    adapter,
    options: { ...DEFAULT_SOURCE_OPTIONS, signIns: "off", ...options },
    clock,
    taxonomy,
    temporal: await loadTemporal(),
    get redact() {
      return redaction.redact;
    },
  });
  const log = new LogStore(() => Promise.resolve(createLoadedServer(source)));
  log.setDraft({ range: { preset: "last-30-days" }, ...filters });
  const setting = { now: NOW, zone: "UTC", weekStart: 1, pageSize: 10 } as const;
  await log.search(setting, createSignal());
  const files = new PlainFiles();
  const store = new ExportStore(
    log,
    createViewer(clock, () => Promise.resolve(files)),
  );
  const saved: ExportedFile[] = [];
  const destination: Destination = {
    save: async (file) => {
      saved.push(file);
    },
  };
  server.resetRequests();
  return { server, on, log, setting, files, store, saved, destination, clock };
}

/** Calls `act` once, at the first state that `fits`. */
export function actWhen(store: ExportStore, fits: (state: ExportState) => boolean, act: () => void): void {
  const end = store.subscribe((now) => {
    if (!fits(now)) return;
    end();
    act();
  });
}

export const readManifest = ({ manifest }: ExportedFile) =>
  JSON.parse(manifest!) as {
    file: Record<string, unknown>;
    coverage: Record<string, unknown>;
    range: unknown;
    redacted: boolean | "in part";
    filters: { byUser: string };
  };

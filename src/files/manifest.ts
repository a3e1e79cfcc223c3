import { isInstant } from "../core/clock.js";
import type { Coverage, Span } from "../core/coverage.js";
import type { ExportFormat, ExportScope } from "../core/export-format.js";
import type { AuditFilters } from "../core/filters/filters.js";
import { formatIsoSeconds } from "../core/time/iso-time.js";
import type { WallTime } from "../core/time/wall-time.js";

/** The facts in the name of a file. */
export interface NamedExport {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  /** The time at which the export started, in the chosen zone. */
  readonly startedAt: WallTime;
}

/** Whether `redact` was set while the file was written. A page may set or remove it meanwhile: `in part`. */
export type Redacted = boolean | "in part";

/** The facts about a finished file that its manifest contains. */
export interface ManifestFacts {
  readonly fileName: string;
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  readonly rows: number;
  readonly columns: number;
  readonly bytes: number;
  readonly sha256: string;
  /** The file contains the whole range without gaps. */
  readonly complete: boolean;
  readonly filters: AuditFilters;
  readonly coverage: Coverage;
  /** The time zone of the range in `filters`, an IANA name. */
  readonly rangeZone: string;
  /** The time zone of the written times, an IANA name. */
  readonly zone: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly exportedAt: number;
  readonly redacted: Redacted;
  readonly includeSensitive: boolean;
  readonly viewer: string;
}

/**
 * Creates the name of a file: `audit-log-complete-2026-11-23-0914.csv` for loaded events, as in the user guide, and
 * `audit-log-range-…` for a range.
 *
 * @param isPartial the export was stopped or failed
 */
export function createFileName({ format, scope, startedAt }: NamedExport, isPartial: boolean): string {
  const { year, month, day, hour, minute } = startedAt;
  const date = [String(year).padStart(4, "0"), padTwo(month), padTwo(day), padTwo(hour) + padTwo(minute)].join("-");
  return `audit-log-${scope === "loaded" ? "complete" : "range"}-${date}${isPartial ? "-partial" : ""}.${format}`;
}

export function createManifestName(fileName: string): string {
  return `${fileName}.manifest.json`;
}

/** Describes a file and its search as JSON, for people and programs. Times are in ISO 8601. */
export function createManifest(facts: ManifestFacts): string {
  const { coverage, filters } = facts;
  const manifest = {
    file: {
      name: facts.fileName,
      format: facts.format,
      bytes: facts.bytes,
      rows: facts.rows,
      ...(facts.format === "csv" ? { columns: facts.columns } : {}),
      sha256: facts.sha256,
    },
    exportedAt: toIso(facts.exportedAt),
    viewer: `audit-log-viewer ${facts.viewer}`,
    scope: facts.scope,
    filters,
    range: toIsoSpan(coverage.asked),
    rangeZone: facts.rangeZone,
    zone: facts.zone,
    redacted: facts.redacted,
    includeSensitive: facts.includeSensitive,
    coverage: {
      complete: facts.complete,
      readFrom: toIso(coverage.readFrom),
      readUntil: toIso(coverage.asked.until),
      requests: coverage.requests,
      records: coverage.records,
      matched: coverage.matched,
      undated: coverage.undated,
      unreadable: coverage.unreadable,
      outside: coverage.outside,
      oldest: coverage.oldest === undefined ? undefined : toIso(coverage.oldest),
      doubled: coverage.doubled,
      clockAhead: coverage.clockAhead,
      accessLog: coverage.accessLog,
      sentFilters: coverage.sentFilters,
      narrowed: coverage.narrowed && { ...coverage.narrowed, until: toIso(coverage.narrowed.until) },
      missing: coverage.missing.map(({ span, kind }) => ({ ...toIsoSpan(span), kind })),
      cut: coverage.cut.map(({ span, atLeast }) => ({ ...toIsoSpan(span), atLeast })),
      habits: coverage.habits,
    },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function toIsoSpan({ from, until }: Span): { from: string | null; until: string | null } {
  return { from: toIso(from), until: toIso(until) };
}

/** Returns null for a value that is not an instant, so that unusual server data never prevents a manifest. */
function toIso(time: number): string | null {
  if (!isInstant(time)) return null;
  const milliseconds = Math.floor(time) - Math.floor(time / 1000) * 1000;
  return formatIsoSeconds(time).replace("Z", `.${String(milliseconds).padStart(3, "0")}Z`);
}

function padTwo(number: number): string {
  return String(number).padStart(2, "0");
}

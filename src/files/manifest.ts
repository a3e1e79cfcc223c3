import { isInstant } from "../core/clock.js";
import type { Coverage, Span } from "../core/coverage.js";
import type { ExportFormat, ExportScope } from "../core/export-format.js";
import type { AuditFilters } from "../core/filters/filters.js";
import { isoSeconds } from "../core/time/iso-time.js";
import type { WallTime } from "../core/time/wall-time.js";

/** What a file's name says. */
export interface NamedExport {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  /** When the export was begun, in the chosen zone. */
  readonly begun: WallTime;
}

/** Whether a redaction was applied to what is in a file; a page may set and unset it meanwhile. */
export type Redacted = boolean | "in part";

/** What the manifest needs to know about a finished file. */
export interface ManifestFacts {
  readonly fileName: string;
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  readonly rows: number;
  readonly columns: number;
  readonly bytes: number;
  readonly sha256: string;
  /** The whole range, without gaps. */
  readonly complete: boolean;
  readonly filters: AuditFilters;
  readonly coverage: Coverage;
  /** IANA id of the zone in which the range of the filters was meant. */
  readonly rangeZone: string;
  /** IANA id of the zone of the written times. */
  readonly zone: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly exportedAt: number;
  readonly redacted: Redacted;
  readonly includeSensitive: boolean;
  readonly viewer: string;
}

/**
 * `audit-log-complete-2026-11-23-0914.csv` as the user guide has it for loaded events, `audit-log-range-…` for a range.
 *
 * @param isPartial the export was stopped, or failed
 */
export function exportFileName({ format, scope, begun }: NamedExport, isPartial: boolean): string {
  const { year, month, day, hour, minute } = begun;
  const date = [String(year).padStart(4, "0"), two(month), two(day), two(hour) + two(minute)].join("-");
  return `audit-log-${scope === "loaded" ? "complete" : "range"}-${date}${isPartial ? "-partial" : ""}.${format}`;
}

export function manifestFileName(fileName: string): string {
  return `${fileName}.manifest.json`;
}

/** What a file holds and how it came about, as JSON for people and programs: lists and objects, instants in ISO 8601. */
export function manifestText(facts: ManifestFacts): string {
  const { coverage, filters } = facts;
  const manifest = {
    file: {
      name: facts.fileName,
      format: facts.format,
      bytes: facts.bytes,
      rows: facts.rows,
      // Only a table has columns.
      ...(facts.format === "csv" ? { columns: facts.columns } : {}),
      sha256: facts.sha256,
    },
    exportedAt: iso(facts.exportedAt),
    viewer: `audit-log-viewer ${facts.viewer}`,
    scope: facts.scope,
    filters,
    range: isoSpan(coverage.asked),
    rangeZone: facts.rangeZone,
    zone: facts.zone,
    redacted: facts.redacted,
    includeSensitive: facts.includeSensitive,
    coverage: {
      complete: facts.complete,
      readFrom: iso(coverage.readFrom),
      readUntil: iso(coverage.asked.until),
      requests: coverage.requests,
      records: coverage.records,
      matched: coverage.matched,
      undated: coverage.undated,
      unreadable: coverage.unreadable,
      outside: coverage.outside,
      oldest: coverage.oldest === undefined ? undefined : iso(coverage.oldest),
      doubled: coverage.doubled,
      clockAhead: coverage.clockAhead,
      accessLog: coverage.accessLog,
      sentFilters: coverage.sentFilters,
      narrowed: coverage.narrowed && { ...coverage.narrowed, until: iso(coverage.narrowed.until) },
      missing: coverage.missing.map(({ span, kind }) => ({ ...isoSpan(span), kind })),
      cut: coverage.cut.map(({ span, atLeast }) => ({ ...isoSpan(span), atLeast })),
      habits: coverage.habits,
    },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function isoSpan({ from, until }: Span): { from: string | null; until: string | null } {
  return { from: iso(from), until: iso(until) };
}

/** null for what is no instant: a manifest is written whatever a server does. */
function iso(time: number): string | null {
  if (!isInstant(time)) return null;
  const milliseconds = Math.floor(time) - Math.floor(time / 1000) * 1000;
  return isoSeconds(time).replace("Z", `.${String(milliseconds).padStart(3, "0")}Z`);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

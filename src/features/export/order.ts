import type { LogReader } from "../../api/reading/log-reader.js";
import type { Coverage } from "../../core/coverage.js";
import type { ExportFormat, NamedExport, Redacted } from "../../files/manifest.js";
import type { FileJob } from "../../worker/file-job.js";
import type { HeldPages } from "../../search/loaded-pages.js";
import type { LogState, Searched } from "../../search/log-state.js";

/** What is to be exported, and what is said about it. */
export interface ExportOrder extends NamedExport {
  readonly includeSensitive: boolean;
  /** IANA id of the zone of the written times. */
  readonly zone: string;
  /** Whether a redaction is set now: the page may set and unset it while the file is written. */
  readonly isRedacted: () => boolean;
  /** Version of the viewer. */
  readonly viewer: string;
}

export interface ExportedFile {
  readonly fileName: string;
  readonly format: ExportFormat;
  readonly rows: number;
  readonly complete: boolean;
  readonly data: Blob;
  /** JSON; only of a range. */
  readonly manifest: string | undefined;
}

/** Where a finished file goes. */
export interface Destination {
  /** The name that somebody has chosen instead of the usual one. */
  readonly fileName?: string;
  save(file: ExportedFile, signal: AbortSignal): Promise<void>;
  /** There will be no file after all: nothing of the place stays behind. Never rejects. */
  discard?(): Promise<void>;
}

export type FinishedFile = Awaited<ReturnType<FileJob["finish"]>>;

/** One export from its start to its file; what goes wrong in between can be tried again. */
export interface Job {
  readonly order: ExportOrder;
  readonly searched: Searched;
  readonly loaded: Pick<LogState, "pages" | "coverage" | "hasMore">;
  readonly held: HeldPages | undefined;
  destination: Destination;
  /** Where the whole file was to go. */
  readonly place: Destination;
  abort: AbortController;
  /** What is kept was stopped, or failed. */
  isPartial: boolean;
  /** Milliseconds of the runs before this one, and when this one began. */
  ran: number;
  began: number;
  reader?: LogReader | undefined;
  file?: FileJob | undefined;
  coverage?: Coverage | undefined;
  /** Loaded pages, and rows of the file, that are written. */
  pages: number;
  rows: number;
  /** Whether what is written is redacted; undefined before anything is. */
  redacted?: Redacted | undefined;
  isFinishing: boolean;
  finished?: FinishedFile | undefined;
}

import { AuditLogError } from "../../core/errors.js";
import { manifestFileName } from "../../files/manifest.js";
import type { ExportFormat } from "../../core/export-format.js";

export interface ExportedFile {
  readonly fileName: string;
  readonly format: ExportFormat;
  readonly rows: number;
  readonly complete: boolean;
  readonly data: Blob;
  /** JSON; only of a range. */
  readonly manifest: string | undefined;
}

/** Where a finished file is saved. */
export interface Destination {
  /** The name that the user chose instead of the usual one. */
  readonly fileName?: string;
  save(file: ExportedFile, signal: AbortSignal): Promise<void>;
  /** There will be no file: nothing stays at the destination. Never rejects. */
  discard?(): Promise<void>;
}

/** The File System Access API, which TypeScript's own typings may lack. */
interface FileHandle {
  readonly name: string;
  createWritable(): Promise<WritableStream<Uint8Array>>;
  getFile(): Promise<File>;
  isSameEntry(other: FileHandle): Promise<boolean>;
  /** Not every browser can. */
  remove?(): Promise<void>;
}

type Picker = (options: { suggestedName: string }) => Promise<FileHandle>;

type Wait = (ms: number) => Promise<void>;

/** How long a browser may take to start a download, ms. After that its URL is released. */
const DOWNLOAD_BEGINS = 10_000;

/** Saves nothing: the caller gets the file. */
export const NOT_SAVED: Destination = { save: () => Promise.resolve() };

/** A plain download, with the manifest beside it. */
export function downloads(wait: Wait): Destination {
  return {
    save: async (file) => {
      download(file.data, file.fileName, wait);
      downloadManifest(file, wait);
    },
  };
}

/**
 * Asks the user where to save. Without a click or without the browser's support it is a plain download. Rejects with an
 * AuditLogError of the kind `aborted` if the user cancels.
 */
export async function askDestination(suggestedName: string, wait: Wait): Promise<Destination> {
  const picker = (globalThis as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (!picker || !navigator.userActivation?.isActive) return downloads(wait);
  let handle: FileHandle;
  try {
    handle = await picker({ suggestedName });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") {
      throw new AuditLogError("aborted", "No file location was chosen.", { cause });
    }
    // A frame of another origin must not open the dialog.
    return downloads(wait);
  }
  return fileDestination(handle, wait);
}

/** Chosen files that are not written yet: the user may choose the same file again. */
const waiting = new Set<FileHandle>();

function fileDestination(handle: FileHandle, wait: Wait): Destination {
  waiting.add(handle);
  let saving = Promise.resolve();
  return {
    fileName: handle.name,
    save: async (file, signal) => {
      const stream = async () => file.data.stream().pipeTo(await handle.createWritable(), { signal });
      saving = stream();
      await saving;
      waiting.delete(handle);
      downloadManifest(file, wait);
    },
    discard: async () => {
      // A file that is being written cannot be removed.
      await saving.catch(() => undefined);
      if (waiting.delete(handle)) await removeEmpty(handle).catch(() => undefined);
    },
  };
}

/** The browser creates an empty file when the user chooses one. A file with content is not ours. */
async function removeEmpty(handle: FileHandle): Promise<void> {
  for (const other of waiting) if (await handle.isSameEntry(other)) return;
  const { size } = await handle.getFile();
  if (size === 0) await handle.remove?.();
}

function downloadManifest({ manifest, fileName }: ExportedFile, wait: Wait): void {
  if (manifest === undefined) return;
  download(new Blob([manifest], { type: "application/json" }), manifestFileName(fileName), wait);
}

/** The link is never attached to the page, so no listener of the page hears its click. */
function download(data: Blob, fileName: string, wait: Wait): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = fileName;
  link.click();
  void wait(DOWNLOAD_BEGINS).then(() => URL.revokeObjectURL(link.href));
}

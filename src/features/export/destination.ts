import { AuditLogError } from "../../core/errors.js";
import { createManifestName } from "../../files/manifest.js";
import type { ExportFormat } from "../../core/export-format.js";

export interface ExportedFile {
  readonly fileName: string;
  readonly format: ExportFormat;
  readonly rows: number;
  readonly complete: boolean;
  readonly data: Blob;
  /** JSON; only for the export of a range. */
  readonly manifest: string | undefined;
}

/** A place where a finished file is saved. */
export interface Destination {
  /** The name that the user chose, if it is not the usual one. */
  readonly fileName?: string;
  save(file: ExportedFile, signal: AbortSignal): Promise<void>;
  /** Leaves no file at the destination. Never rejects. */
  discard?(): Promise<void>;
}

/** The File System Access API, which TypeScript's own typings may lack. */
interface FileHandle {
  readonly name: string;
  createWritable(): Promise<WritableStream<Uint8Array>>;
  getFile(): Promise<File>;
  isSameEntry(other: FileHandle): Promise<boolean>;
  /** Not every browser has it. */
  remove?(): Promise<void>;
}

type Picker = (options: { suggestedName: string }) => Promise<FileHandle>;

type Wait = (ms: number) => Promise<void>;

/** The time for a browser to start a download, in milliseconds. After that, the URL is released. */
const DOWNLOAD_START = 10_000;

/** Saves nothing: the caller gets the file. */
export const NOT_SAVED: Destination = { save: () => Promise.resolve() };

/** Downloads the file, and the manifest as a second file. */
export function createDownloads(wait: Wait): Destination {
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
  if (!picker || !navigator.userActivation?.isActive) return createDownloads(wait);
  let handle: FileHandle;
  try {
    handle = await picker({ suggestedName });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") {
      throw new AuditLogError("aborted", "No file location was chosen.", { cause });
    }
    // A frame of another origin must not open the dialog.
    return createDownloads(wait);
  }
  return createFileDestination(handle, wait);
}

/** The chosen files that are not written yet. The user may choose the same file again. */
const unwritten = new Set<FileHandle>();

function createFileDestination(handle: FileHandle, wait: Wait): Destination {
  unwritten.add(handle);
  let saving = Promise.resolve();
  return {
    fileName: handle.name,
    save: async (file, signal) => {
      const write = async () => file.data.stream().pipeTo(await handle.createWritable(), { signal });
      saving = write();
      await saving;
      unwritten.delete(handle);
      downloadManifest(file, wait);
    },
    discard: async () => {
      // A file that is being written cannot be removed.
      await saving.catch(() => undefined);
      if (unwritten.delete(handle)) await removeEmpty(handle).catch(() => undefined);
    },
  };
}

/** Removes the empty file that the browser creates when the user chooses a name. A file with content was there before. */
async function removeEmpty(handle: FileHandle): Promise<void> {
  for (const other of unwritten) if (await handle.isSameEntry(other)) return;
  const { size } = await handle.getFile();
  if (size === 0) await handle.remove?.();
}

function downloadManifest({ manifest, fileName }: ExportedFile, wait: Wait): void {
  if (manifest === undefined) return;
  download(new Blob([manifest], { type: "application/json" }), createManifestName(fileName), wait);
}

/** The link is not attached to the page, so the page's listeners do not get its click. */
function download(data: Blob, fileName: string, wait: Wait): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = fileName;
  link.click();
  void wait(DOWNLOAD_START).then(() => URL.revokeObjectURL(link.href));
}

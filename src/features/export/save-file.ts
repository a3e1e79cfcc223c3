import { AuditLogError } from "../../core/errors.js";
import { manifestFileName } from "../../files/manifest.js";
import type { Destination, ExportedFile } from "./order.js";

/** What is not in the typings of every TypeScript. */
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

/** How long a browser may take to begin with a download, ms; from then on its URL is of no use. */
const DOWNLOAD_BEGINS = 10_000;

/** Whoever asked gets the file; nothing is saved. */
export const handedOver: Destination = { save: () => Promise.resolve() };

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
 * Asks where to save, where the browser can; else a plain download. Has to be called in answer to a click. Rejects with an
 * AuditLogError of the kind `aborted` when the user wants no file after all.
 */
export async function askedPlace(suggestedName: string, wait: Wait): Promise<Destination> {
  const picker = (globalThis as { showSaveFilePicker?: Picker }).showSaveFilePicker;
  if (!picker || !navigator.userActivation?.isActive) return downloads(wait);
  let handle: FileHandle;
  try {
    handle = await picker({ suggestedName });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") {
      throw new AuditLogError("aborted", "No file location was chosen.", { cause });
    }
    // A frame of another origin may not ask.
    return downloads(wait);
  }
  return chosenPlace(handle, wait);
}

/** Places that wait for their file: the same one may be chosen again meanwhile. */
const waiting = new Set<FileHandle>();

function chosenPlace(handle: FileHandle, wait: Wait): Destination {
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

/** The browser makes an empty file where a place is chosen. What has anything in it is not ours. */
async function removeEmpty(handle: FileHandle): Promise<void> {
  for (const other of waiting) if (await handle.isSameEntry(other)) return;
  const { size } = await handle.getFile();
  if (size === 0) await handle.remove?.();
}

function downloadManifest({ manifest, fileName }: ExportedFile, wait: Wait): void {
  if (manifest === undefined) return;
  download(new Blob([manifest], { type: "application/json" }), manifestFileName(fileName), wait);
}

/** The link is never on the page: nobody sees it, and no listener of the page hears its click. */
function download(data: Blob, fileName: string, wait: Wait): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(data);
  link.download = fileName;
  link.click();
  void wait(DOWNLOAD_BEGINS).then(() => URL.revokeObjectURL(link.href));
}

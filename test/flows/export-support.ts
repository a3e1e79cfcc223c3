import { emulateMedia } from "@web/test-runner-commands";
import type { MockServer } from "../../demo/mocks/index.js";
import { type AuditLogViewer, type AuditLogViewerEventDetails } from "../../src/index.js";
import { click } from "../support/user-input.js";
import { PlainFiles } from "../support/plain-files.js";
import { get, hasFocus, findElement, getText } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

export type Exported = AuditLogViewerEventDetails["alv-export"];

export const getExportButton = (viewer: AuditLogViewer) => get(viewer, "button", "Export");

export const findDialog = (viewer: AuditLogViewer) => findElement(viewer, "dialog", "Export");

export const readJob = (viewer: AuditLogViewer) =>
  getText(findElement(viewer, "group", /^Exporting/) ?? document.createTextNode("")).trim();

export const getLoadedButton = (viewer: AuditLogViewer, format = "CSV") =>
  get(viewer, "button", `${format}, loaded events`);

export const getRangeButton = (viewer: AuditLogViewer, format = "CSV") =>
  get(viewer, "button", `${format}, whole date range`);

/** Waits until the dialog is open and has the focus. */
export const waitForDialog = (viewer: AuditLogViewer) =>
  waitUntil(() => {
    const first = findDialog(viewer) && findElement(viewer, "button", "CSV, loaded events");
    return first && hasFocus(first);
  }, "the dialog");

/** The files that the viewer has downloaded in this test. */
export const downloads: { name: string; data: Blob }[] = [];

/** Records downloads instead of starting them: a browser downloads by a click on a link that is never on the page. */
export function recordDownloads(): void {
  const [createUrl, clickLink] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  const blobs = new Map<string, Blob>();
  beforeEach(() => {
    downloads.length = 0;
    // The browser's own file picker would wait for a user.
    Object.assign(globalThis, { showSaveFilePicker: undefined });
    URL.createObjectURL = (data: Blob) => {
      const url = createUrl.call(URL, data);
      blobs.set(url, data);
      return url;
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      downloads.push({ name: this.download, data: blobs.get(this.href)! });
    };
  });
  afterEach(async () => {
    cleanUp();
    URL.createObjectURL = createUrl;
    HTMLAnchorElement.prototype.click = clickLink;
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });
}

/** Shows a viewer with two loaded pages, and a writer whose files the test can read. */
export async function showAndSearch(
  properties: Partial<AuditLogViewer> = {},
  given: Parameters<typeof showViewer>[1] = {},
) {
  const files = new PlainFiles();
  const on = await showViewer(
    { makeFiles: () => Promise.resolve(files), ...properties },
    { events: 2000, days: 2, ...given },
  );
  const exported: Exported[] = [];
  on.viewer.addEventListener("alv-export", (event) => exported.push((event as CustomEvent<Exported>).detail));
  await on.viewer.search({ range: { preset: "last-24-hours" } });
  await click(await waitUntil(() => findElement(on.viewer, "button", "Next"), "results"));
  await waitUntil(() => /Page 2/.test(getText(get(on.viewer, "navigation", "Pagination"))), "page 2");
  return { ...on, files, exported };
}

export async function showAndOpen(
  properties: Partial<AuditLogViewer> = {},
  given: Parameters<typeof showViewer>[1] = {},
) {
  const on = await showAndSearch(properties, given);
  await click(getExportButton(on.viewer));
  await waitForDialog(on.viewer);
  return on;
}

/** Holds every request until the returned function is called. */
export function hold(server: MockServer): () => void {
  server.behavior.failures = [{ at: "every", kind: "hang" }];
  return () => (server.behavior.failures = []);
}

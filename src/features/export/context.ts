import { createContext } from "@lit/context";
import type { ExportFormat, ExportScope } from "../../files/manifest.js";
import type { ExportState } from "./state.js";
import { VERSION } from "../../version.js";

/** What was searched for, as far as somebody who exports it wants to know. */
export interface Exportable {
  readonly rows: number;
  readonly pages: number;
  /** The range holds no event that matches: all of it was read. */
  readonly isNothing: boolean;
  /** The first and the last instant of the searched range. */
  readonly first: number;
  readonly last: number;
}

/** The exports of one viewer: another value for every change. */
export interface ExportDesk {
  /** undefined before results. */
  readonly exportable: Exportable | undefined;
  readonly state: ExportState;
  /** Fetches what an export needs; rejects where that cannot be had. */
  need(): Promise<unknown>;
  /** Only after `need`, in answer to a click: the browser may ask where to save. */
  start(order: { format: ExportFormat; scope: ExportScope; includeSensitive: boolean }): void;
  stop(): void;
  goOn(): void;
  keep(): void;
  /** Forgets what was stopped or failed. */
  dismiss(): void;
}

export const exportContext = createContext<ExportDesk>(Symbol.for(`audit-log-viewer.exports.${VERSION}`));

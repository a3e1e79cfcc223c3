import type { AuditEvent } from "../audit-event.js";

/** Where a long piece of work lets others in: waits where its turn is over, else answers nothing. */
export type Pause = () => Promise<void> | undefined;

/** A file that grows event by event. */
export interface FileWriter {
  readonly rows: number;
  /** Written so far. */
  readonly bytes: number;
  /** Of a CSV; else 0. */
  readonly columns: number;
  add(event: AuditEvent): void;
  /** An item that is no record, as it came. */
  addUnreadable(item: unknown): void;
  finish(pause: Pause): Promise<Blob>;
}

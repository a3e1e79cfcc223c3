import { AuditLogError } from "./domain/errors.js";
import type { FileMaker } from "./worker/client.js";

/** Where files are written. */
export async function makeFiles(): Promise<FileMaker> {
  throw new AuditLogError("unsupported", "no writer");
}

import { exposeThread } from "../../../src/worker/expose-thread.js";
import { FileWriters } from "../../../src/worker/file-writers.js";

/** Dies of the first page that it gets. */
class DyingWriters extends FileWriters {
  override write(): Promise<never> {
    setTimeout(() => {
      throw new Error("out of memory");
    });
    return new Promise(() => undefined);
  }
}

exposeThread({ files: new DyingWriters() });

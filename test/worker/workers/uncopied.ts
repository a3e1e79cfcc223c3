import { exposeThread } from "../../../src/worker/expose-thread.js";
import { FileWriters } from "../../../src/worker/file-writers.js";

/** Returns what no message can hold. */
class OddWriters extends FileWriters {
  override write(): Promise<never> {
    return Promise.resolve((() => undefined) as never);
  }
}

exposeThread({ files: new OddWriters() });

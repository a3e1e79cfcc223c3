import { exposeThread } from "../../../src/worker/expose-thread.js";
import { FileWriters } from "../../../src/worker/file-writers.js";

/** Never comes back from the first page that it gets. */
class BusyWriters extends FileWriters {
  override write(): Promise<never> {
    for (;;);
  }
}

exposeThread({ files: new BusyWriters() });

import { expose } from "comlink";
import { VERSION } from "../../../src/version.js";

/** Dies of the first page that it gets. */
expose({
  hello: () => VERSION,
  files: {
    startFile: () => 1,
    write: () => {
      setTimeout(() => {
        throw new Error("out of memory");
      });
      return new Promise(() => undefined);
    },
  },
});

import { expose } from "comlink";
import { VERSION } from "../../../src/version.js";

/** Never comes back from the first page that it gets. */
expose({
  hello: () => VERSION,
  files: {
    startFile: () => 1,
    write: () => {
      for (;;);
    },
  },
});

import { exposeThread } from "./expose-thread.js";
import { FileWriters } from "./file-writers.js";

exposeThread({ files: new FileWriters() });

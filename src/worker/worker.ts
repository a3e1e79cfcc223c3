import { expose } from "comlink";
import { FileWriters } from "./file-writers.js";

expose(new FileWriters());

import { expose } from "comlink";
import { VERSION } from "../version.js";
import type { ThreadParts } from "./contract.js";

/** Lets the page call the functions of these parts. */
export function exposeThread(parts: Partial<ThreadParts>): void {
  expose({ ...parts, hello: () => VERSION });
}

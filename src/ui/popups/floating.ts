/** What is used of it, so that the rest stays out of its chunk. */
export { autoUpdate, computePosition, flip, offset, shift, size } from "@floating-ui/dom";

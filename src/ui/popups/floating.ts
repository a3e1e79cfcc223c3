/** Only the functions that the viewer uses, so that the rest is not in the chunk. */
export { autoUpdate, computePosition, flip, offset, shift, size } from "@floating-ui/dom";

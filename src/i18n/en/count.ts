import type { Counted } from "../strings/results.js";

export const formatEventCount = ({ number, text }: Counted): string => (number === 1 ? "1 event" : `${text} events`);

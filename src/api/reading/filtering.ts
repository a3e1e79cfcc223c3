/** The code of searches with filters: it tests events, and chooses the filters that the server applies. */
export { compileFilters } from "../../core/filters/matching.js";
export { CursorFilters } from "./cursor-filters.js";

import type { Span } from "../../core/coverage.js";
import type { EndpointBehavior } from "../server/endpoint-behavior.js";
import type { LoadUndatedOverlap } from "../windows/overlap.js";
import type { WindowReader } from "../windows/window-reader.js";
import type { CursorFilters } from "./cursor-filters.js";

export interface LogCursorSetup {
  readonly windows: WindowReader;
  readonly behavior: EndpointBehavior;
  readonly loadUndatedOverlap: LoadUndatedOverlap;
  /** undefined if the search has no filters. */
  readonly filters: CursorFilters | undefined;
  /** The instants that belong to the search. */
  readonly range: Span;
  /** The length of the first window, in milliseconds, if it is not the usual one. */
  readonly firstWindow?: number | undefined;
}

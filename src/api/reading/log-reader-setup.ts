import type { Clock } from "../../core/clock.js";
import type { Redactor } from "../records/event-list.js";
import type { EventWithoutId } from "../records/to-event.js";
import type { EndpointBehavior } from "../server/endpoint-behavior.js";
import type { SourceOptions } from "../source-options.js";
import type { LogQuery } from "./log-reader-types.js";
import type { ApiClient } from "../transport/api-client.js";
import type { MergedLog } from "./merged-log.js";

export interface LogReaderSetup {
  readonly query: LogQuery;
  readonly options: SourceOptions;
  /** Measures the seconds of a budget. */
  readonly clock: Pick<Clock, "now">;
  readonly matches: (event: EventWithoutId) => boolean;
  /** What the viewer has learned about the audit log. */
  readonly behavior: EndpointBehavior;
  readonly log: MergedLog;
  /** Adds the text to an error before the reader rejects with it. */
  readonly withText: ApiClient["withText"];
  /** Records from here on may still arrive late; milliseconds since 1970-01-01T00:00Z. */
  readonly recentFrom: number;
  /** For a refresh: the time from which the first read may have the same records. */
  readonly refreshFrom?: number | undefined;
  /** Everything that decides how records become events. Events of readers with different keys cannot be compared. */
  readonly conversionKey: readonly unknown[];
  /** As in `EventList`. */
  readonly redactor?: () => Redactor | undefined;
}

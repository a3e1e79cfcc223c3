import type { Clock } from "../../core/clock.js";
import type { Rereading } from "../records/event-list.js";
import type { EndpointHabits } from "../server/habits.js";
import type { MergedLog } from "./merged-log.js";
import type { NamelessEvent } from "../records/to-event.js";
import type { LogQuery } from "./reading.js";
import type { SourceOptions } from "../source-options.js";

export interface LogReaderSetup {
  readonly query: LogQuery;
  readonly options: SourceOptions;
  /** What a budget in seconds is measured with. */
  readonly clock: Pick<Clock, "now">;
  readonly matches: (event: NamelessEvent) => boolean;
  /** What the audit log was seen to do. */
  readonly habits: EndpointHabits;
  readonly log: MergedLog;
  /** From here on records may still come late; milliseconds since 1970-01-01T00:00Z. */
  readonly recentFrom: number;
  /** From where on a reader that is to take this one in has read the same records. */
  readonly since?: number | undefined;
  /** What decides how a record is read. Events of readers that differ in it are no copies of each other. */
  readonly basis: readonly unknown[];
  /** As `EventList` wants it. */
  readonly rereading?: () => Rereading | undefined;
}

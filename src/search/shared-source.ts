import type { AuditLogSource } from "../api/source.js";

/** Sources need Temporal, which may have to be fetched: a store is made before it is there. */
export type SourceMaker = () => Promise<AuditLogSource>;

/** One source for all who ask, made at the first call; one that could not be made is made at the next. */
export function sharedSource(make: SourceMaker): SourceMaker {
  let made: Promise<AuditLogSource> | undefined;
  return () => {
    made ??= make().catch((cause: unknown) => {
      made = undefined;
      throw cause;
    });
    return made;
  };
}

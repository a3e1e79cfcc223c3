import type { FetchAdapter } from "./data/fetch-adapter.js";
import type { AuditLogSource, SourceSetup } from "./data/source.js";
import type { Clock } from "./domain/clock.js";
import { loadTemporal } from "./domain/temporal.js";
import { changingSetup, type Changing } from "./source-input.js";

/** What a search needs, and what shows its results, comes in chunks of its own: the first search fetches them. */
export async function makeSource(
  server: { readonly adapter: FetchAdapter; readonly clock: Clock; readonly onUserChange: () => void },
  read: { readonly [Name in Changing]: () => SourceSetup[Name] },
): Promise<AuditLogSource> {
  const [{ AuditLogSource }, temporal] = await Promise.all([
    import("./data/source.js"),
    loadTemporal(),
    import("./components/results-view.js"),
  ]);
  return new AuditLogSource(changingSetup({ ...server, temporal }, read));
}

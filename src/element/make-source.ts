import type { FetchAdapter } from "../api/transport/adapter.js";
import type { AuditLogSource, SourceSetup } from "../api/source.js";
import type { Clock } from "../core/clock.js";
import { loadTemporal } from "../core/time/temporal.js";
import { changingSetup, type Changing } from "./properties/source.js";

/** What a search needs, and what shows its results, comes in chunks of its own: the first search fetches them. */
export async function makeSource(
  server: { readonly adapter: FetchAdapter; readonly clock: Clock; readonly onUserChange: () => void },
  read: { readonly [Name in Changing]: () => SourceSetup[Name] },
): Promise<AuditLogSource> {
  const [{ AuditLogSource }, temporal] = await Promise.all([
    import("../api/source.js"),
    loadTemporal(),
    import("../views/shell/results-view.js"),
  ]);
  return new AuditLogSource(changingSetup({ ...server, temporal }, read));
}

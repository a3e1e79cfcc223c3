import { nativeCalendar } from "./temporal-native.js";
import type { ZonedCalendar } from "./zoned-calendar.js";

let loading: Promise<ZonedCalendar> | undefined;

/**
 * By the browser's own Temporal, or else by the polyfill, which is a chunk of its own and is fetched only then. A failed
 * fetch is tried again at the next call.
 */
export function loadTemporal(): Promise<ZonedCalendar> {
  const native = (globalThis as { Temporal?: typeof Temporal }).Temporal;
  if (native) return Promise.resolve(nativeCalendar(native));
  loading ??= import("./temporal-polyfilled.js").then(
    (module) => module.polyfilledCalendar,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

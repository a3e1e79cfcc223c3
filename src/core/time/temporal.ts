import { createNativeCalendar } from "./temporal-native.js";
import type { ZonedCalendar } from "./zoned-calendar.js";

let loading: Promise<ZonedCalendar> | undefined;

/**
 * Uses the browser's Temporal. If the browser has none, loads the polyfill, which is a separate chunk. After a failure, the next
 * call tries again.
 */
export function loadTemporal(): Promise<ZonedCalendar> {
  const native = (globalThis as { Temporal?: typeof Temporal }).Temporal;
  if (native) return Promise.resolve(createNativeCalendar(native));
  loading ??= import("./temporal-polyfilled.js").then(
    (module) => module.polyfilledCalendar,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

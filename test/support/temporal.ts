import { loadTemporal } from "../../src/core/time/temporal.js";
import type { ZonedCalendar } from "../../src/core/time/zoned-calendar.js";
import { createNativeCalendar } from "../../src/core/time/temporal-native.js";

type Namespace = typeof Temporal;
type Page = { Temporal?: Namespace };

/** The browser's own Temporal, or the classes that replace it in a browser without it. */
export async function loadNamespace(): Promise<Namespace> {
  const page = globalThis as Page;
  if (page.Temporal) return page.Temporal;
  return (await import("temporal-polyfill/implementation")).Temporal as unknown as Namespace;
}

export async function loadNativeTemporal(): Promise<ZonedCalendar> {
  return createNativeCalendar(await loadNamespace());
}

/** What a browser without Temporal gets. */
export async function loadPolyfilledTemporal(): Promise<ZonedCalendar> {
  const page = globalThis as Page;
  const own = Object.getOwnPropertyDescriptor(page, "Temporal");
  // The polyfill looks for it once, when it is loaded.
  delete page.Temporal;
  try {
    return await loadTemporal();
  } finally {
    if (own) Object.defineProperty(page, "Temporal", own);
  }
}

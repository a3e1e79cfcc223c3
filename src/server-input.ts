import type { FetchAdapter } from "./data/fetch-adapter.js";
import { checked, isRecord, isText } from "./property-values.js";

/** Changes a record before anything is made of it. */
export type Redaction = (record: unknown) => unknown;

/** The server that the properties name: an adapter, else a base URL. */
export function readServer(adapter: unknown, apiBase: unknown): FetchAdapter | string | undefined {
  return (
    checked<FetchAdapter | undefined>("adapter", adapter, isAdapter, "an object with a `get` method", undefined) ??
    checked<string | undefined>("api-base", apiBase, isText, "a URL", undefined)
  );
}

export function readRedaction(redact: unknown): Redaction | undefined {
  return checked<Redaction | undefined>("redact", redact, isFunction, "a function", undefined);
}

/** `get` may be inherited: a host's client is often an instance of a class, or itself a function. */
function isAdapter(value: unknown): value is FetchAdapter {
  return (isRecord(value) || isFunction(value)) && isFunction((value as Partial<FetchAdapter>).get);
}

function isFunction(value: unknown): value is Redaction {
  return typeof value === "function";
}

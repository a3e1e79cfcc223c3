import { FILTER_PARAMS, type ServerFilterField } from "../records/wire.js";
import { isRefusal } from "../transport/error-mapping.js";
import type { RequestScope } from "../transport/request-scope.js";
import type { WindowReader } from "../windows/window-reader.js";
import type { EndpointBehavior } from "./endpoint-behavior.js";

const SECOND = 1000;

interface CaseProbeSetup {
  readonly windows: Pick<WindowReader, "findEvents">;
  readonly behavior: EndpointBehavior;
}

/**
 * Finds out whether the server ignores case in the parameter of `field`: requests a known record by its value in the
 * opposite case. Sends nothing if no record is known.
 */
export async function probeCase(
  { windows, behavior }: CaseProbeSetup,
  field: ServerFilterField,
  scope: RequestScope,
): Promise<void> {
  const name = FILTER_PARAMS[field];
  const sample = behavior.caseSamples.get(name);
  if (!sample) return;
  const span = { from: sample.time, until: sample.time + SECOND };
  const found = await windows
    .findEvents(span, [{ name, value: swapCase(sample.value) }], scope)
    .catch((error: unknown) => {
      // The server may refuse a value that it does not know. Then it does not ignore case.
      if (isRefusal(error)) return [];
      throw error;
    });
  behavior.ignoresCase.set(
    name,
    found.some((event) => event[field] === sample.value),
  );
}

/** Samples have ASCII letters only, so swapping twice gives the same text. */
function swapCase(value: string): string {
  return [...value].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join("");
}

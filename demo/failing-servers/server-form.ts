import { createElement } from "../gallery/element.js";
import type { Failure, FailureKind, MockServer } from "../mocks/index.js";

/** The delay of an answer, ms, and the part that each day of the requested range adds. */
const GROWING = { delayMs: 300, delayPerDayMs: 30 };

const KINDS: Readonly<Record<FailureKind, string>> = {
  network: "No network",
  hang: "No response",
  "400": "400, rejected request",
  "401": "401, session ended",
  "403": "403, no permission",
  "404": "404, no such route",
  "429": "429, too many requests",
  "500": "500, server error",
  "502": "502, bad gateway",
  "503": "503, unavailable",
  "504": "504, gateway timeout",
  "not-json": "200, but plain text",
  html: "200, but a sign-in page",
  truncated: "200, but cut off",
  empty: "200, but empty",
  object: "200, but not a list",
};

/** Applies the chosen failure from the next request on, which then counts as the first. */
export function followForm(form: HTMLFormElement, server: MockServer): void {
  const kinds = form.querySelector("#kinds");
  kinds?.append(
    ...Object.entries(KINDS).map(([value, textContent]) => createElement("option", { value, textContent })),
  );
  form.addEventListener("change", () => {
    const { delay, kind, at, onwards } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    Object.assign(server.behavior, delay === "range" ? GROWING : { delayMs: Number(delay), delayPerDayMs: 0 });
    server.behavior.failures = kind === "none" ? [] : [createFailure(kind as FailureKind, at, onwards === "on")];
    server.resetRequests();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

function createFailure(kind: FailureKind, at: string | undefined, onwards: boolean): Failure {
  if (at === "every") return { at, kind };
  return { at: Number(at), kind, ...(onwards ? { times: Number.POSITIVE_INFINITY } : {}) };
}

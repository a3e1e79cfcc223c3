import { createElement } from "../gallery/element.js";
import type { MockServer, SeenRequest } from "../mocks/index.js";

/** The pause between two updates, ms. */
const TURN = 250;
const SHOWN = 50;

/** Lists the requests that the server has seen, newest first. */
export function followRequests(list: HTMLElement, server: MockServer): void {
  let shown = "";
  setInterval(() => {
    const lines = server.requests.map(formatLine);
    const text = lines.join("\n");
    if (text === shown) return;
    shown = text;
    const first = Math.max(0, lines.length - SHOWN);
    list.replaceChildren(
      ...lines
        .slice(first)
        .map((textContent, at) =>
          createElement("li", {
            value: first + at + 1,
            textContent,
            className: isWrong(server.requests[first + at]) ? "failed" : "",
          }),
        )
        .reverse(),
    );
  }, TURN);
}

function formatLine({ path, status, records, aborted }: SeenRequest): string {
  const answer = status === "network" ? "no connection" : status === "hang" ? "no response" : status;
  const given = records > 0 ? `, ${records} records` : "";
  return `${path}: ${answer}${given}${aborted ? ", canceled" : ""}`;
}

/** Some failures have a status of success. */
function isWrong(request: SeenRequest | undefined): boolean {
  return typeof request?.status === "string" || (request?.status ?? 200) >= 400;
}

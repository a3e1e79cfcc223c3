import type { MockResponse } from "../types.js";

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Access denied",
  404: "Not Found",
  405: "Method Not Allowed",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

export function createJsonResponse(body: unknown, status = 200): MockResponse {
  return createTextResponse(JSON.stringify(body), status);
}

/** @param body JSON */
export function createTextResponse(body: string, status = 200): MockResponse {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body,
  };
}

/** The documented shape of an error. */
export function createErrorResponse(status: number, message = REASONS[status] ?? "Error"): MockResponse {
  return createJsonResponse({ code: status, message }, status);
}

/** The response of a gateway in front of the API if the API does not respond. */
export function createGatewayResponse(status: number): MockResponse {
  const reason = `${status} ${REASONS[status] ?? "Error"}`;
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<html><head><title>${reason}</title></head><body><center><h1>${reason}</h1></center></body></html>`,
  };
}

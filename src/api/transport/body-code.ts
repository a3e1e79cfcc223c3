/**
 * Returns the error code in the body: a number or text ("401", "401 Unauthorized"). Some servers send such a body with the
 * status 200: `{"code": 401, "message": "…"}`. undefined: the body has no error code.
 */
export function findErrorCode(body: unknown): number | undefined {
  const code = (body as { code?: unknown } | null | undefined)?.code;
  const status = typeof code === "string" ? Number(/^\s*(\d{3})\b/.exec(code)?.[1]) : code;
  return typeof status === "number" && status >= 400 && status <= 599 ? status : undefined;
}

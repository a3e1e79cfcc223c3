/**
 * Servers say errors in the body, some with the status 200: `{"code": 401, "message": "…"}`. The code counts like a status,
 * as a number or as text ("401", "401 Unauthorized"); undefined where there is none.
 */
export function codeOf(body: unknown): number | undefined {
  const code = (body as { code?: unknown } | null | undefined)?.code;
  const status = typeof code === "string" ? Number(/^\s*(\d{3})\b/.exec(code)?.[1]) : code;
  return typeof status === "number" && status >= 400 && status <= 599 ? status : undefined;
}

/*
 * What may go over the wire, written down from the API's public documents: which requests a client may send, and which
 * answers it has to expect. It knows neither the viewer nor the mock server, so that both can be held against it.
 */

const LOG_TEXTS = [
  "by-ip",
  "by-domain",
  "by-client",
  "action-type",
  "target-domain",
  "target-object",
  "target-host",
  "target-user",
] as const;
const LOG_DATES = ["datetime-start", "datetime-end"] as const;
const PAGING = ["start", "limit"] as const;

/** Documented paths and the query parameters that each takes. */
const PARAMETERS = new Map<string, readonly string[]>([
  ["/auditlog", [...LOG_DATES, ...LOG_TEXTS, ...PAGING]],
  ["/accesslog", [...LOG_DATES, ...LOG_TEXTS, ...PAGING]],
  ["/domains", PAGING],
  ["/domains/count", []],
  ["/domains/~", []],
  ["/jwt", []],
  ["/version", []],
]);

const RECORD_TEXTS = [...LOG_TEXTS, "by-user", "timestamp-datetime"];
const DETAILS = "auditlog-details";

/** What is wrong with a request; empty when nothing is. `path` is relative to the API base. */
export function validateRequest(path: string, query: URLSearchParams): string[] {
  const allowed = PARAMETERS.get(path);
  if (!allowed) return [`"${path}" is no documented path relative to the API base`];
  const problems: string[] = [];
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    if (!allowed.includes(name)) problems.push(`${path} has no parameter "${name}"`);
    else if (values.length > 1) problems.push(`"${name}" is given ${values.length} times`);
    else if (values[0] === "") problems.push(`"${name}" is empty`);
  }
  return [...problems, ...findDateProblems(query), ...findPagingProblems(query)];
}

/** Lists the problems of a requested URL: another origin than the API's, another path, credentials. */
export function validateUrl(url: URL, base: URL): string[] {
  const problems: string[] = [];
  if (url.origin !== base.origin) problems.push(`${url.origin} is another origin than ${base.origin}`);
  if (!url.pathname.startsWith(`${base.pathname.replace(/\/$/, "")}/`)) {
    problems.push(`${url.pathname} is not below ${base.pathname}`);
  }
  if (url.username || url.password) problems.push("the URL carries credentials");
  if (url.hash) problems.push("the URL has a fragment");
  return problems;
}

const DATE_TIMES = [
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)\[[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*\]$/,
];

/** Reads a time as milliseconds, in UTC without a zone; `undefined` for an undocumented format or an invalid date. */
function readDate(text: string): number | undefined {
  if (!DATE_TIMES.some((format) => format.test(text))) return undefined;
  const wall = text.slice(0, 19).replace(" ", "T");
  const real = new Date(`${wall}Z`).getTime();
  if (Number.isNaN(real) || new Date(real).toISOString().slice(0, 19) !== wall) return undefined;
  return new Date(wall + (/^(?:Z|[+-]\d\d:\d\d)/.exec(text.slice(19))?.[0] ?? "Z")).getTime();
}

function findDateProblems(query: URLSearchParams): string[] {
  const problems: string[] = [];
  const [from, until] = LOG_DATES.map((name) => {
    const text = query.get(name);
    const time = text ? readDate(text) : undefined;
    if (text && time === undefined) problems.push(`"${name}" is no documented date-time: ${text}`);
    return time;
  });
  if (from !== undefined && until !== undefined && until < from) problems.push("datetime-end is before datetime-start");
  return problems;
}

function findPagingProblems(query: URLSearchParams): string[] {
  const bounds = { start: [0, Number.MAX_SAFE_INTEGER], limit: [1, 1000] } as const;
  return PAGING.flatMap((name) => {
    const text = query.get(name);
    const [min, max] = bounds[name];
    if (!text || (/^\d+$/.test(text) && Number(text) >= min && Number(text) <= max)) return [];
    return [`"${name}" is out of range: ${text}`];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What is wrong with an answer's JSON beyond what real servers were seen to do: numbers as text and text as numbers, empty
 * texts or null for nothing, fields left out.
 */
export function validateAnswer(path: string, status: number, json: unknown): string[] {
  if (status >= 400) return findErrorProblems(status, json);
  switch (path) {
    case "/auditlog":
    case "/accesslog":
      return listProblems(path, json, recordProblems);
    case "/domains":
      return listProblems(path, json, findDomainProblems);
    case "/domains/count":
      return isObject(json) && isNumeric(json["total"]) ? [] : [`${path} has no total`];
    case "/domains/~":
      return findDomainProblems(json);
    case "/jwt":
      return findMissing(json, ["user", "domain", "territory", "user_scope", "displayName", "exp"]);
    case "/version":
      return findMissing(json, ["apiversion", "hostname"]);
    default:
      return [`${path} should not have been answered`];
  }
}

function findErrorProblems(status: number, json: unknown): string[] {
  if (!isObject(json)) return ["an error is no object"];
  const problems: string[] = [];
  if (json["code"] !== status) problems.push(`an error's code is ${String(json["code"])}, its status ${status}`);
  if (typeof json["message"] !== "string") problems.push("an error has no message");
  return problems;
}

function listProblems(path: string, json: unknown, check: (item: unknown) => string[]): string[] {
  if (!Array.isArray(json)) return [`${path} answers no list`];
  return json.flatMap((item, index) => check(item).map((problem) => `${path}[${index}]: ${problem}`));
}

function recordProblems(item: unknown): string[] {
  if (!isObject(item)) return ["a record is no object"];
  return Object.entries(item).flatMap(([name, value]) => {
    if (name === DETAILS) return isObject(value) || value === "" || value === null ? [] : [`${DETAILS} is no object`];
    if (!RECORD_TEXTS.includes(name)) return [`a record has an unknown field "${name}"`];
    const known = typeof value === "string" || typeof value === "number" || value === null;
    return known ? [] : [`"${name}" is of type ${typeof value}`];
  });
}

function findDomainProblems(item: unknown): string[] {
  if (!isObject(item) || typeof item["domain"] !== "string") return ["a domain has no name"];
  return /^[\w.-]{1,64}$/.test(item["domain"]) ? [] : [`"${item["domain"]}" is no domain's name`];
}

function isNumeric(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value));
}

function findMissing(json: unknown, names: readonly string[]): string[] {
  if (!isObject(json)) return ["the answer is no object"];
  return names.filter((name) => !Object.hasOwn(json, name)).map((name) => `"${name}" is missing`);
}

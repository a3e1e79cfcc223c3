import type { FieldId } from "../../core/fields.js";

/** The names of the API. They appear in `src/api` alone. */
export const PATHS = { auditLog: "/auditlog", accessLog: "/accesslog" } as const;

/** `own` is the domain of a user who may not list other domains. */
export const DOMAIN_PATHS = { list: "/domains", count: "/domains/count", own: "/domains/~" } as const;

export const DOMAIN_FIELDS = { name: "domain", description: "description", total: "total" } as const;

export const PARAMS = {
  from: "datetime-start",
  until: "datetime-end",
  limit: "limit",
  start: "start",
} as const;

/** The documented maximum of `limit`. */
export const MOST_PER_ANSWER = 1000;
/** The `limit` in the examples of the API document: no server refuses it. */
export const SMALL_PAGE = 100;
/** No server has a cap of fewer than ten records: the smallest page in the API document is ten times as long. */
export const SMALLEST_CAP = 10;

/** The fields that the API can filter by: the name is both the record's field and the query parameter. */
export const FILTER_PARAMS = {
  byDomain: "by-domain",
  byIp: "by-ip",
  client: "by-client",
  affectedUser: "target-user",
  affectedDomain: "target-domain",
  host: "target-host",
  action: "action-type",
  object: "target-object",
} as const;

export type ServerFilterField = keyof typeof FILTER_PARAMS;

/** Record fields. */
export const RECORD_FIELDS = {
  ...FILTER_PARAMS,
  time: "timestamp-datetime",
  byUser: "by-user",
  details: "auditlog-details",
} as const satisfies Readonly<Record<FieldId | "details", string>>;

/** Values with one meaning on every server: ASCII letters only, and no separators of values. */
export const PLAIN_VALUE = /^[A-Za-z0-9._@-]{1,100}$/;

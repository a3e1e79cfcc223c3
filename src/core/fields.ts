/** What the values of a field are. It decides how they are compared, suggested and shown. */
type Kind = "time" | "action" | "object" | "user" | "domain" | "address" | "text";

/** The column of a field. Widths are in px. */
export interface Column {
  /** Shown until the user chooses other columns. */
  readonly isDefault?: boolean;
  readonly least: number;
  /** The width for wide typefaces, used if every column has room for its own. */
  readonly better?: number;
  /** The part of the remaining width that the column gets; without it, the column keeps its width. */
  readonly share?: number;
  /** Other widths, in px, while only default columns are shown: this one then shrinks first, so that the others fit. */
  readonly alone?: { readonly usual: number; readonly least: number };
}

/** All that the viewer knows about one field of an audit event, except its texts and its names in the API. */
export interface Field {
  readonly kind: Kind;
  /** The group of the details that shows the field. */
  readonly group: "event" | "by" | "affected";
  /** The key of the text that names the field within its group. */
  readonly fact:
    "factTime" | "factAction" | "factObject" | "factUser" | "factDomain" | "factIp" | "factHost" | "factClient";
  /**
   * How the field is filtered. `range`, `actions` and `objects`: by this member of `AuditFilters`. Else by a text, in
   * the member with the field's name: `by` and `affected` are groups of the filter bar, `page` is a filter that only
   * the page can set.
   */
  readonly filter: "range" | "actions" | "objects" | "by" | "affected" | "page";
  /** The field of a user's domain: `user@domain` in a filter fills both. */
  readonly domain?: string;
  /** The place among the columns of the table and of a CSV file. */
  readonly place: number;
  readonly column?: Column;
  /** The name of the column in a CSV file, in every language, and in the English table. */
  readonly exportName: string;
}

/**
 * The fields of an audit event, by their names in `AuditEvent`, in the order of the filters and of the details. A new
 * field is a row here, its texts, and its name in the API (docs/contributing.md).
 */
export const FIELDS = {
  time: {
    kind: "time",
    group: "event",
    fact: "factTime",
    place: 0,
    exportName: "Timestamp",
    filter: "range",
    column: { isDefault: true, least: 164 },
  },
  action: {
    kind: "action",
    group: "event",
    fact: "factAction",
    place: 1,
    exportName: "Action",
    filter: "actions",
    column: { isDefault: true, least: 176, better: 180 },
  },
  object: {
    kind: "object",
    group: "event",
    fact: "factObject",
    place: 4,
    exportName: "Object",
    filter: "objects",
    column: { isDefault: true, least: 128, better: 142, share: 0.4 },
  },
  byUser: {
    kind: "user",
    group: "by",
    fact: "factUser",
    place: 5,
    exportName: "By User",
    filter: "by",
    domain: "byDomain",
    column: { least: 108, share: 0.4 },
  },
  byDomain: {
    kind: "domain",
    group: "by",
    fact: "factDomain",
    place: 6,
    exportName: "By Domain",
    filter: "by",
    column: { least: 188, share: 0.7 },
  },
  byIp: {
    kind: "address",
    group: "by",
    fact: "factIp",
    place: 7,
    exportName: "IP Address",
    filter: "by",
    column: { least: 174 },
  },
  affectedUser: {
    kind: "user",
    group: "affected",
    fact: "factUser",
    place: 2,
    exportName: "Affected User",
    filter: "affected",
    domain: "affectedDomain",
    column: { isDefault: true, least: 100, better: 108, share: 0.4 },
  },
  affectedDomain: {
    kind: "domain",
    group: "affected",
    fact: "factDomain",
    place: 3,
    exportName: "Affected Domain",
    filter: "affected",
    column: { isDefault: true, least: 170, share: 1, alone: { usual: 100, least: 52 } },
  },
  host: {
    kind: "text",
    group: "affected",
    fact: "factHost",
    place: 8,
    exportName: "Affected Host",
    filter: "page",
  },
  client: {
    kind: "text",
    group: "event",
    fact: "factClient",
    place: 9,
    exportName: "By Client",
    filter: "page",
  },
} as const satisfies Readonly<Record<string, Field>>;

type Rows = typeof FIELDS;

export type FieldId = keyof Rows;

/** The fields of an event that are texts. */
export type EventField = Exclude<FieldId, "time">;

/** The ids of the fields whose rows have these members. */
type FieldWith<Row> = { [Id in FieldId]: Rows[Id] extends Row ? Id : never }[FieldId];

/** The fields that are filtered by a text. */
export type TextFilter = FieldWith<{ filter: "by" | "affected" | "page" }>;
export type UserField = FieldWith<{ kind: "user" }>;
export type DomainField = FieldWith<{ kind: "domain" }>;
/** The fields that have a column in the table. */
export type ColumnField = FieldWith<{ column: object }>;

export const FIELD_IDS = Object.keys(FIELDS) as readonly FieldId[];

/** The fields whose rows have one of these values. */
export function listFieldsWith<const Member extends "kind" | "filter" | "group", const Value extends Field[Member]>(
  member: Member,
  ...values: Value[]
): readonly FieldWith<Record<Member, Value>>[] {
  const isWanted = (value: unknown) => values.some((one) => one === value);
  return FIELD_IDS.filter((id): id is FieldWith<Record<Member, Value>> => isWanted(FIELDS[id][member]));
}

export const LIST_FILTERS = listFieldsWith("filter", "actions", "objects");
export const TEXT_FILTERS = listFieldsWith("filter", "by", "affected", "page");

/** All fields from left to right, as the table and a CSV file have them. */
export const FIELDS_IN_ROW = [...FIELD_IDS].sort((one, other) => FIELDS[one].place - FIELDS[other].place);

import type { Span } from "../../core/coverage.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import type { CompiledTaxonomy, TaxonomyItem } from "../../core/taxonomy/taxonomy.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import { addToCount } from "../records/add-to-count.js";
import { straddles, type AnswerItem } from "../records/answer.js";
import { RecordMerger } from "../records/record-merger.js";
import { FILTER_PARAMS } from "../records/wire.js";
import { isRefusal } from "../transport/error-mapping.js";
import type { RequestScope } from "../transport/request-scope.js";
import type { WindowRead, WindowReader } from "../windows/window-reader.js";
import type { EndpointBehavior } from "./endpoint-behavior.js";
import type { Param } from "./send-plan.js";

/*
 * Requests only some actions and objects. The API does not document their spellings, a request takes one value, and the server
 * does not return records with an unknown spelling. So this code is loaded only for a search that saves much reading with it.
 */

const SECOND = 1000;

/** The maximum number of requests for one window. More requests cost more than they save. */
const MOST_ALTERNATIVES = 6;
const MOST_PAIRS = 3;

/** A filter by action or object: one request for each spelling, whose answers are merged. */
export interface SpellingFilter {
  readonly alternatives: readonly (readonly Param[])[];
  /** The requested spellings; empty for all. */
  readonly actions: readonly string[];
  readonly objects: readonly string[];
  /** Reads the part of a window that all answers cover. */
  read(span: Span, params: readonly Param[], scope: RequestScope): Promise<WindowRead>;
}

export interface SpellingFilterSetup {
  readonly windows: WindowReader;
  readonly behavior: EndpointBehavior;
  readonly filters: AuditFilters;
  readonly taxonomy: CompiledTaxonomy;
}

/** A window that was read without this filter, and how often it has each matching record. */
export interface UnfilteredSample {
  readonly span: Span;
  readonly counts: ReadonlyMap<string, number>;
}

/** Returns a filter with the spellings known now; undefined if every list of spellings is too long. */
export function createSpellingFilter(setup: SpellingFilterSetup): SpellingFilter | undefined {
  const actions = findSpellings(setup, "action");
  const objects = findSpellings(setup, "object");
  const create = (
    alternatives: SpellingFilter["alternatives"],
    sent: Pick<SpellingFilter, "actions" | "objects">,
  ): SpellingFilter => ({
    alternatives,
    ...sent,
    read: (span, params, scope) => readAlternatives(setup.windows, alternatives, span, params, scope),
  });
  if (actions.length > 0 && objects.length > 0 && actions.length * objects.length <= MOST_PAIRS) {
    const alternatives = createParams("action", actions).flatMap((action) =>
      createParams("object", objects).map((object) => [action, object]),
    );
    return create(alternatives, { actions, objects });
  }
  const isAction = objects.length === 0 || (actions.length > 0 && actions.length <= objects.length);
  const [field, values] = isAction ? (["action", actions] as const) : (["object", objects] as const);
  if (values.length === 0 || values.length > MOST_ALTERNATIVES) return undefined;
  const alternatives = createParams(field, values).map((param) => [param]);
  return create(alternatives, { actions: isAction ? values : [], objects: isAction ? [] : values });
}

/** Whether the server returns all known matches of the sample. */
export async function verifySpellingFilter(
  filter: SpellingFilter,
  windows: WindowReader,
  { span, counts }: UnfilteredSample,
  params: readonly Param[],
  scope: RequestScope,
): Promise<boolean> {
  const left = new Map(counts);
  try {
    const read = (part: Span) => filter.read(part, params, scope);
    for (const { raw } of await windows.readAll(span, read)) addToCount(left, createContentKey(raw), -1);
  } catch (error) {
    // The server refuses this filter, so all records are requested.
    if (!isRefusal(error)) throw error;
    return false;
  }
  return [...left.values()].every((lack) => lack <= 0);
}

/** The spellings of the taxonomy, and those that the records of this server have. */
function findSpellings({ filters, taxonomy, behavior }: SpellingFilterSetup, field: "action" | "object"): string[] {
  const ids = field === "action" ? filters.actions : filters.objects;
  const name = FILTER_PARAMS[field];
  if (ids.length === 0 || behavior.refusedParams.has(name)) return [];
  const { actions, objects } = taxonomy.taxonomy;
  const items: readonly TaxonomyItem[] = field === "action" ? actions : objects.flatMap((group) => group.items);
  if (items.some((item) => ids.indexOf(item.id) !== -1 && hasUnknownSpellings(item))) return [];
  const isWanted = (id: string | undefined) => id !== undefined && ids.indexOf(id) !== -1;
  const seen = [...behavior.spellings[field]].filter((value) => isWanted(taxonomy[field](value).item?.id));
  const assumed = items.filter(({ id }) => isWanted(id)).flatMap(({ send }) => send);
  const toKey = behavior.ignoresCase.get(name) ? (value: string) => value.toLowerCase() : (value: string) => value;
  return [...new Map([...assumed, ...seen].map((value) => [toKey(value), value])).values()];
}

/** Whether an item may have unknown spellings. A failed sign-in does: a request for known spellings would miss it. */
function hasUnknownSpellings({ match, failed = [], alarm }: TaxonomyItem): boolean {
  return [...match, ...failed, ...(alarm?.match ?? [])].some((pattern) => pattern[0] === "*");
}

function createParams(field: "action" | "object", values: readonly string[]): Param[] {
  return values.map((value) => ({ name: FILTER_PARAMS[field], value }));
}

async function readAlternatives(
  windows: WindowReader,
  alternatives: SpellingFilter["alternatives"],
  span: Span,
  params: readonly Param[],
  scope: RequestScope,
): Promise<WindowRead> {
  const request = (part: Span, spelling: readonly Param[]) => windows.read(part, [...params, ...spelling], scope);
  const reads = await Promise.all(alternatives.map((spelling) => request(span, spelling)));
  for (;;) {
    const part = {
      from: Math.max(...reads.map((read) => read.span.from)),
      until: Math.min(...reads.map((read) => read.span.until)),
    };
    const unclear = reads.findIndex(({ span: own, items }) =>
      [part.from, part.until].some(
        (edge) => own.from < edge && own.until > edge && items.some((item) => straddles(edge, item)),
      ),
    );
    if (unclear === -1) return mergeReads(part, reads);
    // An item without a time may be on either side of the edge, so this part is requested alone.
    reads[unclear] = await request(part, alternatives[unclear]!);
  }
}

function mergeReads(span: Span, reads: readonly WindowRead[]): WindowRead {
  const isInside = ({ sortTime }: AnswerItem) => sortTime >= span.from && sortTime < span.until;
  return {
    span,
    undatedSpan: {
      from: Math.min(...reads.map((read) => (read.span.from < span.from ? span.from - SECOND : read.undatedSpan.from))),
      until: Math.min(span.until, Math.max(...reads.map(({ undatedSpan }) => undatedSpan.until))),
    },
    // A server that compares loosely returns one record for several spellings.
    items: new RecordMerger().merge(reads.map(({ items }) => items.filter(isInside))),
    rest: [],
    outside: Math.max(...reads.map(({ outside }) => outside)),
    cut: reads.some(({ cut, span: own }) => cut && own.from === span.from),
  };
}

import crossfilter from "crossfilter2";
import { bisectRight, rollup, rollups, sort } from "d3-array";
import { encodeEvents } from "../../../src/analysis/event-batch.js";
import { LogAnalysis } from "../../../src/analysis/log-analysis.js";
import { BAR_COLORS, BREAKDOWN_FIELDS } from "../../../src/core/event-counts.js";
import { findBadgeColor } from "../../../src/core/taxonomy/badge-color.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";
import { makeEdges } from "./events.mjs";

/*
 * All answer the same question: the ten most frequent values of seven fields, and a stacked timeline. The libraries
 * compare texts as they are. The viewer does more: it treats the spellings of a value alike.
 */

const PAGE = 100;
const LIMIT = 10;
const BARS = 120;

export const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
const edges = makeEdges(BARS);
const requests = BREAKDOWN_FIELDS.map((field) => ({ field, limit: LIMIT, search: "" }));

/** The color of an action, cached by its text. */
const colors = new Map();
function findColor({ action }) {
  let color = colors.get(action);
  if (color === undefined) {
    color = BAR_COLORS.indexOf(findBadgeColor(action, taxonomy.action(action)));
    colors.set(action, color);
  }
  return color;
}
const findBar = ({ time }) => bisectRight(edges, time) - 1;

/** The keys of each field. The key of a user contains the domain. */
const KEYS = {
  ...Object.fromEntries(BREAKDOWN_FIELDS.map((field) => [field, [(event) => event[field]]])),
  byUser: [({ byUser }) => byUser, ({ byDomain }) => byDomain],
  affectedUser: [({ affectedUser }) => affectedUser, ({ affectedDomain }) => affectedDomain],
};

export function* divideIntoPages(events) {
  for (let at = 0; at < events.length; at += PAGE) {
    const page = events.slice(at, at + PAGE);
    yield { page, positions: Uint32Array.from(page, (_, index) => at + index) };
  }
}

const count = (events) => events.length;

/** Each way fills its store, which is not measured, and then answers twice. */
export const WAYS = {
  viewer: {
    fill: (events) => {
      const analysis = new LogAnalysis();
      for (const { page, positions } of divideIntoPages(events))
        analysis.insert(positions, encodeEvents(page, taxonomy));
      return analysis;
    },
    ask: (analysis) => ({ breakdowns: analysis.breakdown(requests), bars: analysis.timeline(edges).counts }),
    read: ({ breakdowns, bars }) => ({
      breakdowns: breakdowns.map(({ values }) => values.map((one) => one.count)),
      bars: [...bars],
    }),
  },
  "d3-array": {
    fill: (events) => events,
    ask: (events) => ({
      breakdowns: BREAKDOWN_FIELDS.map((field) => {
        const [key, inner] = KEYS[field];
        const values = inner
          ? [...rollup(events, count, key, inner)].flatMap(([user, domains]) =>
              [...domains].map(([domain, number]) => [user, domain, number]),
            )
          : rollups(events, count, key);
        return sort(values, (value) => -value.at(-1)).slice(0, LIMIT);
      }),
      bars: rollup(events, count, findBar, findColor),
    }),
    read: ({ breakdowns, bars }) => ({
      breakdowns: breakdowns.map((values) => values.map((value) => value.at(-1))),
      bars: Array.from({ length: BARS * BAR_COLORS.length }, (_, at) => {
        return bars.get(Math.floor(at / BAR_COLORS.length))?.get(at % BAR_COLORS.length) ?? 0;
      }),
    }),
  },
  crossfilter2: {
    fill: (events) => ({ records: crossfilter(events), groups: undefined }),
    ask: (store) => {
      // Crossfilter keeps its groups up to date, so a second answer counts nothing.
      store.groups ??= {
        fields: BREAKDOWN_FIELDS.map((field) => {
          const [key, inner] = KEYS[field];
          const dimension = store.records.dimension(inner ? (event) => `${key(event)}\n${inner(event)}` : key);
          return dimension.group();
        }),
        bars: store.records.dimension((event) => findBar(event) * BAR_COLORS.length + findColor(event)).group(),
      };
      return { breakdowns: store.groups.fields.map((group) => group.top(LIMIT)), bars: store.groups.bars.all() };
    },
    read: ({ breakdowns, bars }) => ({
      breakdowns: breakdowns.map((values) => values.map(({ value }) => value)),
      bars: Array.from({ length: BARS * BAR_COLORS.length }, (_, at) => bars.find(({ key }) => key === at)?.value ?? 0),
    }),
  },
};

/** The least work that distinguishes users and domains: adds each field to a set, as it is. */
export function touchPeople(events) {
  const sets = Array.from({ length: 4 }, () => new Set());
  const [users, domains, affected, places] = sets;
  for (const event of events) {
    users.add(event.byUser);
    domains.add(event.byDomain);
    affected.add(event.affectedUser);
    places.add(event.affectedDomain);
  }
  return sets.reduce((sum, { size }) => sum + size, 0);
}

export { edges, requests };

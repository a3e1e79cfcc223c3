import { expect } from "@open-wc/testing";
import { html } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Span } from "../../../src/core/coverage.js";
import { BAR_COLORS, type Counted, type CountsExtent, type TimelineCounts } from "../../../src/core/event-counts.js";
import type { BadgeColor } from "../../../src/core/taxonomy/taxonomy.js";
import { layOutBars, type TimelineBars } from "../../../src/features/explore/timeline/bars.js";
import * as numbers from "../../../src/features/explore/timeline/numbers/numbers.js";
import * as selecting from "../../../src/features/explore/timeline/selecting/selecting.js";
import { createRules } from "../../../src/features/explore/timeline/times.js";
import "../../../src/features/explore/timeline/timeline.js";
import type { Timeline } from "../../../src/features/explore/timeline/timeline.js";
import { waitUntil } from "../../flows/support.js";
import { get, getFocused, getName, hasFocus } from "../../support/screen.js";
import { press } from "../../support/user-input.js";
import { createEnvironment, getButton, mount, type MountOptions, waitForUpdate } from "../../views/support.js";

export const ZONE = "America/New_York";

/** November 14 to 23, in New York. */
export const RANGE: Span = { from: Date.parse("2026-11-14T05:00:00Z"), until: Date.parse("2026-11-24T05:00:00Z") };

export const at = (text: string): number => Date.parse(`${text}-05:00`);

/** Events at one time: how many of each color. */
export type Pile = readonly [time: string, colors: Partial<Record<BadgeColor, number>>];

export const PILES: readonly Pile[] = [
  ["2026-11-20T10:30", { blue: 11, orange: 6, neutral: 10 }],
  ["2026-11-22T12:05", { red: 1, blue: 400 }],
  ["2026-11-22T18:00", { green: 2 }],
];

export function countPiles({ edges }: TimelineBars, piles: readonly Pile[]): Uint32Array {
  const counts = new Uint32Array((edges.length - 1) * BAR_COLORS.length);
  for (const [time, colors] of piles) {
    const bar = edges.findLastIndex((edge) => edge <= at(time));
    for (const [color, count] of Object.entries(colors)) {
      counts[bar * BAR_COLORS.length + BAR_COLORS.indexOf(color as (typeof BAR_COLORS)[number])]! += count;
    }
  }
  return counts;
}

export const createExtent = (given: Partial<CountsExtent> = {}): CountsExtent => ({
  asked: RANGE,
  events: 430,
  records: 1240,
  readFrom: given.countedFrom ?? given.asked?.from ?? RANGE.from,
  countedFrom: given.asked?.from ?? RANGE.from,
  countedOnly: 0,
  missing: [],
  cut: [],
  ...given,
});

export interface TestTimeline {
  readonly element: Timeline;
  /** What the timeline has asked for. */
  readonly asked: unknown[];
  readonly update: (properties: Partial<Timeline>) => Promise<void>;
}

export interface TimelineOptions extends MountOptions {
  readonly piles?: readonly Pile[];
  readonly extent?: Partial<CountsExtent>;
  readonly undated?: number;
  readonly zone?: string;
  readonly range?: Span;
  readonly isCounting?: boolean;
  readonly properties?: Partial<Timeline>;
  /** At most so many bars; else as many as fit. */
  readonly most?: number;
  /** Loads the code that selects. */
  readonly loadSelecting?: () => Promise<typeof selecting>;
}

/** A timeline on a page; it is counted as soon as it has said how much room it has. */
export async function showTimeline({
  piles = PILES,
  extent,
  undated = 0,
  zone = ZONE,
  range = RANGE,
  isCounting = false,
  properties = {},
  most = 120,
  loadSelecting = () => Promise.resolve(selecting),
  ...options
}: TimelineOptions = {}): Promise<TestTimeline> {
  const environment = options.environment ?? createEnvironment(zone);
  const asked: unknown[] = [];
  let element: Timeline | undefined;
  const fit = (room: number) => {
    const fitting = Math.min(most, Math.floor(room / 6));
    const bars = layOutBars(range, createRules(zone, environment.locale), fitting);
    const counted: Counted<TimelineCounts> = {
      counts: { counts: countPiles(bars, piles), undated },
      extent: createExtent({ asked: range, ...extent }),
    };
    Object.assign(element!, { bars, counts: isCounting ? undefined : counted });
  };
  const actions = {
    zoom: (span: Span) => asked.push(["zoom", span]),
    back: () => asked.push(["back"]),
    fold: (isFolded: boolean) => asked.push(["fold", isFolded]),
    fit,
  };
  const keep = (made: Element | undefined) => {
    if (made) element = Object.assign(made as Timeline, properties);
  };
  const parts = { numbers, selecting: loadSelecting };
  const mounted = await mount<Timeline>(
    html`<alv-timeline .actions=${actions} .parts=${parts} ${ref(keep)}></alv-timeline>`,
    {
      ...options,
      environment,
    },
  );
  // As below the filters: the tag of a selection is above the strip.
  mounted.root.style.setProperty("padding-block-start", "80px");
  await waitForUpdate(mounted.element);
  return {
    element: mounted.element,
    asked,
    update: async (properties) => {
      Object.assign(mounted.element, properties);
      await waitForUpdate(mounted.element);
    },
  };
}

export const BUSY = "Nov 20, 10 AM to 12 PM: 27 events, 11 login, 6 modify, 10 other";

export const getBar = (element: Element, name: string | RegExp): HTMLElement => get(element, "option", name);

/** Reaches the bars with the Tab key, from the button after them. */
export async function enterBars(element: Element): Promise<HTMLElement> {
  getButton(element, "Fold the timeline").focus();
  await press("Shift+Tab");
  await waitUntil(() => getFocused()?.getAttribute("role") === "option", "a bar");
  expect(hasFocus(get(element, "option", getName(getFocused()!)))).to.equal(true);
  return getFocused() as HTMLElement;
}

import type { Breakdown, BreakdownRequest, Counted, CountsExtent } from "../../../core/event-counts.js";
import { mayHideHabits, type Finding, type FindingRequest } from "../../../core/findings.js";
import { Store } from "../../../core/store.js";
import type { LogStore } from "../../../search/log-store.js";
import { takeFrame } from "../../../ui/own-frame.js";
import { BREAKDOWN_REQUESTS } from "./fields.js";

export interface BreakdownState {
  /** Whether the viewer has room for the breakdown beside the rows. */
  readonly isWide: boolean;
  /** Whether the sheet is open, in a viewer without that room. */
  readonly isSheetOpen: boolean;
  /** Undefined while the events of a search are counted. */
  readonly breakdowns: Counted<readonly Breakdown[]> | undefined;
  /** Undefined while they are looked for. */
  readonly findings: readonly Finding[] | undefined;
  /** Whether nothing could be counted. */
  readonly hasFailed: boolean;
  /** Whether findings could not be looked for. */
  readonly lacksFindings: boolean;
}

const UNCOUNTED = { breakdowns: undefined, findings: undefined, hasFailed: false, lacksFindings: false };

/** What the breakdown shows. It asks for counts only while it is on the screen. */
export class BreakdownStore extends Store<BreakdownState> {
  readonly log: LogStore;
  readonly #zone: () => string;
  /** Focuses the button that opens the breakdown. */
  focusButton: () => void = () => undefined;
  #isShown = false;
  #ends: (() => void)[] = [];
  #isCounting = false;
  #isOutdated = false;

  constructor(log: LogStore, zone: () => string) {
    super({ isWide: true, isSheetOpen: false, ...UNCOUNTED });
    this.log = log;
    this.#zone = zone;
  }

  /** A wide viewer has no sheet. */
  measure(isWide: boolean): void {
    if (isWide !== this.state.isWide) this.update({ isWide, isSheetOpen: false });
  }

  setSheet(isSheetOpen: boolean): void {
    if (isSheetOpen !== this.state.isSheetOpen) this.update({ isSheetOpen });
  }

  /** Whether the breakdown is on the screen. */
  show(isShown: boolean): void {
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    if (!isShown) return this.#unfollow();
    this.#follow();
    this.count();
  }

  /** Forgets the log. */
  end(): void {
    this.show(false);
  }

  readonly findMore = async (request: BreakdownRequest): Promise<Breakdown> => {
    const counted = await this.log.server?.analysis?.breakdown([request]);
    if (!counted) throw new Error("Nothing can be counted.");
    return counted.counts[0]!;
  };

  /** Counts again; also after a failure. */
  readonly count = (): void => {
    this.#isOutdated = true;
    if (!this.#isCounting) void this.#countAll();
  };

  #follow(): void {
    const { analysis } = this.log.server ?? {};
    if (analysis)
      this.#ends.push(analysis.subscribe((now, before) => now.revision !== before.revision && this.count()));
    this.#ends.push(
      this.log.subscribe((now, before) => {
        if (now.searched !== before.searched) this.update(UNCOUNTED);
        if (now.searched !== before.searched || now.coverage !== before.coverage || now.activity !== before.activity)
          this.count();
      }),
    );
  }

  #unfollow(): void {
    for (const end of this.#ends.splice(0)) end();
  }

  /** One question at a time; events that come meanwhile are counted after it. */
  async #countAll(): Promise<void> {
    this.#isCounting = true;
    while (this.#isOutdated && this.#isShown) {
      this.#isOutdated = false;
      await this.#countOnce().catch(() => this.#fail());
    }
    this.#isCounting = false;
  }

  async #countOnce(): Promise<void> {
    const { analysis } = this.log.server ?? {};
    const { searched } = this.log.state;
    if (!analysis || !searched) return;
    const { isCounting } = analysis.state;
    const breakdowns = await analysis.breakdown(BREAKDOWN_REQUESTS);
    await takeFrame();
    if (searched !== this.log.state.searched) return;
    if (!breakdowns) return this.#fail();
    this.update({ breakdowns, hasFailed: false });
    // While more events are read, sentences about them would come and go.
    if (this.log.state.activity || isCounting) return;
    const request = createRequest(breakdowns.extent, searched.filters, this.#zone());
    const findings = await analysis.findings(request).catch(() => undefined);
    if (searched !== this.log.state.searched || (!findings && this.#isOutdated)) return;
    this.update({ findings: findings?.counts, lacksFindings: !findings });
  }

  #fail(): void {
    this.update({ hasFailed: true });
  }
}

function createRequest(
  { asked, countedFrom, missing, cut }: CountsExtent,
  filters: Parameters<typeof mayHideHabits>[0],
  zone: string,
): FindingRequest {
  return {
    from: Math.max(asked.from, countedFrom),
    until: asked.until,
    hasGaps: missing.length + cut.length > 0,
    isNarrowed: mayHideHabits(filters),
    zone,
  };
}

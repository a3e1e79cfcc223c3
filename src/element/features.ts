import { ContextProvider } from "../ui/context.js";
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { failLoading } from "../core/errors.js";
import type { LateStrings } from "../i18n/strings.js";
import type { LogStore } from "../search/log-store.js";
import { renderIcon } from "../ui/icons.js";
import { runWhenRemoved } from "../ui/when-removed.js";
import {
  featuresContext,
  type Feature,
  type ViewerForFeatures,
  type FeaturePlaces,
  type Places,
  type ToolUse,
} from "../views/shell/feature.js";
import { send } from "../views/shell/commands.js";
import "../views/toolbar/late-tool.js";
import { FEATURES, type FeatureRow } from "./late-code.js";

type Rows = Readonly<Record<string, FeatureRow>>;
type LoadedFeature<Table extends Rows, Name extends keyof Table> = ReturnType<
  Awaited<ReturnType<Table[Name]["load"]>>["create"]
>;

/** The features of one viewer: loads them when they are first used, and renders them at their places. */
export class Features<Table extends Rows = typeof FEATURES> {
  readonly #viewer: ViewerForFeatures;
  readonly #addEnglish: (texts: Partial<LateStrings>) => void;
  readonly #table: Table;
  readonly #provider: ContextProvider<FeaturePlaces>;
  readonly #loaded = new Map<keyof Table, Feature>();
  readonly #loading = new Map<keyof Table, Promise<Feature>>();
  readonly #uses = new Map<keyof Table, ToolUse>();

  /** @param addEnglish adds the English texts of a feature */
  constructor(
    viewer: ViewerForFeatures,
    addEnglish: (texts: Partial<LateStrings>) => void,
    table: Table = FEATURES as unknown as Table,
  ) {
    this.#viewer = viewer;
    this.#addEnglish = addEnglish;
    this.#table = table;
    this.#provider = new ContextProvider(viewer.element, featuresContext, this.#places());
    runWhenRemoved(viewer.element, () => {
      for (const feature of this.#loaded.values()) feature.end();
    });
  }

  /** Loads one feature. Rejects with an AuditLogError if it cannot be loaded; the next call tries again. */
  async load<Name extends keyof Table>(name: Name): Promise<LoadedFeature<Table, Name>> {
    let loading = this.#loading.get(name);
    if (!loading) {
      loading = this.#load(name).catch((cause: unknown) => {
        this.#loading.delete(name);
        return failLoading(cause);
      });
      this.#loading.set(name, loading);
    }
    return (await loading) as LoadedFeature<Table, Name>;
  }

  /** Loads the features that are shown with results. */
  async loadWithResults(): Promise<void> {
    const isWanted = (name: keyof Table) => this.#table[name]!.comesWithResults?.(this.#viewer);
    // Without them, the results are shown alone; the next use of the feature tries again.
    await Promise.all(this.#names.filter(isWanted).map((name) => this.load(name).catch(() => undefined)));
  }

  /** Tells the features that the viewer has the log of another server or user. */
  use(log: LogStore): void {
    for (const feature of this.#loaded.values()) feature.use(log);
    this.#publish();
  }

  /** Renders the places again, after a property has changed that a feature shows. Loads what is shown with results now. */
  refresh(): void {
    this.#publish();
    const { searched, activity } = this.#viewer.log.state;
    // The first search loads what was wanted when it began.
    if (searched || activity) void this.loadWithResults();
  }

  /** The places of the features, for templates. */
  get places(): FeaturePlaces {
    return this.#provider.value;
  }

  get #names(): readonly (keyof Table)[] {
    return Object.keys(this.#table);
  }

  async #load(name: keyof Table): Promise<Feature> {
    const { create, english = {} } = await this.#table[name]!.load();
    this.#addEnglish(english);
    const feature = create(this.#viewer);
    this.#loaded.set(name, feature);
    this.#publish();
    return feature;
  }

  #publish(): void {
    this.#provider.setValue(this.#places());
    this.#viewer.element.requestUpdate();
  }

  /** Another object each time, so that the places render again. */
  #places(): FeaturePlaces {
    return {
      render: (place, facts) => this.#names.map((name) => this.#render(name, place, facts)),
      look: async (place) => {
        const names = this.#names.filter((name) => this.#table[name]!.place === place);
        // Offline: the place stays empty, and the next look tries again.
        await Promise.all(names.map((name) => this.load(name).catch(() => undefined)));
      },
    };
  }

  #render<Place extends keyof Places>(name: keyof Table, place: Place, facts: Places[Place]): unknown {
    const use = this.#uses.get(name) ?? {};
    this.#uses.set(name, use);
    const feature = this.#loaded.get(name);
    if (feature) return feature.places[place]?.(facts, use) ?? nothing;
    const { tool, line, place: own } = this.#table[name]!;
    if (own !== place) return nothing;
    const { environment, log } = this.#viewer;
    if (line) return this.#renderLine(name, line, use);
    if (!tool) return nothing;
    return html`<alv-late-tool
      .icon=${tool.icon}
      .label=${tool.label(environment.strings)}
      .isToggle=${tool.isToggle ?? false}
      .isOff=${!log.state.searched}
      .isBusy=${log.state.activity === "search"}
      .preload=${() => void this.#table[name]!.load().catch(() => undefined)}
      .load=${() => this.load(name)}
      .use=${use}
    ></alv-late-tool>`;
  }

  /** The feature takes the place of this line, and the focus of its button. */
  #renderLine(name: keyof Table, { label, choice }: NonNullable<FeatureRow["line"]>, use: ToolUse): unknown {
    const preload = () => void this.#table[name]!.load().catch(() => undefined);
    const show = ({ currentTarget }: Event) => {
      const button = currentTarget as HTMLElement;
      use.isFocused = () => button.matches(":focus");
      send(button, "prefer", choice);
      // Offline: the line stays, and the next click tries again.
      void this.load(name).catch(() => undefined);
    };
    const { log, environment } = this.#viewer;
    // Another search has another line, because the browser counts a line that moves as a shift of the layout.
    return keyed(
      log.state.searched?.filters,
      html`<div class="late-line">
        <button type="button" aria-expanded="false" @pointerenter=${preload} @focus=${preload} @click=${show}>
          ${renderIcon("chevron-down", { small: true })}${label(environment.strings)}
        </button>
      </div>`,
    );
  }
}

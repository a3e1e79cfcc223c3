import { ContextProvider } from "../ui/context.js";
import type { PropertyValues, ReactiveElement } from "lit";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import { environmentContext, type Environment } from "../views/shell/environment.js";
import type { LateStrings } from "../i18n/strings.js";
import type { ViewerSetting } from "../views/shell/viewer-template.js";
import {
  createLanguages,
  ENVIRONMENT_KEYS,
  readEnvironment,
  TaxonomyInput,
  type EnvironmentInput,
} from "./properties/environment.js";

type Viewer = ReactiveElement & EnvironmentInput & { readonly taxonomy: unknown };

/** Provides the texts, times and labels of a viewer to its views. */
export class EnvironmentController {
  readonly #viewer: Viewer;
  readonly #provider: ContextProvider<Environment>;
  readonly #languages = createLanguages(() => this.readAgain());
  readonly #taxonomy = new TaxonomyInput();
  #isOutdated = false;
  /** The language of the texts. */
  lang: ViewerSetting["lang"] = "en";
  /** The direction of the texts, if the page does not set it. */
  dir: ViewerSetting["dir"];

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
    this.#provider = new ContextProvider(viewer, environmentContext, undefined as never);
  }

  /** Undefined before the first update. */
  get value(): Environment {
    return this.#provider.value;
  }

  get locale(): string {
    return (this.#provider.value as Environment | undefined)?.locale ?? this.#read().locale;
  }

  get taxonomy(): CompiledTaxonomy {
    return this.#taxonomy.read(this.#viewer.taxonomy);
  }

  /** Reads everything again in the next update. */
  readAgain(): void {
    this.#isOutdated = true;
    this.#viewer.requestUpdate();
  }

  /** @param changed the properties that have changed since the last update */
  update(changed: PropertyValues): void {
    if (!this.#isOutdated && !ENVIRONMENT_KEYS.some((key) => changed.has(key))) return;
    const environment = this.#read();
    this.#provider.setValue(environment);
    this.lang = environment.lang;
    this.dir = environment.dir;
    this.#isOutdated = false;
  }

  /** Loads the sentences about events. */
  loadSentences(): Promise<void> {
    return this.#languages.loadSentences();
  }

  /** Adds the English texts of a feature. */
  readonly addEnglish = (texts: Partial<LateStrings>): void => this.#languages.addEnglish(texts);

  #read(): ReturnType<typeof readEnvironment> {
    return readEnvironment(this.#viewer, this.taxonomy, this.#languages);
  }
}

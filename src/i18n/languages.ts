import { en } from "./en.js";
import type { LateStrings, Strings } from "./strings.js";

/** A language other than English. Each is a separate chunk. */
interface LanguageSource {
  readonly direction: "ltr" | "rtl";
  readonly load: () => Promise<{ readonly language: Strings }>;
}

export type LanguageSources = Readonly<Record<string, LanguageSource>>;

const LANGUAGES: LanguageSources = {
  ar: { direction: "rtl", load: () => import("./ar.js") },
  es: { direction: "ltr", load: () => import("./es.js") },
  fr: { direction: "ltr", load: () => import("./fr.js") },
};

/** English texts that are loaded later: what their names contain, and one of them. Other languages have all texts in one chunk. */
const LATE_ENGLISH: readonly (readonly [RegExp, keyof LateStrings])[] = [
  [/summary|failedLogin|lookAlikes/i, "summary"],
  [/domains/i, "recentDomains"],
  [/export/i, "exportNothing"],
  [/^count[A-Z]/, "countRange"],
  [/^coverage(?!Label|Whole|SoFar)/, "coverageCut"],
  [/^empty[RT]|^didYouMean|Pattern$|^notLogged|30Days$/, "emptyTitle"],
  [/^range[A-Z]|Month$|^dayStates|^customRangeOption|^clockNote/, "rangeApply"],
  [/^(?:find|clear|announce)Object|^objects[NOS]/, "findObject"],
  [/Zones?$|^zoneNow|^utcOffset/, "findZone"],
  [/timeline[A-Z]/, "timelineFold"],
  [/^breakdown[A-Z]|^filterFor/, "breakdownOf"],
  [/^finding/, "findings"],
];

/** The texts to show for a locale. */
export interface Language {
  readonly strings: Strings;
  /** The BCP 47 tag of the texts. */
  readonly tag: string;
  /** The direction of the language that is shown or being loaded, so that the layout does not flip when it arrives. */
  readonly direction: "ltr" | "rtl";
  /** Whether a text of this name may be loaded later. At first, English has only the texts before a search. */
  readonly mayGet: (name: string) => boolean;
}

/** The languages of one viewer. English is shown until another language is loaded, and if it cannot be loaded. */
export class Languages {
  readonly #sources: LanguageSources;
  readonly #onChange: () => void;
  readonly #onFailure: (name: string) => void;
  readonly #loaded = new Map<string, Strings>();
  readonly #loading = new Set<string>();
  #english = en as Strings;
  /** The language of the latest call. Only its texts are shown when they arrive. */
  #wanted = "en";
  /** The language that has just failed to load. The next call returns English, and the call after that tries again. */
  #failed: string | undefined;

  /**
   * @param onChange called when the texts for the latest locale have changed
   * @param onFailure called when a language could not be loaded
   */
  constructor(onChange: () => void, onFailure: (name: string) => void, sources = LANGUAGES) {
    this.#onChange = onChange;
    this.#onFailure = onFailure;
    this.#sources = sources;
  }

  /** @param locale BCP 47; all regions of a language share its texts */
  of(locale: string): Language {
    const name = new Intl.Locale(locale).language;
    const source = Object.hasOwn(this.#sources, name) ? this.#sources[name] : undefined;
    this.#wanted = name;
    if (this.#failed === name) this.#failed = undefined;
    else if (source && !this.#loaded.has(name)) void this.#load(name, source);
    const strings = this.#loaded.get(name);
    return {
      strings: strings ?? this.#english,
      tag: strings || name === "en" ? locale : "en",
      direction: source && (strings || this.#loading.has(name)) ? source.direction : "ltr",
      mayGet: (name) =>
        !strings && LATE_ENGLISH.some(([pattern, one]) => pattern.test(name) && !Object.hasOwn(this.#english, one)),
    };
  }

  /** Loads the English sentences about events. Rejects if they cannot be loaded; the next call tries again. */
  async loadSentences(): Promise<void> {
    this.addEnglish((await import("./en/summary.js")).summary);
  }

  /** Adds English texts that were loaded later. */
  addEnglish(texts: Partial<LateStrings>): void {
    if (Object.keys(texts).every((name) => Object.hasOwn(this.#english, name))) return;
    this.#english = { ...this.#english, ...texts };
    this.#onChange();
  }

  async #load(name: string, source: LanguageSource): Promise<void> {
    if (this.#loading.has(name)) return;
    this.#loading.add(name);
    try {
      this.#loaded.set(name, (await source.load()).language);
    } catch {
      // The browser is offline, or a new version has replaced the chunk.
      this.#failed = name;
      this.#onFailure(name);
    }
    this.#loading.delete(name);
    if (this.#wanted === name) this.#onChange();
    else this.#failed = undefined;
  }
}

import { en } from "./en.js";
import type { Strings } from "./strings.js";

/** A language besides English, which is a chunk of its own. */
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

/** The texts to show for a locale. */
export interface Language {
  readonly strings: Strings;
  /** BCP 47, of the texts that are shown. */
  readonly tag: string;
  /** Of the language that is shown or is being loaded: nothing turns around when it arrives. */
  readonly direction: "ltr" | "rtl";
  /** Every text is there. Otherwise English lacks those that no reader sees before a search. */
  readonly isWhole: boolean;
}

/** The languages of one viewer. English is shown until another language is loaded, and if it cannot be loaded. */
export class Languages {
  readonly #sources: LanguageSources;
  readonly #onChange: () => void;
  readonly #onFailure: (name: string) => void;
  readonly #loaded = new Map<string, Strings>();
  readonly #loading = new Set<string>();
  #english = en as Strings;
  #isEnglishWhole = false;
  /** The language of the latest call: only its arrival changes the screen. */
  #wanted = "en";
  /** It has just failed: the render that follows shows English, and the next change tries again. */
  #failed: string | undefined;

  /**
   * @param onChange the texts for the latest locale have changed
   * @param onFailure a language could not be loaded
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
      isWhole: strings !== undefined || this.#isEnglishWhole,
    };
  }

  /** Loads the English texts that a reader needs after a search. Rejects if they cannot be loaded; the next call tries again. */
  async complete(): Promise<void> {
    if (this.#isEnglishWhole) return;
    const { lateEnglish } = await import("./en-late.js");
    if (this.#isEnglishWhole) return;
    this.#english = { ...en, ...lateEnglish };
    this.#isEnglishWhole = true;
    this.#onChange();
  }

  async #load(name: string, source: LanguageSource): Promise<void> {
    if (this.#loading.has(name)) return;
    this.#loading.add(name);
    try {
      this.#loaded.set(name, (await source.load()).language);
    } catch {
      // Offline, or a new version has replaced the chunk.
      this.#failed = name;
      this.#onFailure(name);
    }
    this.#loading.delete(name);
    if (this.#wanted === name) this.#onChange();
    else this.#failed = undefined;
  }
}

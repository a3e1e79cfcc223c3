import { en } from "./en.js";
import type { Strings } from "./strings.js";

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

/** The texts to show for a locale. */
export interface Language {
  readonly strings: Strings;
  /** The BCP 47 tag of the texts. */
  readonly tag: string;
  /** The direction of the language that is shown or being loaded, so that the layout does not flip when it arrives. */
  readonly direction: "ltr" | "rtl";
  /** Whether all texts are loaded. At first, English lacks the texts that the user sees only after a search. */
  readonly isComplete: boolean;
}

/** The languages of one viewer. English is shown until another language is loaded, and if it cannot be loaded. */
export class Languages {
  readonly #sources: LanguageSources;
  readonly #onChange: () => void;
  readonly #onFailure: (name: string) => void;
  readonly #loaded = new Map<string, Strings>();
  readonly #loading = new Set<string>();
  #english = en as Strings;
  #isEnglishComplete = false;
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
      isComplete: strings !== undefined || this.#isEnglishComplete,
    };
  }

  /** Loads the English texts for the results of a search. Rejects if they cannot be loaded; the next call tries again. */
  async loadLateEnglish(): Promise<void> {
    if (this.#isEnglishComplete) return;
    const { lateEnglish } = await import("./en-late.js");
    if (this.#isEnglishComplete) return;
    this.#english = { ...en, ...lateEnglish };
    this.#isEnglishComplete = true;
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

import { en } from "./en.js";
import type { Strings } from "./strings.js";

/** Fetches a language, a chunk of its own. */
export type Loaders = Readonly<Record<string, () => Promise<{ readonly language: Strings }>>>;

const LOADERS: Loaders = {
  ar: () => import("./ar.js"),
  es: () => import("./es.js"),
  fr: () => import("./fr.js"),
};

/** The texts to show for a locale. */
export interface Language {
  readonly strings: Strings;
  /** BCP 47, of the texts that are shown. */
  readonly tag: string;
  /** Of the language that is shown, or is on its way: nothing turns around when it arrives. */
  readonly direction: "ltr" | "rtl";
}

/**
 * The languages of one viewer. English is there from the beginning, and is shown for a language that is on its way, is not
 * spoken, or cannot be fetched.
 */
export class Languages {
  readonly #loaders: Loaders;
  readonly #onChange: () => void;
  readonly #onFailure: (name: string) => void;
  readonly #arrived = new Map<string, Strings>([["en", en]]);
  readonly #onTheWay = new Set<string>();
  /** What was asked for last: only that is worth a new picture when it arrives. */
  #wanted = "en";
  /** It has just failed: the picture that follows is English, and the next change tries again. */
  #failed: string | undefined;

  /**
   * @param onChange another language is to be shown for what was asked for last
   * @param onFailure a language could not be fetched
   */
  constructor(onChange: () => void, onFailure: (name: string) => void, loaders: Loaders = LOADERS) {
    this.#onChange = onChange;
    this.#onFailure = onFailure;
    this.#loaders = loaders;
  }

  /** @param locale BCP 47; every region of a language is spoken alike */
  of(locale: string): Language {
    const name = new Intl.Locale(locale).language;
    this.#wanted = name;
    if (this.#failed === name) this.#failed = undefined;
    else if (!this.#arrived.has(name) && Object.hasOwn(this.#loaders, name)) void this.#fetch(name);
    const strings = this.#arrived.get(name);
    return {
      strings: strings ?? en,
      tag: strings ? locale : "en",
      direction: name === "ar" && (strings || this.#onTheWay.has(name)) ? "rtl" : "ltr",
    };
  }

  async #fetch(name: string): Promise<void> {
    if (this.#onTheWay.has(name)) return;
    this.#onTheWay.add(name);
    try {
      const come = await this.#loaders[name]?.();
      if (come) this.#arrived.set(name, come.language);
    } catch {
      // Offline, or a new version has replaced the chunk.
      this.#failed = name;
      this.#onFailure(name);
    }
    this.#onTheWay.delete(name);
    if (this.#wanted === name) this.#onChange();
    else this.#failed = undefined;
  }
}

import { COLUMN_IDS, HELD_LIMITS, type ColumnId } from "../core/table-columns.js";
import { PAGE_SIZES, type Preferences } from "../core/preferences.js";
import { isTimeZone } from "../core/time/time-format.js";

/** A store for preferences: a part of the interface of `localStorage`. */
export type PreferenceStorage = Pick<Storage, "getItem" | "setItem">;

const VERSION = 1;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const readOneOf =
  <T>(allowed: readonly T[]) =>
  (value: unknown): T | undefined =>
    allowed.find((one) => one === value);

/** Reads each field separately; undefined for an invalid value. */
const READERS: { readonly [Field in keyof Preferences]-?: (value: unknown) => Preferences[Field] } = {
  view: readOneOf(["table", "cards"] as const),
  // A later version may have more columns.
  columns: (value) => (Array.isArray(value) ? COLUMN_IDS.filter((id) => value.indexOf(id) !== -1) : undefined),
  widths: (value) => {
    if (!isObject(value)) return undefined;
    const { least, most } = HELD_LIMITS;
    const isWidth = (id: ColumnId) => Number(value[id]) >= least && Number(value[id]) <= most;
    return Object.fromEntries(COLUMN_IDS.filter(isWidth).map((id) => [id, Number(value[id])]));
  },
  timezone: (value) => (typeof value === "string" && isTimeZone(value) ? value : undefined),
  pageSize: readOneOf(PAGE_SIZES),
  timeline: readOneOf([true, false]),
  breakdown: readOneOf([true, false]),
};

export const PREFERENCE_FIELDS = Object.keys(READERS) as (keyof Preferences)[];

/** Stores preferences under one key, as JSON with a version. Invalid or unavailable storage never throws. */
export class PreferenceStore {
  readonly #key: string;
  readonly #storage: () => PreferenceStorage;
  readonly #warn: (message: string) => void;

  /**
   * @param storage may throw, as `localStorage` does on a page without access to it
   * @param warn reports ignored values
   */
  constructor(key: string, storage: () => PreferenceStorage, warn: (message: string) => void) {
    this.#key = key;
    this.#storage = storage;
    this.#warn = warn;
  }

  read(): Preferences {
    const stored = this.#stored();
    const fields = PREFERENCE_FIELDS.filter((field) => Object.hasOwn(stored, field));
    const read = fields.map((field) => [field, READERS[field](stored[field])] as const);
    const wrong = read.filter(([, value]) => value === undefined).map(([field]) => field);
    if (wrong.length > 0)
      this.#warn(`The preferences under "${this.#key}" have invalid values, which are ignored: ${wrong.join(", ")}.`);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
  }

  /** Changes the given fields and keeps all other fields in the store. */
  write(change: Preferences): void {
    const next = { ...this.#stored(), ...change, version: VERSION };
    try {
      this.#storage().setItem(this.#key, JSON.stringify(next));
    } catch {
      this.#warnNoStorage();
    }
  }

  #stored(): Record<string, unknown> {
    let text: string | null;
    try {
      text = this.#storage().getItem(this.#key);
    } catch {
      this.#warnNoStorage();
      return {};
    }
    if (text === null || text === undefined) return {};
    try {
      const stored: unknown = JSON.parse(text);
      if (isObject(stored) && stored["version"] === VERSION) return stored;
    } catch {
      // Reported below, like any other invalid value.
    }
    this.#warn(`The value stored under "${this.#key}" is not valid preferences of this version and is ignored.`);
    return {};
  }

  #warnNoStorage(): void {
    this.#warn("Preferences cannot be stored; nothing is remembered.");
  }
}

import type { Preferences } from "../core/preferences.js";
import { emit } from "./public-events.js";
import { checkValue, isText, isUnset, warnOnce } from "../core/option-checks.js";
import { PREFERENCE_FIELDS, PreferenceStore, type PreferenceStorage } from "./preference-store.js";

/** The properties that are stored, and the properties that say where. */
type Viewer = HTMLElement & { [Field in keyof Preferences]-?: unknown } & {
  readonly preferencesKey: unknown;
  readonly storage: unknown;
};

/**
 * Stores the user's choices. Stored values override attributes at the start. A property that the page sets later overrides
 * the stored value.
 */
export class PreferencesController {
  readonly #viewer: Viewer;
  /** The values of the properties before stored values are applied. */
  #initial: readonly unknown[] | undefined;
  /** The key and the storage of `#store`. */
  #source: readonly unknown[] = [];
  #store: PreferenceStore | undefined;
  #chosen: Preferences = {};

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
  }

  /** Reads the stored values if the page has set another key or storage. */
  follow(): void {
    const { preferencesKey, storage } = this.#viewer;
    this.#initial ??= this.#values();
    if (preferencesKey === this.#source[0] && storage === this.#source[1]) return;
    this.#source = [preferencesKey, storage];
    const key = checkValue<string | undefined>("preferences-key", preferencesKey, isText, "a string", undefined);
    const open = () => (isUnset(storage) ? localStorage : (storage as PreferenceStorage));
    this.#store = key === undefined ? undefined : new PreferenceStore(key, open, warnOnce);
    const stored = this.#store?.read() ?? {};
    const isInitial = (field: keyof Preferences, at: number) => this.#viewer[field] === this.#initial?.[at];
    const read = PREFERENCE_FIELDS.filter((field, at) => stored[field] !== undefined && isInitial(field, at));
    Object.assign(this.#viewer, Object.fromEntries(read.map((field) => [field, stored[field]])));
    this.#chosen = stored;
    this.#initial = this.#values();
  }

  /** Applies and stores the user's choice, and dispatches `alv-preferences-change`. */
  change(change: Preferences): void {
    Object.assign(this.#viewer, change);
    this.#chosen = { ...this.#chosen, ...change };
    this.#store?.write(change);
    emit(this.#viewer, "alv-preferences-change", { preferences: { ...this.#chosen } });
  }

  #values(): unknown[] {
    return PREFERENCE_FIELDS.map((field) => this.#viewer[field]);
  }
}

import type { Preferences } from "../core/preferences.js";
import { emit } from "./public-events.js";
import { checkValue, isText, isUnset, warnOnce } from "../core/options.js";
import { PREFERENCE_FIELDS, PreferenceStore, type PreferenceStorage } from "./preference-store.js";

/** The properties that are remembered, and where. */
type Viewer = HTMLElement & { [Field in keyof Preferences]-?: unknown } & {
  readonly preferencesKey: unknown;
  readonly storage: unknown;
};

/**
 * Remembers what the reader chooses. At the start what is stored wins over attributes; a property that the page sets once
 * the viewer is on it wins over what is stored.
 */
export class PreferencesController {
  readonly #viewer: Viewer;
  /** The fields' values as they came with the element. */
  #given: readonly unknown[] | undefined;
  /** What the store was made of. */
  #made: readonly unknown[] = [];
  #store: PreferenceStore | undefined;
  #chosen: Preferences = {};

  constructor(viewer: Viewer) {
    this.#viewer = viewer;
  }

  /** Reads what is stored, where the viewer is on a page and has been told another place than before. */
  follow(): void {
    const { preferencesKey, storage } = this.#viewer;
    this.#given ??= this.#values();
    if (preferencesKey === this.#made[0] && storage === this.#made[1]) return;
    this.#made = [preferencesKey, storage];
    const key = checkValue<string | undefined>("preferences-key", preferencesKey, isText, "a string", undefined);
    const place = () => (isUnset(storage) ? localStorage : (storage as PreferenceStorage));
    this.#store = key === undefined ? undefined : new PreferenceStore(key, place, warnOnce);
    const stored = this.#store?.read() ?? {};
    const isGiven = (field: keyof Preferences, at: number) => this.#viewer[field] === this.#given?.[at];
    const read = PREFERENCE_FIELDS.filter((field, at) => stored[field] !== undefined && isGiven(field, at));
    Object.assign(this.#viewer, Object.fromEntries(read.map((field) => [field, stored[field]])));
    this.#chosen = stored;
    this.#given = this.#values();
  }

  /** The reader chose something: it goes to the properties, is remembered, and told to the page. */
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

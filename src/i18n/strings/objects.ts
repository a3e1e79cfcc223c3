import type { Counted } from "./results.js";

/** The field of the Objects filter. */
export interface ObjectStrings {
  /** In the field if no object is chosen. */
  readonly allObjects: string;
  /** After the tags of the first two objects. */
  moreObjects(more: Counted): string;
  /** The accessible name of the field; `chosen` is already formatted. */
  objectsChosen(chosen: string): string;
  removeObject(label: string): string;
}

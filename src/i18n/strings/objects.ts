import type { Counted } from "./results.js";

/** The Objects filter. */
export interface ObjectStrings {
  /** In the field if no object is chosen. */
  readonly allObjects: string;
  /** After the tags of the first two objects. */
  moreObjects(more: Counted): string;
  /** The accessible name of the field; `chosen` is already formatted. */
  objectsChosen(chosen: string): string;
  removeObject(label: string): string;
  readonly findObject: string;
  readonly objectsNone: string;
  /** How many of a category are chosen: "1 of 3". */
  objectsOfCategory(chosen: Counted, all: Counted): string;
  objectsSelected(count: Counted): string;
  readonly clearObjects: string;
  announceObjects(matching: Counted): string;
}

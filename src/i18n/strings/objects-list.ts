import type { Counted } from "./results.js";

/** The dialog of the Objects filter. */
export interface ObjectsListStrings {
  readonly findObject: string;
  readonly objectsNone: string;
  /** How many of a category are chosen: "1 of 3". */
  objectsOfCategory(chosen: Counted, all: Counted): string;
  objectsSelected(count: Counted): string;
  readonly clearObjects: string;
  announceObjects(matching: Counted): string;
}

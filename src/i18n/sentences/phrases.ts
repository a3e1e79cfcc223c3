import type { SentencePart } from "../../core/summary.js";

/** A part of a sentence. It does not start or end with a space. */
export type Phrase = readonly SentencePart[];

/** `long`: "maria.ortiz of harborline.example"; `short`: "maria.ortiz@harborline.example". */
export type Style = "long" | "short";

export const writeWords = (text: string): Phrase => [{ text }];
export const writeStrong = (text: string): Phrase => [{ text, strong: true }];
/** A name that is not bold. It is marked as a name, so that its direction does not reorder the words around it. */
export const writeName = (text: string): Phrase => [{ text, name: true }];

/** Joins phrases with one space between them. Empty phrases are left out. */
export function join(...phrases: readonly (Phrase | string)[]): Phrase {
  const all: SentencePart[] = [];
  for (const phrase of phrases) {
    if (phrase.length === 0) continue;
    if (all.length > 0) all.push({ text: " " });
    all.push(...(typeof phrase === "string" ? writeWords(phrase) : phrase));
  }
  return all;
}

export function capitalize([first, ...rest]: Phrase): Phrase {
  return first ? [{ ...first, text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }, ...rest] : [];
}

/** Merges adjacent parts of the same kind. Names stay separate. */
export function mergeParts(phrase: Phrase): SentencePart[] {
  const parts: SentencePart[] = [];
  for (const part of phrase) {
    const last = parts[parts.length - 1];
    const isLike = last && !part.name && !last.name && (last.strong ?? false) === (part.strong ?? false);
    if (isLike) parts[parts.length - 1] = { ...last, text: last.text + part.text };
    else if (part.text !== "") parts.push(part);
  }
  return parts;
}

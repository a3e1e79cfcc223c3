/*
 * Cyrillic and Greek letters that pass for Latin ones. A label, such as the parts of "maria.ortiz@abc.example", is written in one
 * script: one that has Latin letters and Cyrillic or Greek ones is mixed-script text (Unicode UTS #39, section 5.1). A label
 * whose letters all look like Latin ones, beside a Latin label, is the whole-script case (section 5.2): "аррӏе.com".
 */

export type OtherScript = "cyrillic" | "greek";

/** A piece of a text; `script` if its letters may be taken for Latin ones. */
export interface ScriptPiece {
  readonly text: string;
  readonly script?: OtherScript;
}

const LATIN = /\p{sc=Latin}/u;
const OTHER = /[\p{sc=Cyrl}\p{sc=Grek}]/u;

/** The picture of an invisible character (visible-text.ts) does not end a label, and its letters are not the label's own. */
const PICTURE = "‹U\\+[\\dA-F]+›|[␀-␡]";
const PICTURES = new RegExp(PICTURE, "gu");
const LABEL = new RegExp(`(?:${PICTURE}|[\\p{L}\\p{M}\\p{N}_-])+`, "gu");
const LETTERS = /\p{sc=Cyrl}+|\p{sc=Grek}+|[^\p{sc=Cyrl}\p{sc=Grek}]+/gu;

/** As Chromium's spoof checks have them, and the capitals: all letters of a label that is not Latin. */
const WHOLE = /^[асԁеһіјӏорԛѕԝхуѵАВСЕНІЈКМОРЅТХԚԜαικνορτυωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ\p{N}_-]+$/u;

/** Divides a text whose invisible characters are visible. The pieces together are the text. */
export function splitLookAlikes(text: string): ScriptPiece[] {
  if (!OTHER.test(text) || !LATIN.test(text.replace(PICTURES, ""))) return [{ text }];
  const pieces: ScriptPiece[] = [];
  let end = 0;
  for (const { 0: label, index } of text.matchAll(LABEL)) {
    const letters = label.replace(PICTURES, "");
    if (!OTHER.test(letters) || !(LATIN.test(letters) || WHOLE.test(letters))) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    end = index + label.length;
    for (const [run] of label.matchAll(LETTERS)) {
      pieces.push(
        OTHER.test(run) ? { text: run, script: /\p{sc=Grek}/u.test(run) ? "greek" : "cyrillic" } : { text: run },
      );
    }
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

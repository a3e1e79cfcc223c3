/** The largest number of texts whose widths are kept. */
const MOST_KEPT = 5000;
/** A longer text is not kept: it takes memory, and few records have it. */
const LONGEST_KEPT = 100;

/**
 * The widths of texts in one typeface, without layout.
 *
 * @param font in the form of the CSS property `font`
 * @returns the width of a text in px, without kerning; infinite if the text has other characters than ASCII, whose
 * widths depend on their neighbors
 */
export function createTextWidths(font: string): (text: string) => number {
  const context = document.createElement("canvas").getContext("2d");
  if (context) context.font = font;
  const letters = new Map<string, number>();
  // A log has the same texts again and again.
  const texts = new Map<string, number>();
  const measure = (letter: string): number => {
    if (!context || letter < " " || letter > "~") return Infinity;
    // In a table, all digits are as wide as the zero.
    return context.measureText(/\d/.test(letter) ? "0" : letter).width;
  };
  const add = (text: string): number => {
    let sum = 0;
    for (const letter of text) {
      let width = letters.get(letter);
      if (width === undefined) letters.set(letter, (width = measure(letter)));
      sum += width;
    }
    return sum;
  };
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const width = add(text);
    if (text.length > LONGEST_KEPT) return width;
    if (texts.size >= MOST_KEPT) texts.clear();
    texts.set(text, width);
    return width;
  };
}

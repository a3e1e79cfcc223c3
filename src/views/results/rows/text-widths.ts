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
  const widths = new Map<string, number>();
  const measure = (letter: string): number => {
    if (!context || letter < " " || letter > "~") return Infinity;
    // In a table, all digits are as wide as the zero.
    return context.measureText(/\d/.test(letter) ? "0" : letter).width;
  };
  return (text) => {
    let sum = 0;
    for (const letter of text) {
      let width = widths.get(letter);
      if (width === undefined) widths.set(letter, (width = measure(letter)));
      sum += width;
    }
    return sum;
  };
}

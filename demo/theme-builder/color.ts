/** A colour as sRGB, 0 to 255, and its alpha, 0 to 1. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const canvas = document
  .createElement("canvas")
  .getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
const known = new Map<string, Rgba>();

/** Reads any color that the browser can compute. */
export function parseColor(color: string): Rgba {
  const found = known.get(color);
  if (found) return found;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = "#000";
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const made: Rgba = [red, green, blue, alpha / 255];
  known.set(color, made);
  return made;
}

/** The visible color of a translucent color over its background. */
export function layOver([red, green, blue, alpha]: Rgba, under: Rgba): Rgba {
  const mixParts = (top: number, bottom: number) => top * alpha + bottom * (1 - alpha);
  return [mixParts(red, under[0]), mixParts(green, under[1]), mixParts(blue, under[2]), 1];
}

/** WCAG 2 contrast of opaque colours, 1 to 21. */
export function computeContrast(one: Rgba, other: Rgba): number {
  const computeLuminance = (color: Rgba) => {
    const [red = 0, green = 0, blue = 0] = color.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [computeLuminance(one), computeLuminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export function formatHex(color: Rgba): string {
  const digits = color.slice(0, 3).map((value) => Math.round(value).toString(16).padStart(2, "0"));
  return `#${digits.join("")}`;
}

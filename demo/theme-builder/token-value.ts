import type { TokenKind } from "./token-list.js";

/** A CSS property that accepts the same values as a token of this kind. */
const PROPERTIES: Readonly<Record<TokenKind, string>> = {
  color: "color",
  length: "inline-size",
  font: "font-family",
  weight: "font-weight",
  shadow: "box-shadow",
  time: "transition-duration",
  easing: "transition-timing-function",
};
const EXAMPLES: Readonly<Record<TokenKind, string>> = {
  color: "a color, such as #1f5fd6 or light-dark(#fff, #15181d)",
  length: "a length, such as 6px",
  font: "names of typefaces, such as Nunito, sans-serif",
  weight: "a weight, such as 500",
  shadow: "a shadow, such as 0 2px 8px rgb(0 0 0 / 0.2)",
  time: "a time, such as 80ms",
  easing: "a curve, such as ease-out",
};

/** These keywords are valid for every property, but mean nothing here. */
const KEYWORDS = /^(?:inherit|initial|unset|revert|revert-layer|auto|currentcolor)$/i;

/** Says in a sentence why a text cannot be the value of a token; undefined if it can. */
export function findProblem(kind: TokenKind, value: string): string | undefined {
  const fits = CSS.supports(PROPERTIES[kind], value) && !KEYWORDS.test(value) && !/var\(|url\(/i.test(value);
  return fits && isWhole(value) ? undefined : `Enter ${EXAMPLES[kind]}.`;
}

/**
 * A browser closes an open bracket, quote or comment of a value at the end of the text. In a style sheet the value would
 * swallow the text after it, so this checks that the text after it is still there.
 */
function isWhole(value: string): boolean {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`a { --value: ${value}; --after: 1 } b { --last: 1 }`);
  const [rule, last] = Array.from(sheet.cssRules) as CSSStyleRule[];
  return (
    sheet.cssRules.length === 2 &&
    rule?.style.length === 2 &&
    rule.style.getPropertyValue("--value").trim() === value.trim() &&
    rule.style.getPropertyValue("--after").trim() === "1" &&
    last?.style.getPropertyValue("--last").trim() === "1"
  );
}

/** The two values of a color: light scheme and dark scheme. */
export function splitSchemes(value: string): readonly [light: string, dark: string] {
  const inside = /^light-dark\((.*)\)$/is.exec(value.trim())?.[1];
  if (inside === undefined) return [value, value];
  let depth = 0;
  for (let at = 0; at < inside.length; at += 1) {
    if (inside[at] === "(") depth += 1;
    if (inside[at] === ")") depth -= 1;
    if (inside[at] === "," && depth === 0) return [inside.slice(0, at).trim(), inside.slice(at + 1).trim()];
  }
  return [value, value];
}

export const toLightDark = (light: string, dark: string): string =>
  light === dark ? light : `light-dark(${light}, ${dark})`;

/** Writes the style sheet for a host page, with only the changed tokens. */
export function toCss(tokens: ReadonlyMap<string, string>): string {
  if (tokens.size === 0) return "";
  const lines = Array.from(tokens, ([name, value]) => `  ${name}: ${value};\n`);
  return `audit-log-viewer {\n${lines.join("")}}\n`;
}

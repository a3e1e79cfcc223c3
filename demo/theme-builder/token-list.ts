import manifest from "../../custom-elements.json";

export type TokenKind = "color" | "length" | "font" | "weight" | "shadow" | "time" | "easing";

export interface Token {
  /** The name with its dashes: `--alv-accent`. */
  readonly name: string;
  /** The default value. */
  readonly fallback: string;
  readonly purpose: string;
  readonly kind: TokenKind;
  readonly family: string;
}

/** The first expression that matches the name decides. */
const KINDS: readonly (readonly [RegExp, TokenKind])[] = [
  [/-shadow-/, "shadow"],
  [/-motion-/, "time"],
  [/-ease$/, "easing"],
  [/-font-family/, "font"],
  [/-font-weight/, "weight"],
  [/-(?:font-size|line-height|space|radius|height|pad|gutter|sticky)\b|-height-/, "length"],
  [/./, "color"],
];
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/-surface/, "Surfaces"],
  [/-(?:danger|warning|success)/, "Status"],
  [/-(?:bg|dot)$|-(?:blue|green|orange|red|purple|cyan|neutral)-text$/, "Badges"],
  [/-accent|-focus/, "Accent"],
  [/^--alv-(?:text|border)/, "Text and lines"],
  [/-font-|-line-height-/, "Type"],
  [/-radius/, "Corners"],
  [/-space-/, "Space"],
  [/-shadow-/, "Shadows"],
  [/-motion-|-ease$/, "Motion"],
  [/./, "Density"],
];

const findFirst = <T>(list: readonly (readonly [RegExp, T])[], name: string): T =>
  list.find(([fits]) => fits.test(name))![1];

interface Listed {
  readonly name: string;
  readonly default: string;
  readonly description: string;
}

const listed = (manifest.modules as { declarations?: { name: string }[] }[])
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ name }) => name === "AuditLogViewer") as unknown as { cssProperties: Listed[] };

/** Every public token, as the package's manifest describes it. */
export const TOKENS: readonly Token[] = listed.cssProperties.map(({ name, default: fallback, description }) => ({
  name,
  fallback,
  purpose: description,
  kind: findFirst(KINDS, name),
  family: findFirst(FAMILIES, name),
}));

export const findToken = (name: string): Token | undefined => TOKENS.find((token) => token.name === name);

/** The tokens from which all others derive. */
export const FIRST_TOKENS: readonly string[] = [
  "--alv-accent",
  "--alv-surface",
  "--alv-text",
  "--alv-font-family",
  "--alv-radius",
];

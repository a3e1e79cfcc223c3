import { PARTNER_THEMES, readTokens } from "../themes/index.js";
import { TOKENS, findToken } from "./token-list.js";
import { findProblem } from "./token-value.js";

export const SHOWN = ["both", "light", "dark"] as const;
export const DENSITIES = ["comfortable", "compact"] as const;
export type Shown = (typeof SHOWN)[number];
export type Density = (typeof DENSITIES)[number];

/** A theme that the user edits. */
export interface Draft {
  /** Values of the tokens that were changed. */
  readonly tokens: ReadonlyMap<string, string>;
  /** The id of the theme that the user started with, or "" for the default. */
  readonly start: string;
  readonly density: Density;
  readonly shown: Shown;
}

export const HOUSE: Draft = { tokens: new Map(), start: "", density: "comfortable", shown: "both" };

export function createDraft(id: string): Draft {
  const theme = PARTNER_THEMES.find((one) => one.id === id);
  if (!theme) return HOUSE;
  const { density = HOUSE.density, scheme = HOUSE.shown } = theme;
  return { tokens: readTokens(theme), start: id, density, shown: scheme };
}

/** Changes one token and keeps the tokens in the order of the list. */
export function setToken(draft: Draft, name: string, value: string | undefined): Draft {
  const changed = new Map(draft.tokens);
  if (value === undefined) changed.delete(name);
  else changed.set(name, value);
  const tokens = new Map(
    TOKENS.flatMap((token) => {
      const own = changed.get(token.name);
      return own === undefined ? [] : [[token.name, own] as const];
    }),
  );
  return { ...draft, tokens };
}

/**
 * Writes a draft for the `#` of an address: its differences from the theme that the user started with, as names without `--alv-`.
 * A token of that theme that the user has removed is empty there.
 */
export function toHash({ tokens, start, density, shown }: Draft): string {
  const query = new URLSearchParams();
  const before = createDraft(start);
  if (start) query.set("from", start);
  if (density !== before.density) query.set("density", density);
  if (shown !== before.shown) query.set("show", shown);
  for (const { name } of TOKENS) {
    const value = tokens.get(name) ?? "";
    if (value !== (before.tokens.get(name) ?? "")) query.set(name.replace("--alv-", ""), value);
  }
  return query.toString();
}

const readOneOf = <T extends string>(list: readonly T[], value: string | null, fallback: T): T =>
  list.find((one) => one === value) ?? fallback;

/** Reads any address, without unknown tokens and invalid values. */
export function readHash(hash: string): Draft {
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  const before = createDraft(query.get("from") ?? "");
  let draft: Draft = {
    ...before,
    density: readOneOf(DENSITIES, query.get("density"), before.density),
    shown: readOneOf(SHOWN, query.get("show"), before.shown),
  };
  for (const [short, value] of query) {
    const token = findToken(`--alv-${short}`);
    if (token && (value === "" || findProblem(token.kind, value) === undefined)) {
      draft = setToken(draft, token.name, value || undefined);
    }
  }
  return draft;
}

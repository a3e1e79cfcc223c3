import { bareEnd } from "./bare-value.js";
import type { FlatText } from "./flat-text.js";
import { type Edit, isNothing, MASK, maskOf } from "./mask.js";
import { isNaming, namesSecret, staysBeside } from "./names.js";
import { pairName, type PairName } from "./pair-name.js";
import { phpValue } from "./php-value.js";
import { branchEnd, type Budget, closing, quoteAt } from "./quoted.js";

/** Between a name and its value; `;` and `|` where PHP serialised both. */
const SEPARATOR = /=>|[=:]+|[;|](?=[sidbOCa]:|N;)/g;

/** A scheme stays readable; what follows is the secret. */
const SCHEME = /(?:bearer|basic|digest|token|negotiate|ntlm|apikey)\s+/iy;

/** Headers that take their whole line. */
const WHOLE_LINE = /cookie|authorization/i;

const URL_BEGINS = /^https?:/i;

const LINE = /[^\n\r]*/y;
const HEADERS_END = /[^\n\r\\]{0,200}(?:(?:\r?\n|\\r\\n|\\n)[^\n\r\\]{1,200}){0,4}(?:\r?\n\r?\n|\\r\\n\\r\\n|\\n\\n)/y;

/** Reads pairs of names and values in whatever notation: URLs, forms, headers, JSON at any level, PHP, settings, log lines. */
export class Pairs {
  readonly edits: Edit[] = [];
  readonly #original: string;
  readonly #flat: FlatText;
  readonly #budget: Budget;

  constructor(original: string, flat: FlatText) {
    this.#original = original;
    this.#flat = flat;
    this.#budget = { left: 8 * flat.text.length + 10_000 };
  }

  read(): void {
    this.#scan(0, this.#flat.text.length, false);
  }

  /** @param isBeside all values may be secret, since a name in this stretch says so */
  #scan(from: number, to: number, isBeside: boolean): void {
    const { text } = this.#flat;
    const separator = new RegExp(SEPARATOR);
    separator.lastIndex = from;
    /** A text of PHP that is a value, and no name of what follows. */
    let phpEnd = -1;
    for (let found = separator.exec(text); found && found.index < to; found = separator.exec(text)) {
      const [sign] = found;
      const after = found.index + sign.length;
      const isPhp = sign === ";" || sign === "|";
      if (sign.length > 1 && sign[0] === ":" && sign[1] === ":") continue;
      if (sign === ":" && text[after] === "/" && text[after + 1] === "/") continue;
      if (sign === ";" && found.index === phpEnd) continue;
      // PHP's own mark of a text: `s:7:"…"`.
      if (isBeside && PHP_KIND.test(text.slice(found.index - 2, found.index))) continue;
      const named = pairName(this.#original, this.#flat, found.index, from);
      if (!named || (sign === ";" && !named.quote)) continue;
      let end: number | undefined;
      if (isPhp) {
        const value = phpValue(this.#original, this.#flat, after, named.quote ?? PLAIN_QUOTE);
        if (value?.content !== undefined) phpEnd = value.end;
        if (this.#isSecret(named, isBeside)) {
          this.edits.push(...(value?.mask ?? []));
          end = value?.end;
        } else if (!isBeside && namesSecret(named.name, value?.content)) {
          end = this.#beside(named, after, value?.end ?? after);
        }
      } else if (this.#isSecret(named, isBeside)) {
        end = this.#maskValue(named, after, found.index);
      } else if (!isBeside && isNamingHere(named, sign)) {
        end = this.#named(named, after, found.index);
      }
      if (end !== undefined) separator.lastIndex = Math.max(after, end);
    }
  }

  #isSecret({ isSecret, name }: PairName, isBeside: boolean): boolean {
    return isSecret || (isBeside && /\p{L}/u.test(name) && !staysBeside(name));
  }

  /** @returns the value's end */
  #maskValue(named: PairName, after: number, separator: number): number {
    const flat = this.#flat;
    const { text } = flat;
    const value = this.#valueStart(named, after);
    const quoted = quoteAt(this.#original, flat, value);
    if (quoted) {
      const { content, end } = closing(flat, quoted.inside, quoted.quote);
      this.edits.push(...maskOf(flat, this.#afterScheme(quoted.inside), content));
      return end;
    }
    if (text[value] === "{" || text[value] === "[") {
      const end = branchEnd(this.#original, flat, value, named.quote);
      const raw = named.quote?.raw ?? "";
      if (end - value > 2) this.edits.push({ from: value, to: end, text: raw + MASK + raw });
      return end;
    }
    const isHeader = WHOLE_LINE.test(named.name) && /\s/.test(text.charAt(after));
    if (isHeader) {
      const end = this.#lineEnd(value);
      this.edits.push(...maskOf(flat, this.#afterScheme(value), end));
      return end;
    }
    const from = this.#afterScheme(value);
    const hasSpaces = named.isFirst && value > after;
    const isUrl = URL_BEGINS.test(text.slice(from, from + 10));
    const end = bareEnd(flat, from, { depth: flat.depth(separator), hasSpaces, isUrl });
    if (isNothing(text.slice(from, end))) return end;
    const raw = named.quote?.raw ?? "";
    this.edits.push({ from, to: end, text: raw + MASK + raw });
    return end;
  }

  /** JSON may go on in another line; a label may stand above its value. */
  #valueStart(named: PairName, after: number): number {
    const { text } = this.#flat;
    let at = after;
    while (at - after < 40 && /[ \t]/.test(text.charAt(at))) at += 1;
    if (!/[\n\r]/.test(text.charAt(at))) return at;
    let below = at;
    while (below - at < 40 && /\s/.test(text.charAt(below))) below += 1;
    return named.quote || !/^\p{L}[\p{L}\p{N} _.-]{0,60}[:=]/u.test(text.slice(below, below + 64)) ? below : at;
  }

  #afterScheme(at: number): number {
    SCHEME.lastIndex = at;
    return SCHEME.test(this.#flat.text) ? SCHEME.lastIndex : at;
  }

  #lineEnd(at: number): number {
    LINE.lastIndex = at;
    const line = LINE.exec(this.#flat.text)?.[0] ?? "";
    const stop = line.search(/\\{1,15}(?:["']|[rn])|"/);
    return at + (stop === -1 ? line.length : stop);
  }

  /** A name that may name a secret. @returns the end of what its neighbours' values are masked in */
  #named(named: PairName, after: number, separator: number): number | undefined {
    const flat = this.#flat;
    const value = this.#valueStart(named, after);
    const quoted = quoteAt(this.#original, flat, value);
    const end = quoted
      ? Math.min(closing(flat, quoted.inside, quoted.quote).content, quoted.inside + 300)
      : bareEnd(flat, value, { depth: flat.depth(separator), hasSpaces: value > after, most: 300 });
    const said = flat.text.slice(quoted?.inside ?? value, end);
    if (!namesSecret("name", said)) return undefined;
    return this.#beside(named, after, end);
  }

  #beside(named: PairName, after: number, end: number): number {
    const { text } = this.#flat;
    const part = this.#formPart(named, end);
    if (part !== undefined) return part;
    const before = text.slice(Math.max(0, named.start - 500), named.start);
    const tag = before.lastIndexOf("<");
    if (tag > before.lastIndexOf(">")) return this.#tag(Math.max(0, named.start - 500) + tag, after);
    const [from, to] = this.#objectAround(named) ?? this.#lineAround(named.start, end);
    this.#scan(from, to, true);
    return to;
  }

  /** `name="password"` in a form of several parts: the value stands below an empty line. */
  #formPart({ name, start }: PairName, end: number): number | undefined {
    const { text } = this.#flat;
    if (name !== "name" || !/form-data;/i.test(text.slice(Math.max(0, start - 60), start))) return undefined;
    HEADERS_END.lastIndex = end;
    if (!HEADERS_END.test(text)) return undefined;
    const from = HEADERS_END.lastIndex;
    const rest = text.slice(from).search(/\r?\n--|\\r\\n--|\\n--/);
    const to = rest === -1 ? text.length : from + rest;
    this.edits.push(...maskOf(this.#flat, from, to));
    return to;
  }

  /** `<param name="password" value="…">…</param>` */
  #tag(from: number, after: number): number {
    const { text } = this.#flat;
    const close = text.indexOf(">", after);
    const to = close === -1 ? text.length : close;
    this.#scan(from, to, true);
    if (close === -1 || text[close - 1] === "/") return to;
    const next = text.indexOf("<", to);
    const end = next === -1 ? text.length : next;
    if (/\S/.test(text.slice(to + 1, end))) this.edits.push(...maskOf(this.#flat, to + 1, end));
    return end;
  }

  /** The object that has the name for a member. Where that is too dear to find out, everything around it. */
  #objectAround({ start, quote }: PairName): [from: number, to: number] | undefined {
    const { text } = this.#flat;
    const floor = Math.max(0, start - FAR);
    const before = text.slice(floor, start);
    this.#budget.left -= 100;
    for (let at = before.lastIndexOf("{"); at !== -1; at = at === 0 ? -1 : before.lastIndexOf("{", at - 1)) {
      this.#budget.left -= before.length - at;
      if (this.#budget.left < 0) return [0, text.length];
      const end = branchEnd(this.#original, this.#flat, floor + at, quote, start, this.#budget);
      if (end !== -1) return [floor + at, end];
    }
    return undefined;
  }

  #lineAround(start: number, end: number): [from: number, to: number] {
    const { text } = this.#flat;
    const before = text.slice(Math.max(0, start - FAR), start);
    const from = start - before.length + Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
    this.#budget.left -= start - from;
    if (this.#budget.left < 0) return [0, text.length];
    LINE.lastIndex = end;
    return [from, end + (LINE.exec(text)?.[0].length ?? 0)];
  }
}

/** How far before a name its neighbours are looked for. */
const FAR = 2000;

const PHP_KIND = /^[;{|][sidbOCa]$/;

const PLAIN_QUOTE = { char: '"', run: 0, depth: 0, raw: '"' };

/** In a tag, `type` and `id` name what its `value` is. */
function isNamingHere({ name }: PairName, sign: string): boolean {
  return isNaming(name) || (sign === "=" && /^(?:type|id)$/i.test(name));
}

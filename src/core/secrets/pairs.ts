import { findBareValueEnd } from "./bare-value.js";
import type { FlatText } from "./flat-text.js";
import { type Edit, isPlaceholder, MASK, maskRange } from "./mask.js";
import { namesItsNeighbors, namesSecret, isReadableNextToSecret } from "./names.js";
import { readPairName, type PairName } from "./pair-name.js";
import { readPhpValue } from "./php-value.js";
import { findBracketEnd, type Budget, findClosing, readQuote } from "./quoted.js";

/** The characters between a name and its value. `;` and `|` are those of PHP's `serialize`. */
const SEPARATOR = /=>|[=:]+|[;|](?=[sidbOCa]:|N;)/g;

/** The scheme before a credential. It stays readable. */
const SCHEME = /(?:bearer|basic|digest|token|negotiate|ntlm|apikey)\s+/iy;

/** The names of headers whose value is the rest of the line. */
const WHOLE_LINE = /cookie|authorization/i;

const STARTS_WITH_URL = /^https?:/i;

const REST_OF_LINE = /[^\n\r]*/y;
const REST_OF_HEADERS =
  /[^\n\r\\]{0,200}(?:(?:\r?\n|\\r\\n|\\n)[^\n\r\\]{1,200}){0,4}(?:\r?\n\r?\n|\\r\\n\\r\\n|\\n\\n)/y;

/** Masks the values of secret names in any notation: URLs, forms, headers, JSON at any level, PHP, settings, log lines. */
export class PairMasker {
  readonly edits: Edit[] = [];
  readonly #original: string;
  readonly #flat: FlatText;
  readonly #budget: Budget;

  constructor(original: string, flat: FlatText) {
    this.#original = original;
    this.#flat = flat;
    this.#budget = { left: 8 * flat.text.length + 10_000 };
  }

  run(): void {
    this.#scan(0, this.#flat.text.length, false);
  }

  /** @param isNextToName a member of this range names a secret, so that all its values may be the secret */
  #scan(from: number, to: number, isNextToName: boolean): void {
    const { text } = this.#flat;
    const separator = new RegExp(SEPARATOR);
    separator.lastIndex = from;
    /** The end of the latest PHP string that is a value. It is not the name of the next value. */
    let phpEnd = -1;
    for (let found = separator.exec(text); found && found.index < to; found = separator.exec(text)) {
      const [sign] = found;
      const after = found.index + sign.length;
      const isPhp = sign === ";" || sign === "|";
      if (sign.length > 1 && sign[0] === ":" && sign[1] === ":") continue;
      if (sign === ":" && text[after] === "/" && text[after + 1] === "/") continue;
      if (sign === ";" && found.index === phpEnd) continue;
      // The type of a PHP value is not a name: `s:7:"…"`.
      if (isNextToName && PHP_TYPE.test(text.slice(found.index - 2, found.index))) continue;
      const pair = readPairName(this.#original, this.#flat, found.index, from);
      if (!pair || (sign === ";" && !pair.quote)) continue;
      let end: number | undefined;
      if (isPhp) {
        const value = readPhpValue(this.#original, this.#flat, after, pair.quote ?? PLAIN_QUOTE);
        if (value?.content !== undefined) phpEnd = value.end;
        if (this.#isSecret(pair, isNextToName)) {
          this.edits.push(...(value?.mask ?? []));
          end = value?.end;
        } else if (!isNextToName && namesSecret(pair.name, value?.content)) {
          end = this.#maskNeighbors(pair, after, value?.end ?? after);
        }
      } else if (this.#isSecret(pair, isNextToName)) {
        end = this.#maskValue(pair, after, found.index);
      } else if (!isNextToName && mayNameSecret(pair, sign)) {
        end = this.#maskIfNamed(pair, after, found.index);
      }
      if (end !== undefined) separator.lastIndex = Math.max(after, end);
    }
  }

  #isSecret({ isSecret, name }: PairName, isNextToName: boolean): boolean {
    return isSecret || (isNextToName && /\p{L}/u.test(name) && !isReadableNextToSecret(name));
  }

  /** @returns the end of the value */
  #maskValue(pair: PairName, after: number, separator: number): number {
    const flat = this.#flat;
    const { text } = flat;
    const value = this.#findValueStart(pair, after);
    const quoted = readQuote(this.#original, flat, value);
    if (quoted) {
      const { content, end } = findClosing(flat, quoted.inside, quoted.quote);
      this.edits.push(...maskRange(flat, this.#skipScheme(quoted.inside), content));
      return end;
    }
    if (text[value] === "{" || text[value] === "[") {
      const end = findBracketEnd(this.#original, flat, value, pair.quote);
      const raw = pair.quote?.raw ?? "";
      if (end - value > 2) this.edits.push({ from: value, to: end, text: raw + MASK + raw });
      return end;
    }
    const isHeader = WHOLE_LINE.test(pair.name) && /\s/.test(text.charAt(after));
    if (isHeader) {
      const end = this.#findLineEnd(value);
      this.edits.push(...maskRange(flat, this.#skipScheme(value), end));
      return end;
    }
    const from = this.#skipScheme(value);
    const hasSpaces = pair.isFirst && value > after;
    const isUrl = STARTS_WITH_URL.test(text.slice(from, from + 10));
    const end = findBareValueEnd(flat, from, { depth: flat.depth(separator), hasSpaces, isUrl });
    if (isPlaceholder(text.slice(from, end))) return end;
    const raw = pair.quote?.raw ?? "";
    this.edits.push({ from, to: end, text: raw + MASK + raw });
    return end;
  }

  /** The value may start on the next line: in JSON, and below a label. */
  #findValueStart(pair: PairName, after: number): number {
    const { text } = this.#flat;
    let at = after;
    while (at - after < 40 && /[ \t]/.test(text.charAt(at))) at += 1;
    if (!/[\n\r]/.test(text.charAt(at))) return at;
    let nextLine = at;
    while (nextLine - at < 40 && /\s/.test(text.charAt(nextLine))) nextLine += 1;
    return pair.quote || !/^\p{L}[\p{L}\p{N} _.-]{0,60}[:=]/u.test(text.slice(nextLine, nextLine + 64)) ? nextLine : at;
  }

  #skipScheme(at: number): number {
    SCHEME.lastIndex = at;
    return SCHEME.test(this.#flat.text) ? SCHEME.lastIndex : at;
  }

  #findLineEnd(at: number): number {
    REST_OF_LINE.lastIndex = at;
    const line = REST_OF_LINE.exec(this.#flat.text)?.[0] ?? "";
    const stop = line.search(/\\{1,15}(?:["']|[rn])|"/);
    return at + (stop === -1 ? line.length : stop);
  }

  /** If the value of this pair is the name of a secret, masks its neighbors. @returns the end of the masked range */
  #maskIfNamed(pair: PairName, after: number, separator: number): number | undefined {
    const flat = this.#flat;
    const value = this.#findValueStart(pair, after);
    const quoted = readQuote(this.#original, flat, value);
    const end = quoted
      ? Math.min(findClosing(flat, quoted.inside, quoted.quote).content, quoted.inside + 300)
      : findBareValueEnd(flat, value, { depth: flat.depth(separator), hasSpaces: value > after, most: 300 });
    const given = flat.text.slice(quoted?.inside ?? value, end);
    if (!namesSecret("name", given)) return undefined;
    return this.#maskNeighbors(pair, after, end);
  }

  #maskNeighbors(pair: PairName, after: number, end: number): number {
    const { text } = this.#flat;
    const part = this.#maskFormPart(pair, end);
    if (part !== undefined) return part;
    const before = text.slice(Math.max(0, pair.start - 500), pair.start);
    const tag = before.lastIndexOf("<");
    if (tag > before.lastIndexOf(">")) return this.#maskTag(Math.max(0, pair.start - 500) + tag, after);
    const [from, to] = this.#findObjectAround(pair) ?? this.#findLineAround(pair.start, end);
    this.#scan(from, to, true);
    return to;
  }

  /** Masks a part of a multipart form, `name="password"`: its value follows an empty line. */
  #maskFormPart({ name, start }: PairName, end: number): number | undefined {
    const { text } = this.#flat;
    if (name !== "name" || !/form-data;/i.test(text.slice(Math.max(0, start - 60), start))) return undefined;
    REST_OF_HEADERS.lastIndex = end;
    if (!REST_OF_HEADERS.test(text)) return undefined;
    const from = REST_OF_HEADERS.lastIndex;
    const rest = text.slice(from).search(/\r?\n--|\\r\\n--|\\n--/);
    const to = rest === -1 ? text.length : from + rest;
    this.edits.push(...maskRange(this.#flat, from, to));
    return to;
  }

  /** Masks the attributes and the text of an element: `<param name="password" value="…">…</param>`. */
  #maskTag(from: number, after: number): number {
    const { text } = this.#flat;
    const close = text.indexOf(">", after);
    const to = close === -1 ? text.length : close;
    this.#scan(from, to, true);
    if (close === -1 || text[close - 1] === "/") return to;
    const next = text.indexOf("<", to);
    const end = next === -1 ? text.length : next;
    if (/\S/.test(text.slice(to + 1, end))) this.edits.push(...maskRange(this.#flat, to + 1, end));
    return end;
  }

  /** Finds the object around a name. If that would take too long, returns the whole text. */
  #findObjectAround({ start, quote }: PairName): [from: number, to: number] | undefined {
    const { text } = this.#flat;
    const floor = Math.max(0, start - SEARCH_DISTANCE);
    const before = text.slice(floor, start);
    this.#budget.left -= 100;
    for (let at = before.lastIndexOf("{"); at !== -1; at = at === 0 ? -1 : before.lastIndexOf("{", at - 1)) {
      this.#budget.left -= before.length - at;
      if (this.#budget.left < 0) return [0, text.length];
      const end = findBracketEnd(this.#original, this.#flat, floor + at, quote, start, this.#budget);
      if (end !== -1) return [floor + at, end];
    }
    return undefined;
  }

  #findLineAround(start: number, end: number): [from: number, to: number] {
    const { text } = this.#flat;
    const before = text.slice(Math.max(0, start - SEARCH_DISTANCE), start);
    const from = start - before.length + Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
    this.#budget.left -= start - from;
    if (this.#budget.left < 0) return [0, text.length];
    REST_OF_LINE.lastIndex = end;
    return [from, end + (REST_OF_LINE.exec(text)?.[0].length ?? 0)];
  }
}

/** How far before a name to look for its neighbors, in characters. */
const SEARCH_DISTANCE = 2000;

const PHP_TYPE = /^[;{|][sidbOCa]$/;

const PLAIN_QUOTE = { char: '"', backslashes: 0, depth: 0, raw: '"' };

/** In a tag, `type` and `id` can name the `value`, too. */
function mayNameSecret({ name }: PairName, sign: string): boolean {
  return namesItsNeighbors(name) || (sign === "=" && /^(?:type|id)$/i.test(name));
}

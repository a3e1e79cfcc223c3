import type { Random } from "../../../demo/mocks/records/random.js";
import type { Item } from "./items.js";
import { drawStrangeJson } from "./json.js";

/** Replaces the body of an answer by something that is not a whole list. */
export type Accident = (random: Random, body: string) => string;

export const ACCIDENTS: readonly Accident[] = [
  () => "",
  () => "Could not connect: too many connections",
  () => "<!doctype html><title>Sign in</title><form><input name=user></form>",
  (random, body) => body.slice(0, random.int(0, body.length - 1)),
  (random) => `{"message":"OK","items":${random.int(0, 9)}}`,
  (random) =>
    `{"code":${random.pick(["403", '"500"', "200", "null", "[]", "1e400"])},"message":${drawStrangeJson(random)}}`,
  (_, body) => `{"data":${body}}`,
  () => '{"length":1,"0":{"by-user":"x"}}',
  () => '{"__proto__":{"polluted":true},"map":1,"message":{"toString":1}}',
  (random) => random.pick(["null", "true", "7", '"[]"', "NaN", "undefined", "\uFEFF", "[,]", "[1,]", "'[]'", "[]]"]),
  () => "[".repeat(20_000),
  () => '{"a":'.repeat(20_000),
  (_, body) => `${body}${body}`,
  (_, body) => `)]}',\n${body}`,
];

/** A server that returns the items between the requested ends, both included, in its own order. */
export class Server {
  readonly items: readonly Item[];
  /** The requests that go wrong, counted from 1. */
  readonly accidents: ReadonlyMap<number, Accident>;
  readonly #random: Random;
  readonly #isAscending: boolean;
  requests = 0;

  constructor(random: Random, items: readonly Item[], accidents: ReadonlyMap<number, Accident> = new Map()) {
    this.#random = random;
    this.#isAscending = random.chance(0.5);
    this.items = [...items].sort((one, other) => (this.#isAscending ? one.time - other.time : other.time - one.time));
    this.accidents = accidents;
  }

  answer(query: URLSearchParams): Item[] {
    const from = Date.parse(query.get("datetime-start")!);
    const until = Date.parse(query.get("datetime-end")!);
    return this.items.filter(({ time }) => time >= from && time <= until);
  }

  /** The answer as text. */
  body(query: URLSearchParams): string {
    this.requests += 1;
    const body = `[${this.answer(query)
      .map(({ json }) => json)
      .join()}]`;
    return this.accidents.get(this.requests)?.(this.#random, body) ?? body;
  }
}

import { canonicalizeIp } from "../core/filters/canonicalize-ip.js";
import { createPersonKey } from "../core/people.js";
import { fold, trim } from "../core/text/text.js";
import type { EventBatch } from "./event-batch.js";
import { Numbers } from "./numbers.js";
import { divide, type Steps } from "./steps.js";
import { Column, showText, Spellings, Values, type ShownValue } from "./spellings.js";

/** More texts than memory has room for, so that two of them make a number without loss. */
const MAX_TEXTS = 2 ** 26;

/** The spellings of one text field, and the values that they mean. */
class TextField {
  readonly column: Column;
  readonly values = new Values();
  readonly #spellings = new Spellings();

  constructor(turn: number) {
    this.column = new Column(turn);
  }

  find(text: number, add: () => void): number {
    return this.#spellings.find(text, add);
  }
}

/** The spellings of all users with their domains. Performing and affected users are numbered together. */
class People {
  readonly by = new Column(2);
  readonly affected = new Column(3);
  /** Users with their domains; everything without a user is one value. */
  readonly users = new Values();
  readonly domains = new Values();
  readonly #spellings = new Spellings();

  find(key: number, read: () => readonly [user: string, domain: string]): number {
    return this.#spellings.find(key, () => {
      const [user, domain] = read();
      if (fold(user) === "") this.users.add("", showText(""));
      else this.users.add(createPersonKey(user, domain), { ...showText(user), domain });
      addText(this.domains, domain);
    });
  }
}

function addText(values: Values, text: string, key = fold(text)): void {
  values.add(key, showText(key === "" ? "" : text));
}

function addClass(values: Values, text: string, { id, failed }: Pick<ShownValue, "id" | "failed">): void {
  if (id === "") addText(values, text, fold(text) && `text ${fold(text)}`);
  else values.add(`${failed ? "failed" : "id"} ${id}`, { ...showText(text), id, failed });
}

const UNKNOWN = { id: "", color: 0, failed: false, badPassword: false };

/**
 * The events of one log in columns: each distinct text once, and numbers for the rest. Each event has a slot in all
 * columns; `order` says which event is where, rows first and then the events that were only counted.
 */
export class EventColumns {
  readonly action = new TextField(4);
  readonly object = new TextField(5);
  readonly address = new TextField(6);
  readonly client = new TextField(7);
  readonly people = new People();
  /** For each spelling of an action the index in `BAR_COLORS`. */
  readonly #colors = new Numbers(Uint8Array);
  /** For each spelling of an action 1 if it is a login with a bad password. */
  readonly #badPasswords = new Numbers(Uint8Array);
  /** For each slot milliseconds since 1970-01-01T00:00Z; NaN without a readable time, Infinity in an unused slot. */
  readonly #times = new Numbers(Float64Array, 1);
  /** The slots of all events, the newest first. */
  readonly #order = new Numbers(Uint32Array);
  readonly #unused: number[] = [];
  /** Each text once, however many batches and columns have it. */
  readonly #texts: string[] = [];
  readonly #numbers = new Map<string, number>();
  #rows = 0;
  #undated = 0;
  /** The time of the event before the first counted one. */
  #timeBeforeCounted = Infinity;

  get events(): number {
    return this.#order.length;
  }

  get rows(): number {
    return this.#rows;
  }

  /** The number of events without a readable time. */
  get undated(): number {
    return this.#undated;
  }

  /** May be longer than the number of events. */
  get order(): Uint32Array {
    return this.#order.list;
  }

  /** The number of slots in use, and of unused ones in between. */
  get slots(): number {
    return this.#times.length;
  }

  get times(): Float64Array {
    return this.#times.list;
  }

  get colors(): Uint8Array {
    return this.#colors.list;
  }

  get badPasswords(): Uint8Array {
    return this.#badPasswords.list;
  }

  /**
   * Inserts rows.
   *
   * @param positions where the events are afterwards, in ascending order
   */
  insert(positions: Uint32Array, batch: EventBatch): void {
    const slots = this.#store(batch);
    let end = this.#order.length;
    this.#order.length += slots.length;
    const order = this.#order.list;
    for (let at = slots.length - 1; at >= 0; at -= 1) {
      const position = positions[at]!;
      order.copyWithin(position + 1, position - at, end);
      order[position] = slots[at]!;
      end = position - at;
    }
    this.#rows += slots.length;
  }

  /** Adds events that are no rows and older than all events. */
  count(batch: EventBatch): void {
    if (this.events === this.#rows) this.#timeBeforeCounted = this.#timeOfLastRow();
    for (const slot of this.#store(batch)) this.#order.push(slot);
  }

  /** Removes counted events from `time` on. One without a readable time has that of the event before it. */
  *keepCountedBefore(time: number): Steps<void> {
    const [order, times, rows] = [this.order, this.times, this.#rows];
    let end = rows;
    let last = this.#timeBeforeCounted;
    yield* divide(this.events - rows, (from, until) => {
      for (let at = rows + from; at < rows + until; at += 1) {
        const slot = order[at]!;
        const own = times[slot]!;
        if (!Number.isNaN(own)) last = own;
        if (last < time) order[end++] = slot;
        else this.#remove(slot);
      }
    });
    this.#order.length = end;
  }

  #timeOfLastRow(): number {
    for (let at = this.#rows - 1; at >= 0; at -= 1) {
      const time = this.times[this.order[at]!]!;
      if (!Number.isNaN(time)) return time;
    }
    return Infinity;
  }

  #remove(slot: number): void {
    for (const { column } of [this.action, this.object, this.address, this.client]) column.remove(slot);
    this.people.by.remove(slot);
    this.people.affected.remove(slot);
    if (Number.isNaN(this.times[slot])) this.#undated -= 1;
    // In no bar of a timeline.
    this.times[slot] = Infinity;
    this.#unused.push(slot);
  }

  /** @returns the slots of the batch's events */
  #store({ values, columns, times, actions, objects }: EventBatch): Uint32Array {
    const slots = new Uint32Array(times.length);
    times.forEach((time, at) => {
      const slot = (slots[at] = this.#unused.pop() ?? this.#times.length);
      if (slot === this.#times.length) this.#times.push(time);
      else this.times[slot] = time;
      if (Number.isNaN(time)) this.#undated += 1;
    });

    const texts = Uint32Array.from(values, (text) => this.#findText(text));
    const actionOf = new Map(actions.map((one) => [one.value, one]));
    const objectOf = new Map(objects.map((one) => [one.value, one]));
    const put = (field: TextField, column: Uint32Array, add: (text: string, value: number) => void) => {
      const known = new Int32Array(values.length).fill(-1);
      column.forEach((value, at) => {
        const found = known[value]!;
        const spelling = found < 0 ? field.find(texts[value]!, () => add(this.#texts[texts[value]!]!, value)) : found;
        known[value] = spelling;
        field.column.put(slots[at]!, spelling);
      });
    };
    put(this.action, columns.action, (text, value) => {
      const found = actionOf.get(value) ?? UNKNOWN;
      this.#colors.push(found.color);
      this.#badPasswords.push(found.badPassword ? 1 : 0);
      addClass(this.action.values, text, found);
    });
    put(this.object, columns.object, (text, value) => {
      addClass(this.object.values, text, { ...UNKNOWN, ...objectOf.get(value) });
    });
    put(this.address, columns.byIp, (text) => {
      addText(this.address.values, text, canonicalizeIp(trim(text)) ?? fold(text));
    });
    put(this.client, columns.client, (text) => addText(this.client.values, text));
    this.#putPeople(this.people.by, slots, texts, columns.byUser, columns.byDomain);
    this.#putPeople(this.people.affected, slots, texts, columns.affectedUser, columns.affectedDomain);
    return slots;
  }

  #putPeople(column: Column, slots: Uint32Array, texts: Uint32Array, users: Uint32Array, domains: Uint32Array): void {
    users.forEach((value, at) => {
      const [user, domain] = [texts[value]!, texts[domains[at]!]!];
      const spelling = this.people.find(user * MAX_TEXTS + domain, () => [this.#texts[user]!, this.#texts[domain]!]);
      column.put(slots[at]!, spelling);
    });
  }

  #findText(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#texts.push(text) - 1));
    return number;
  }
}

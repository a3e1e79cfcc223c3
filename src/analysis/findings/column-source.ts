import type { EventColumns } from "../event-columns.js";
import type { Column, ShownValue, Values } from "../spellings.js";
import type { FindingField, FindingSource } from "./source.js";

/** The kept events as the rules read them. No event may be added while they are read. */
export class ColumnSource implements FindingSource {
  readonly events: number;
  readonly #columns: EventColumns;
  readonly #order: Uint32Array;
  readonly #times: Float64Array;
  readonly #actions: Uint32Array;
  readonly #fields: Readonly<Record<FindingField, { slots: Uint32Array; of: Uint32Array; values: Values }>>;

  constructor(columns: EventColumns) {
    const { people, address, client } = columns;
    const read = (column: Column, values: Values) => ({ slots: column.slots, of: values.of, values });
    this.events = columns.events;
    this.#columns = columns;
    this.#order = columns.order;
    this.#times = columns.times;
    this.#actions = columns.action.column.slots;
    this.#fields = {
      byUser: read(people.by, people.users),
      byDomain: read(people.by, people.domains),
      affectedDomain: read(people.affected, people.domains),
      byIp: read(address.column, address.values),
      client: read(client.column, client.values),
    };
  }

  time(at: number): number {
    return this.#times[this.#order[at]!]!;
  }

  action(at: number): string {
    return this.#showAction(at).id;
  }

  isFailed(at: number): boolean {
    return this.#showAction(at).failed;
  }

  isBadPassword(at: number): boolean {
    return this.#columns.badPasswords[this.#actions[this.#order[at]!]!] === 1;
  }

  code(field: FindingField, at: number): number {
    const { slots, of } = this.#fields[field];
    return of[slots[this.#order[at]!]!]!;
  }

  text(field: FindingField, at: number): string {
    const { slots, values } = this.#fields[field];
    return values.show(slots[this.#order[at]!]!).text;
  }

  #showAction(at: number): ShownValue {
    return this.#columns.action.values.show(this.#actions[this.#order[at]!]!);
  }
}

import { missing, type Entry } from "./event-list.js";

/** A record that another read may bring again. */
export interface RecentRecord extends Entry {
  readonly isUndated: boolean;
  readonly isUnreadable: boolean;
}

/** The records of a reading that another reader may read again, whether they match or not: what comes late is told from them. */
export class RecentRecords {
  #records: RecentRecord[] = [];

  note(record: RecentRecord): void {
    this.#records.push(record);
  }

  /** Takes in what another reader has from `from` on, and this one has not. @returns what that is */
  takeIn(other: RecentRecords, from: number): readonly RecentRecord[] {
    const isRecent = ({ latest }: Entry) => latest >= from;
    const added = missing(this.#records.filter(isRecent), other.#records.filter(isRecent));
    this.#records = [...this.#records, ...added];
    return added;
  }

  /** Nobody will read again what is older than `from`: a page that is refreshed all day must not keep all of it twice. */
  forget(from: number): void {
    this.#records = this.#records.filter(({ latest }) => latest >= from);
  }
}

/** The fields that the rules read. A user is one with its domain. */
export type FindingField = "byUser" | "byDomain" | "affectedDomain" | "byIp" | "client";

/** The counted events, as the rules read them: by place, from 0 for the newest to `events - 1` for the oldest. */
export interface FindingSource {
  readonly events: number;
  /** Milliseconds since 1970-01-01T00:00Z; NaN without a readable time. */
  time(at: number): number;
  /** The id of the action in the taxonomy; `""` for an unknown one. */
  action(at: number): string;
  /** Whether it is a failed login. */
  isFailed(at: number): boolean;
  /** Whether it is a login that failed because of a bad password. */
  isBadPassword(at: number): boolean;
  /** Values that a filter does not distinguish have the same number. Users of two domains have different ones. */
  code(field: FindingField, at: number): number;
  /** The spelling of the event; `""` without a value. */
  text(field: FindingField, at: number): string;
}

import { BROKEN_ROUTING, PASSWORD_ATTACK } from "../mocks/index.js";

/** A ticket of a support desk. */
export interface Ticket {
  readonly id: number;
  readonly title: string;
  readonly from: string;
  readonly words: string;
  /** The customer. */
  readonly domain: string;
  /** What it is about: one user, or some kinds of objects. */
  readonly user?: string;
  readonly objects?: string[];
}

export const tickets: readonly [Ticket, ...Ticket[]] = [
  {
    id: 4812,
    title: "Nobody can call us",
    from: "Pat Reyes, ABC Plumbing",
    words: "Our main number has been dead since this morning. We changed nothing. Did you?",
    domain: BROKEN_ROUTING.domain,
    objects: ["dialing", "route", "phone-number"],
  },
  {
    id: 4809,
    title: "Strange calls at night",
    from: "Dana Whitfield, Harborview Dental",
    words: "Extension 1041 called places we have never heard of, and nobody was here. Can you see who used it?",
    domain: PASSWORD_ATTACK.domain,
    user: PASSWORD_ATTACK.user,
  },
];

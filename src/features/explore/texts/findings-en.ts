import { formatEventCount } from "../../../i18n/en/count.js";
import type { Counted } from "../../../i18n/strings/results.js";
import type { FindingsStrings } from "./findings-strings.js";

const many = ({ number, text }: Counted, one: string, other: string) =>
  number === 1 ? `1 ${one}` : `${text} ${other}`;
const be = ({ number }: Counted) => (number === 1 ? "is" : "are");

export const findings: FindingsStrings = {
  findings: "Worth a look",
  findingsNote: "A place to start, not a verdict.",
  findingsCounting: "Looking through the counted events…",
  findingsNone: "Nothing stands out.",
  findingsTooShort: "New addresses and clients are only named after a search of at least 30 days without gaps.",
  findingsFailed: "The counted events could not be looked through.",
  findingTitles: {
    "bad-passwords": "Bad passwords",
    "new-address": "New address",
    "new-client": "New client",
    "many-deletes": "Many deletes",
    "unusual-hours": "Unusual hours",
    "outside-change": "Change from another domain",
  },
  findingShow: "Show the events",
  findingBadPasswords: (who, count, after) =>
    `${many(count, "bad password", "bad passwords")} in a row for ${who}. ${
      {
        "same-address": "Then a login from the same address worked.",
        "other-address": "Then a login from another address worked.",
        nothing: "No login that worked was found in the hour after.",
      }[after]
    }`,
  findingNewAddress: (who, address, earlier, others) =>
    `${who} first used ${address}. The ${many(earlier, "earlier event", "earlier events")} came from ${many(others, "other address", "other addresses")}.`,
  findingNewClient: (who, client, earlier, others) =>
    `${who} first used ${client}. The ${many(earlier, "earlier event", "earlier events")} came from ${many(others, "other client", "other clients")}.`,
  findingManyDeletes: (who, count, minutes) =>
    `${many(count, "delete", "deletes")} by ${who} in ${many(minutes, "minute", "minutes")}.`,
  findingUnusualHours: (who, count, days, from, until) =>
    `${formatEventCount(count)} by ${who}. On ${many(days, "other day", "other days")}, every event was between ${from} and ${until}.`,
  findingOutsideChange: (who, count, customer, all, inside) =>
    `${count.text} of the ${all.text} changes in ${customer} ${be(count)} by ${who}. ${inside.text} ${be(inside)} by users of the domain itself.`,
};

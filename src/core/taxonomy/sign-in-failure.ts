import { normalizeSpelling, type Classified } from "./taxonomy.js";

/**
 * The reason for a failed sign-in, according to the text of its action. `other`: the text has another reason, which
 * should be quoted. The API does not document these texts; the rules know the usual spellings of each reason.
 */
export type SignInFailure =
  | "bad-password"
  | "password-expired"
  | "bad-address"
  | "unknown-domain"
  | "unknown-user"
  | "bad-code"
  | "bad-credentials"
  | "expired"
  | "locked"
  | "disabled"
  | "too-many-attempts"
  | "denied"
  | "other";

/** The reasons that have a text in every language. */
export type KnownFailure = Exclude<SignInFailure, "other">;

export interface Failure {
  /** True for a sign-in that failed because of a bad password. */
  readonly badPassword: boolean;
  /** True if the text of the action says that it failed. */
  readonly failed: boolean;
  /** The reason for a failed sign-in; undefined if it is unknown or nothing failed. */
  readonly failure: SignInFailure | undefined;
}

const BAD =
  "(?:bad|wrong|invalid|incorrect|unknown|nosuch|expired|blocked|denied|forbidden|unauthori[sz]ed|disallowed)";
const IS_BAD =
  "(?:is|was)?(?:bad|wrong|invalid|incorrect|unknown|notfound|mismatch|fail|blocked|denied|forbidden|notallowed|rejected)";

/** Matches a bad thing in either order: "bad password", "password mismatch". */
const createBadPattern = (thing: string) => new RegExp(`${BAD}${thing}|${thing}${IS_BAD}`);

/** The first match is the reason, so more specific patterns come first. */
const REASONS: readonly (readonly [SignInFailure, RegExp])[] = [
  ["password-expired", /expired?(?:password|passwd|pwd)|(?:password|passwd|pwd)(?:has|is|was)?expired?/],
  ["bad-password", createBadPattern("(?:password|passwd|passphrase|pwd|pass)")],
  ["bad-address", createBadPattern("(?:(?:source)?ip(?:v[46])?(?:address)?|address|network|country|location)")],
  ["unknown-domain", createBadPattern("domain")],
  ["unknown-user", createBadPattern("(?:user(?:name)?|account|subscriber|extension)")],
  ["bad-code", createBadPattern("(?:mfa|2fa|t?otp|(?:google)?auth(?:enticator|entication)?code|code|pin)")],
  ["bad-credentials", createBadPattern("(?:credentials?|token)")],
  ["expired", /expired?/],
  ["too-many-attempts", /toomany|throttl|ratelimit|maxattempts|attemptsexceeded/],
  ["locked", /(?<!un|b)lock/],
  ["disabled", /disabled|suspended|inactive|deactivated/],
  ["denied", /denied|deny|forbidden|unauthori[sz]ed|notallowed|refused|rejected|blocked|banned/],
];

/** Matches a failure without a reason, but not "failover", "badge" and "unknown device". */
const FAILED =
  /fail(?!over|back)|error|unsuccessful|bad(?!ge)|wrong|invalid|incorrect|mismatch|unknown(?!device|browser|client|agent|host|app)/;

/** Matches words that contain a word for a failure and mean something else. */
const NO_FAILURE = /fail(?:over|back)|unlock/;

const SIGN_IN = "(?:user)?(?:log[io]n|sign[io]n|auth(?:entication|enticate|orization|orize)?)(?:attempt)?";

/** Matches a text that says that a sign-in failed, but not why. */
const BARE = new RegExp(
  `^(?:${SIGN_IN}(?:has|is|was)?(?:fail(?:ed|ures?|s)?|error|unsuccessful|bad|invalid)|` +
    `(?:fail(?:ed|ures?)?|bad|invalid|unsuccessful)(?:in|of|to)?${SIGN_IN})$`,
);

/** In other actions, the failure must be a separate word: "delete failed", "import_error", not "create failover route". */
const FAILED_WORD = /(?:^|[^\p{L}])(?:failed|failure|fail|fails|unsuccessful|denied|error)(?![\p{L}])/iu;
const FAILED_END = /(?:failed|failure|unsuccessful|denied|error)$/;

/** Whether and why an action failed, according to its text. */
export function readFailure(action: string, { item, alarm, failed: isListed }: Classified): Failure {
  const text = normalizeSpelling(action);
  if (item?.id !== "login") {
    const failed = isListed || (item !== undefined && (FAILED_END.test(text) || FAILED_WORD.test(action)));
    return { badPassword: false, failed, failure: undefined };
  }
  if (alarm) return { badPassword: true, failed: true, failure: "bad-password" };
  const reason = REASONS.find(([, pattern]) => pattern.test(text))?.[0];
  const failed = reason !== undefined || FAILED.test(text) || (isListed && !NO_FAILURE.test(text));
  const failure = reason ?? (failed && !BARE.test(text) ? "other" : undefined);
  return { badPassword: reason === "bad-password", failed, failure };
}

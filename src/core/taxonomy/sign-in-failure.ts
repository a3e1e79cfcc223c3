import { spelling, type Classified } from "./taxonomy.js";

/**
 * Why a sign-in failed, as far as its action's text tells. `other`: the text says something that is none of these, so it
 * should be quoted. The wire's words are not documented; these rules read the usual spellings of each reason.
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

/** A reason that every language has words for. */
export type KnownFailure = Exclude<SignInFailure, "other">;

export interface Failure {
  /** A sign-in that failed for a bad password. */
  readonly badPassword: boolean;
  /** The action text says that it failed, for whatever reason. */
  readonly failed: boolean;
  /** Why a sign-in failed; undefined where the record does not tell, or nothing failed. */
  readonly failure: SignInFailure | undefined;
}

const BAD =
  "(?:bad|wrong|invalid|incorrect|unknown|nosuch|expired|blocked|denied|forbidden|unauthori[sz]ed|disallowed)";
const IS_BAD =
  "(?:is|was)?(?:bad|wrong|invalid|incorrect|unknown|notfound|mismatch|fail|blocked|denied|forbidden|notallowed|rejected)";

/** A thing that is bad, said either way round: "bad password", "password mismatch". */
const bad = (thing: string) => new RegExp(`${BAD}${thing}|${thing}${IS_BAD}`);

/** The first that matches the spelling is the reason; the more telling ones come first. */
const REASONS: readonly (readonly [SignInFailure, RegExp])[] = [
  ["password-expired", /expired?(?:password|passwd|pwd)|(?:password|passwd|pwd)(?:has|is|was)?expired?/],
  ["bad-password", bad("(?:password|passwd|passphrase|pwd|pass)")],
  ["bad-address", bad("(?:(?:source)?ip(?:v[46])?(?:address)?|address|network|country|location)")],
  ["unknown-domain", bad("domain")],
  ["unknown-user", bad("(?:user(?:name)?|account|subscriber|extension)")],
  ["bad-code", bad("(?:mfa|2fa|t?otp|(?:google)?auth(?:enticator|entication)?code|code|pin)")],
  ["bad-credentials", bad("(?:credentials?|token)")],
  ["expired", /expired?/],
  ["too-many-attempts", /toomany|throttl|ratelimit|maxattempts|attemptsexceeded/],
  ["locked", /(?<!un|b)lock/],
  ["disabled", /disabled|suspended|inactive|deactivated/],
  ["denied", /denied|deny|forbidden|unauthori[sz]ed|notallowed|refused|rejected|blocked|banned/],
];

/** Words of failure that name no reason; "failover", "badge" and "unknown device" are no failures. */
const FAILED =
  /fail(?!over|back)|error|unsuccessful|bad(?!ge)|wrong|invalid|incorrect|mismatch|unknown(?!device|browser|client|agent|host|app)/;

/** Words that contain a word of failure, and say something else. */
const NO_FAILURE = /fail(?:over|back)|unlock/;

const SIGN_IN = "(?:user)?(?:log[io]n|sign[io]n|auth(?:entication|enticate|orization|orize)?)(?:attempt)?";

/** A text that says that a sign-in failed, and not why. */
const BARE = new RegExp(
  `^(?:${SIGN_IN}(?:has|is|was)?(?:fail(?:ed|ures?|s)?|error|unsuccessful|bad|invalid)|` +
    `(?:fail(?:ed|ures?)?|bad|invalid|unsuccessful)(?:in|of|to)?${SIGN_IN})$`,
);

/** Other actions fail in a word of their own: "delete failed", "import_error", not "create failover route". */
const FAILED_WORD = /(?:^|[^\p{L}])(?:failed|failure|fail|fails|unsuccessful|denied|error)(?![\p{L}])/iu;
const FAILED_END = /(?:failed|failure|unsuccessful|denied|error)$/;

/**
 * What the text of an action tells about its failing.
 * @param classified what the taxonomy says of it
 */
export function failureOf(action: string, { item, alarm, failed: isListed }: Classified): Failure {
  const text = spelling(action);
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

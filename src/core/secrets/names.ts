/**
 * The names of secrets. They are compared word by word, so `login-pin`, `loginPin` and `LOGIN_PIN` are names of secrets, but
 * `pinned`, `shipping` and `tokenizer` are not.
 */

/** Words that make a name sensitive at any position in it. In a compound without separators, the word must be at the end. */
const SENSITIVE_WORDS = [
  "[a-z]*(?:password|passwd|passwort|passphrase|passcode|pwd|secret|token|credential|jwt)s?",
  "[a-z]*(?:kennwort|contrasena|contrasenia|wachtwoord|motdepasse|phpsessid|sessid|sessionid)",
  "(?:password|passwd|pwd)[a-z]*",
  "pass-(?:word|phrase|code)s?",
  "(?:user|admin|root|sip|login|new|old|my|db|web|vm|ftp)?pws?",
  "(?:login|user|subscriber|vm|vmail|voicemail|mailbox|conference|host|moderator|agent|access|admin)?pins?",
  "pin(?:code|number)s?",
  "(?:api|app|auth|authentication|authorization|private|secret|access|encryption|shared|signing|session|master|ssh|license)-?keys?",
  "(?:wifi|wi-fi|wlan|wireless|wpa[0-9]?|wep|network)-?keys?",
  "(?:psk|bearer|cookies?|cvv|cvc|cvn|ssn|otp|totp|hotp|ha1|salt|privkey|pswd|csrf|xsrf|mdp|senha)",
  "session-?ids?",
  "social-?security(?:-?number)?",
  "(?:credit|debit)-?cards?(?:-?(?:number|num|no))?",
  "(?:card|cc)-?(?:number|num|no)",
  "(?:mfa|otp|totp|2fa|tfa|authenticator|google-?auth)-?(?:seed|code|key)s?",
  "(?:access|auth|authorization|verification|security|recovery|backup|reset|unlock)-?codes?",
  "(?:reset|magic|login|sign-?in|invite|invitation|activation|verification)-?(?:link|url|uri)s?",
  "mot-de-passe|clave-(?:de-acceso|secreta)|пароль|كلمة-(?:المرور|السر)|密码",
].join("|");

/** Words that make a name sensitive only at its end: `smtp-pass` is a secret, `pass-through` is not. */
const SENSITIVE_LAST_WORDS = "pass|authorization|seed";

const SENSITIVE = new RegExp(`(?:^|-)(?:(?:${SENSITIVE_WORDS})[0-9]*(?:-|$)|(?:${SENSITIVE_LAST_WORDS})[0-9]*$)`);
const ENDS_SENSITIVE = new RegExp(`(?:^|-)(?:${SENSITIVE_WORDS}|${SENSITIVE_LAST_WORDS})[0-9]*$`);

/** Names of facts about a secret: `token_type`, `password-expires-in`, `has_pin`. */
const ABOUT_A_SECRET = new RegExp(
  "-(?:types?|expires?|expiry|expired|expiration|expires-(?:in|at|on)|ttl|age|lifetime|length|policy|policies|rules?|required|enabled|" +
    "change|changed|updated|(?:changed|updated|created|set|issued)-(?:at|by|on)|count|used|limit|attempts|strength|status)$|" +
    "^(?:has|is|requires?|force|allow|enable|show|hide)-|^(?:message|call|meeting|chat|sms)-session-id$",
);

const MOST_CACHED = 2000;

/** Caches the results of a test, because every record of a file has the same few names. */
export function memoize(test: (name: string) => boolean): (name: string) => boolean {
  const results = new Map<string, boolean>();
  return (name) => {
    let result = results.get(name);
    if (result === undefined) {
      result = test(name);
      if (results.size >= MOST_CACHED) results.clear();
      results.set(name, result);
    }
    return result;
  };
}

/** A longer value is a text, not a name. */
const LONGEST_NAME = 200;

/** Whether a parameter with this name contains a secret: a password, PIN, token, key … */
export const isSensitive = memoize((name) => {
  const text = normalizeName(name);
  return SENSITIVE.test(text) && !ABOUT_A_SECRET.test(text);
});

/** Whether a text ends with the name of a secret: "the card number", but not "PIN changed by". */
export const endsWithSensitiveName = memoize((text) => ENDS_SENSITIVE.test(normalizeName(text)));

/** Members whose value is the name for the member next to them: `{ "column": "x_password", "value": "…" }`. */
const NAMES_NEIGHBORS =
  /^(?:(?:column|field|param|parameter|attr|attribute|property|setting|option|variable|config|header)-)?(?:name|key)$|^(?:key|field|param|parameter|attr|attribute|prop|property|setting|option|variable|column|col|header)$/;

export const namesItsNeighbors = memoize((name) => NAMES_NEIGHBORS.test(normalizeName(name)));

/** Whether a member names its neighbors, and the name is that of a secret. A sentence must end with such a name. */
export function namesSecret(name: string, value: unknown): boolean {
  if (typeof value !== "string" || value.length > LONGEST_NAME || !namesItsNeighbors(name)) return false;
  return isSensitive(value) && (!/\s/.test(value) || endsWithSensitiveName(value));
}

/** Neighbors with the place, the time or the affected person of an event. All others may be the secret. */
const READABLE_NEIGHBORS =
  /^(?:.*-)?(?:id|type|kind|table|model|object|user|username|login|subscriber|extension|ext|domain|site|device|host|ip|action|operation|op|method|status|time|date|timestamp|reason|length|size|count|required)$/;

/** Whether a member stays readable next to a member that names a secret. */
export const isReadableNextToSecret = memoize(
  (name) => namesItsNeighbors(name) || (READABLE_NEIGHBORS.test(normalizeName(name)) && !isSensitive(name)),
);

/** Converts kebab, snake, dotted and camel case to words in lower case with hyphens between them. */
function normalizeName(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

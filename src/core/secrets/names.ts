/**
 * Which names stand for what nobody should read over a shoulder. Names are compared word by word, so that `login-pin`,
 * `loginPin` and `LOGIN_PIN` are secrets, and `pinned`, `shipping` or `tokenizer` are not.
 */

/** Words that make a name sensitive wherever they stand in it; written together with others only at their end. */
const WORDS = [
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

/** Words that are something else when another follows: `smtp-pass` is a secret, `pass-through` is not. */
const LAST_WORDS = "pass|authorization|seed";

const SENSITIVE = new RegExp(`(?:^|-)(?:(?:${WORDS})[0-9]*(?:-|$)|(?:${LAST_WORDS})[0-9]*$)`);
const ENDS_SENSITIVE = new RegExp(`(?:^|-)(?:${WORDS}|${LAST_WORDS})[0-9]*$`);

/** Says something about a secret, and not the secret: `token_type`, `password-expires-in`, `has_pin`. */
const ABOUT = new RegExp(
  "-(?:types?|expires?|expiry|expired|expiration|expires-(?:in|at|on)|ttl|age|lifetime|length|policy|policies|rules?|required|enabled|" +
    "change|changed|updated|(?:changed|updated|created|set|issued)-(?:at|by|on)|count|used|limit|attempts|strength|status)$|" +
    "^(?:has|is|requires?|force|allow|enable|show|hide)-|^(?:message|call|meeting|chat|sms)-session-id$",
);

const MOST_REMEMBERED = 2000;

/** Remembers what a name was found to be: a file asks for the same few names with every record. */
export function remembered(find: (name: string) => boolean): (name: string) => boolean {
  const found = new Map<string, boolean>();
  return (name) => {
    let answer = found.get(name);
    if (answer === undefined) {
      answer = find(name);
      if (found.size >= MOST_REMEMBERED) found.clear();
      found.set(name, answer);
    }
    return answer;
  };
}

/** No name is longer: what is, is text. */
const LONGEST_NAME = 200;

/** Whether a parameter of this name holds a secret: a password, PIN, token, key … */
export const isSensitive = remembered((name) => {
  const text = words(name);
  return SENSITIVE.test(text) && !ABOUT.test(text);
});

/** Whether some words of a sentence end with such a name: "the card number", but not "PIN changed by". */
export const endsSensitive = remembered((text) => ENDS_SENSITIVE.test(words(text)));

/** Members that name what their neighbours hold: `{ "column": "x_password", "value": "…" }`. */
const NAMING =
  /^(?:(?:column|field|param|parameter|attr|attribute|property|setting|option|variable|config|header)-)?(?:name|key)$|^(?:key|field|param|parameter|attr|attribute|prop|property|setting|option|variable|column|col|header)$/;

export const isNaming = remembered((name) => NAMING.test(words(name)));

/** Whether a member names what its neighbours hold, and that is a secret. A sentence is no name unless it ends with one. */
export function namesSecret(name: string, value: unknown): boolean {
  if (typeof value !== "string" || value.length > LONGEST_NAME || !isNaming(name)) return false;
  return isSensitive(value) && (!/\s/.test(value) || endsSensitive(value));
}

/** Neighbours that tell where, when and to whom something happened. All others may be the secret. */
const KEPT =
  /^(?:.*-)?(?:id|type|kind|table|model|object|user|username|login|subscriber|extension|ext|domain|site|device|host|ip|action|operation|op|method|status|time|date|timestamp|reason|length|size|count|required)$/;

/** Whether a neighbour of a secret's name stays readable. */
export const staysBeside = remembered((name) => isNaming(name) || (KEPT.test(words(name)) && !isSensitive(name)));

/** Lower case, its words joined by hyphens, whether they were in kebab, snake, dotted or camel case. */
function words(name: string): string {
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

/**
 * Which parameters hold what nobody should read over a shoulder. Names are compared word by word, so that `login-pin`,
 * `loginPin` and `LOGIN_PIN` are secrets, and `pinned`, `shipping` or `tokenizer` are not.
 */

/** Stands for a sensitive value. Its length tells nothing. */
export const MASK = "••••••";

/** Words that make a name sensitive wherever they stand in it; written together with others only at their end. */
const WORDS = [
  "[a-z]*(?:password|passwd|passwort|passphrase|passcode|pwd|secret|token|credential|jwt)s?",
  "(?:password|passwd|pwd)[a-z]*",
  "(?:login|user|subscriber|vm|vmail|voicemail|mailbox|conference|host|moderator|agent|access|admin)?pins?",
  "pin(?:code|number)s?",
  "(?:api|app|auth|authentication|authorization|private|secret|access|encryption|shared|signing|session|master|ssh|license)-?keys?",
  "(?:psk|bearer|cookies?|cvv|cvc|cvn|ssn|otp|totp|hotp|ha1|salt|privkey)",
  "social-?security(?:-?number)?",
  "(?:credit-?)?card-?(?:number|no)",
  "(?:mfa|otp|totp|2fa|tfa|authenticator|google-?auth)-?(?:seed|code|key)s?",
  "(?:access|auth|authorization|verification|security|recovery|backup|reset|unlock)-?codes?",
].join("|");

/** Words that are something else when another follows: `smtp-pass` is a secret, `pass-through` is not. */
const LAST_WORDS = "pass|authorization|seed";

const SENSITIVE = new RegExp(`(?:^|-)(?:(?:${WORDS})[0-9]*(?:-|$)|(?:${LAST_WORDS})[0-9]*$)`);

/** Remembers what a name was found to be: a file asks for the same few names with every record. */
function remembered(find: (name: string) => boolean): (name: string) => boolean {
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

const MOST_REMEMBERED = 2000;

/** Whether a parameter of this name holds a secret: a password, PIN, token, key … */
export const isSensitive = remembered((parameterName) => SENSITIVE.test(words(parameterName)));

/** Lower case, its words joined by hyphens, whether they were in kebab, snake, dotted or camel case. */
function words(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Deeper than any record needs; what lies below is masked unseen, so that no value can exhaust the stack. */
const DEEPEST = 100;

const BEGINS_JSON = /^\s*[[{]/;

/** Members that name what their neighbours hold: `{ "name": "password", "value": "…" }`. */
const NAMING = /^(?:name|key|field|parameter|param|attribute|property|setting)$/i;

/** Whether a member names what its neighbours hold, and that is a secret. */
export function namesSecret(name: string, value: unknown): boolean {
  return isNaming(name) && typeof value === "string" && isSensitive(value);
}

export const isNaming = remembered((name) => NAMING.test(name));

/** Tells of each parameter of one event whether it holds a secret, by its own name or by what a neighbour says. */
export function secretsAmong<T extends { readonly name: string; readonly value: unknown }>(
  parameters: readonly T[],
): (parameter: T) => boolean {
  const naming = parameters.find(({ name, value }) => namesSecret(name, value));
  return (parameter) => isSensitive(parameter.name) || (naming !== undefined && parameter !== naming);
}

/**
 * A JSON value in which sensitive members are replaced by `MASK`, at any depth, also within a text that is itself JSON: a
 * copy, or the very value where nothing is to be masked. Own members only, `__proto__` is a name like any other.
 */
export function maskSensitive(value: unknown): unknown {
  return isSuspect(value, 0) ? masked(value, 0, { found: false }) : value;
}

/** Whether something in it may have to be masked. Most values hold nothing of the kind, and copies are dear. */
function isSuspect(value: unknown, depth: number): boolean {
  if (typeof value === "string") return BEGINS_JSON.test(value);
  if (typeof value !== "object" || value === null) return false;
  // What a page's `redact` made may write itself in a way of its own.
  if (depth >= DEEPEST || "toJSON" in value) return true;
  if (Array.isArray(value)) return value.some((item) => isSuspect(item, depth + 1));
  const members = value as Readonly<Record<string, unknown>>;
  return Object.keys(members).some((name) => {
    const member = members[name];
    return isSensitive(name) || namesSecret(name, member) || isSuspect(member, depth + 1);
  });
}

/** @param secrets learns whether anything was masked */
function masked(value: unknown, depth: number, secrets: { found: boolean }): unknown {
  if (typeof value === "string") return maskedText(value, depth, secrets);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) {
    secrets.found = true;
    return MASK;
  }
  if (Array.isArray(value)) return value.map((item) => masked(item, depth + 1, secrets));
  const members = Object.entries(value);
  const naming = members.find(([name, said]) => namesSecret(name, said));
  // Object.fromEntries defines members, where an assignment to `__proto__` would change the copy's prototype.
  return Object.fromEntries(
    members.map(([name, member]) => {
      if (!isSensitive(name) && (!naming || naming[0] === name)) return [name, masked(member, depth + 1, secrets)];
      secrets.found = true;
      return [name, MASK];
    }),
  );
}

/** Details hold JSON within text now and then. A text without secrets stays exactly as it is. */
function maskedText(text: string, depth: number, secrets: { found: boolean }): string {
  if (!BEGINS_JSON.test(text)) return text;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // No JSON after all: plain text.
    return text;
  }
  const inner = { found: false };
  const copy = masked(parsed, depth + 1, inner);
  if (!inner.found) return text;
  secrets.found = true;
  return JSON.stringify(copy);
}

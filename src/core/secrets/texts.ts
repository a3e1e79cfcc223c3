import { maskCredentials } from "./credentials.js";
import { flatten } from "./flat-text.js";
import { maskElements } from "./markup.js";
import { edited } from "./mask.js";
import { Pairs } from "./pairs.js";

/** Characters of which most notations of a secret have at least one, and most texts of a record none. */
export const SIGNS = "=:<|%&\\";

/** What the others have: a scheme and a credential, a signed token, an option of a shell. */
const OTHER_SIGNS = /--|eyJ|[Bb]earer\s|BEARER\s|[Bb]asic\s{1,4}[\w+/]{6}/;

const SIGN = new RegExp(`[${SIGNS.replace("\\", "\\\\")}]|${OTHER_SIGNS.source}`);

/** Whether a text needs a closer look. */
export const isSuspect = (text: string): boolean => SIGN.test(text);

/** What every name of a secret, and every secret that is known by its look, has at least one of. */
const HINT =
  /pass|p[ws]|pin|secret|token|cred|jwt|kennw|contrase|wachtw|motde|mot.de|mdp|senha|clave|парол|كلم|密|sess|cookie|key|psk|bearer|basic|cv[vcn]|ssn|social|otp|ha1|salt|csrf|xsrf|card|mfa|2fa|tfa|auth|code|link|ur[li]|seed|eyJ|private|:[^\s/]{0,200}@|[\u0300-\u036F\uFF01-\uFF5E]/i;

/**
 * A text with the secrets within it masked, and all else as it is: values of pairs, headers, JSON at any level and in any state,
 * PHP, XML, credentials. The time it takes grows with the text's length alone.
 */
export function maskText(text: string): string {
  if (!SIGN.test(text)) return text;
  const flat = flatten(text);
  if (!HINT.test(flat.text)) return text;
  const pairs = new Pairs(text, flat);
  pairs.read();
  const elements = text.length === flat.text.length && text.indexOf("<") === -1 ? [] : maskElements(flat);
  return edited(text, flat, [...pairs.edits, ...elements, ...maskCredentials(flat)]);
}

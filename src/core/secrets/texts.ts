import { maskCredentials } from "./credentials.js";
import { flatten } from "./flat-text.js";
import { maskElements } from "./markup.js";
import { applyEdits } from "./mask.js";
import { PairMasker } from "./pairs.js";

/** Most notations of a secret have at least one of these characters, and most texts of a record have none. */
export const SIGNS = "=:<|%&\\";

/** The other notations: a scheme with a credential, a signed token, an option of a command line. */
const OTHER_SIGNS = /--|eyJ|[Bb]earer\s|BEARER\s|[Bb]asic\s{1,4}[\w+/]{6}/;

const HAS_SIGN = new RegExp(`[${SIGNS.replace("\\", "\\\\")}]|${OTHER_SIGNS.source}`);

/** Whether a text may contain a secret. This test is fast. */
export const mayContainSecret = (text: string): boolean => HAS_SIGN.test(text);

/** Every name of a secret, and every secret with a recognizable form, matches this. */
const HAS_HINT =
  /pass|p[ws]|pin|secret|token|cred|jwt|kennw|contrase|wachtw|motde|mot.de|mdp|senha|clave|парол|كلم|密|sess|cookie|key|psk|bearer|basic|cv[vcn]|ssn|social|otp|ha1|salt|csrf|xsrf|card|mfa|2fa|tfa|auth|code|link|ur[li]|seed|eyJ|private|:[^\s/]{0,200}@|[\u0300-\u036F\uFF01-\uFF5E]/i;

/**
 * Masks the secrets in a text: values of pairs, headers, JSON at any level, also if it is cut off, PHP, XML, credentials. The
 * rest of the text stays unchanged. The time is linear in the length of the text.
 */
export function maskText(text: string): string {
  if (!HAS_SIGN.test(text)) return text;
  const flat = flatten(text);
  if (!HAS_HINT.test(flat.text)) return text;
  const pairs = new PairMasker(text, flat);
  pairs.run();
  const elements = text.length === flat.text.length && text.indexOf("<") === -1 ? [] : maskElements(flat);
  return applyEdits(text, flat, [...pairs.edits, ...elements, ...maskCredentials(flat)]);
}

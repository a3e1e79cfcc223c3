/** Most notations of a secret have at least one of these characters, and most texts of a record have none. */
export const SIGNS = "=:<|%&\\";

/** The other notations: a scheme with a credential, a signed token, an option of a command line. */
const OTHER_SIGNS = /--|eyJ|[Bb]earer\s|BEARER\s|[Bb]asic\s{1,4}[\w+/]{6}/;

export const HAS_SIGN = new RegExp(`[${SIGNS.replace("\\", "\\\\")}]|${OTHER_SIGNS.source}`);

/** Most texts have no encoded characters, so this test avoids the work. */
export const HAS_ENCODED = /%[2-7c][0-9a-f]|&[#a-z]|\\u/i;

/** Every name of a secret, and every secret with a recognizable form, matches this. */
export const HAS_HINT =
  /pass|p[ws]|pin|secret|token|cred|jwt|kennw|contrase|wachtw|motde|mot.de|mdp|senha|clave|парол|كلم|密|sess|cookie|key|psk|bearer|basic|cv[vcn]|ssn|social|otp|ha1|salt|csrf|xsrf|card|mfa|2fa|tfa|auth|code|link|ur[li]|seed|eyJ|private|(?:\/\/|sips?:)[^\s/?#@:]{0,200}:[^\s/]{1,200}@|[\u0300-\u036F\uFF01-\uFF5E]/i;

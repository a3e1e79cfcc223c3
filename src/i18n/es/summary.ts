import type { Grammar } from "../sentences/grammar.js";
import { join, writeWords } from "../sentences/phrases.js";
import { createSummary } from "../sentences/summary.js";
import type { SummaryStrings } from "../strings/summary.js";
import { results } from "./results.js";
import { nouns, pluralize } from "./summary-nouns.js";

/** "crear" is "creó" and "crearon"; "subir" is "subió" and "subieron". All are regular. */
function formPast(verb: string, plural: boolean): string {
  const stem = verb.slice(0, -2);
  const isFirst = verb[verb.length - 2] === "a";
  return stem + (plural ? (isFirst ? "aron" : "ieron") : isFirst ? "ó" : "ió");
}

export const grammar: Grammar = {
  verbs: {
    "add-create": "crear",
    delete: "eliminar",
    "modify-update": "modificar",
    "export-upload": "exportar",
    upload: "subir",
    import: "importar",
    load: "cargar",
    activate: "activar",
    restart: "reiniciar",
    validate: "validar",
    perform: "realizar",
    "sign-in": "iniciar",
    "sign-out": "cerrar",
    ask: "solicitar",
    warn: "generar",
  },
  nouns,
  prepositions: {
    of: "de",
    for: "para",
    at: "de",
    on: "en",
    upon: "sobre",
    about: "sobre",
    into: "en",
    outOf: "en",
    by: "por parte de",
    as: "como",
    askedOf: "a",
    from: "desde",
  },
  form(entry, form) {
    const [one = "", many] = entry.split("/");
    const space = one.indexOf(" ");
    const [article, noun] = [one.slice(0, space), one.slice(space + 1)];
    const feminine = article === "una";
    const articles = { a: `${article} `, the: feminine ? "la " : "el ", many: "", bare: "" };
    return { article: articles[form], noun: form === "many" ? (many ?? pluralize(noun)) : noun, feminine };
  },
  glue(preposition, next, isName) {
    const meets = !isName && /^(?:de|a)$/.test(preposition) && /^el /.test(next);
    return meets ? [`${preposition}l `, next.slice(3)] : [`${preposition} `, next];
  },
  happened(verb, who, { object, owner, plural }, failed) {
    if (who.length > 0) return join(who, failed ? `no pudo ${verb}` : formPast(verb, false), object, owner);
    const did = failed ? `no se ${plural ? "pudieron" : "pudo"} ${verb}` : `se ${formPast(verb, plural)}`;
    return join(did, object, owner);
  },
  quote: (text) => `«${text}»`,
  automated: "un proceso automático",
  someone: "alguien",
  thatDomain: "ese dominio",
  inThatDomain: "de ese dominio",
  ownAccount: "su propia cuenta",
  ownAccountAs: (noun) => `su propia cuenta de ${noun}`,
  session: "sesión",
  describeSession: (_, ofWhom) => (ofWhom.length > 0 ? join("la sesión", ofWhom) : writeWords("sesión")),
  signInFailed: "falló un inicio de sesión",
  checkFailed: "falló la comprobación del código de autenticación",
  means: {
    oauth: "mediante OAuth",
    "api-key": "con una clave de API",
    jwt: "con un JWT",
    mfa: "con MFA",
    sso: "mediante SSO",
    "support-login": "mediante un acceso de soporte",
  },
  reasons: {
    "bad-password": "contraseña incorrecta",
    "password-expired": "contraseña caducada",
    "bad-address": "dirección no permitida",
    "unknown-domain": "dominio desconocido",
    "unknown-user": "usuario desconocido",
    "bad-code": "código de autenticación incorrecto",
    "bad-credentials": "credenciales incorrectas",
    expired: "inicio de sesión caducado",
    locked: "cuenta bloqueada",
    disabled: "cuenta desactivada",
    "too-many-attempts": "demasiados intentos",
    denied: "acceso denegado",
  },
  // "a la 1:05", "a las 13:05"
  when: (date, time) => `el ${date}, ${/^0?1\D/.test(time) ? "a la" : "a las"} ${time}`,
  comma: ", ",
  colon: ": ",
};

export const summary: SummaryStrings = {
  lookAlikes: { cyrillic: "Contiene letras cirílicas", greek: "Contiene letras griegas" },
  ...createSummary(grammar, results.loginFailed),
};

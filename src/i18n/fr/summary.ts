import type { Grammar } from "../sentences/grammar.js";
import { join, writeWords } from "../sentences/phrases.js";
import { createSummary } from "../sentences/summary.js";
import type { SummaryStrings } from "../strings/summary.js";
import { results } from "./results.js";
import { nouns } from "./summary-nouns.js";

/** Before these, "de" and "le" lose their vowel; no noun here begins with an aspirated h. */
const VOWEL = /^[aeiouéèêôh]/i;

/** "créé" of "créer", "ouvert" of "ouvrir". */
function formParticiple(verb: string): string {
  return verb === "ouvrir" ? "ouvert" : `${verb.slice(0, -2)}é`;
}

export const grammar: Grammar = {
  verbs: {
    "add-create": "créer",
    delete: "supprimer",
    "modify-update": "modifier",
    "export-upload": "exporter",
    upload: "téléverser",
    import: "importer",
    load: "charger",
    activate: "activer",
    restart: "redémarrer",
    validate: "valider",
    perform: "effectuer",
    "sign-in": "ouvrir",
    "sign-out": "fermer",
    ask: "demander",
    warn: "déclencher",
  },
  nouns,
  prepositions: {
    of: "de",
    for: "pour",
    at: "du domaine",
    on: "sur",
    upon: "sur",
    about: "concernant",
    into: "sur",
    outOf: "sur",
    by: "par",
    as: "en tant que",
    askedOf: "à",
    from: "depuis",
  },
  form(entry, form) {
    const [one = "", many] = entry.split("/");
    const space = one.indexOf(" ");
    const [article, noun] = [one.slice(0, space), one.slice(space + 1)];
    const feminine = article === "une";
    const articles = {
      a: `${article} `,
      the: VOWEL.test(noun) ? "l’" : feminine ? "la " : "le ",
      many: "des ",
      bare: "",
    };
    return { article: articles[form], noun: form === "many" ? (many ?? pluralize(noun)) : noun, feminine };
  },
  glue(preposition, next, isName) {
    if (preposition === "de" && !isName && /^des? /.test(next)) return ["de ", next.slice(next.indexOf(" ") + 1)];
    if (preposition === "de" && !isName && /^le /.test(next)) return ["du ", next.slice(3)];
    if (preposition === "à" && !isName && /^le /.test(next)) return ["au ", next.slice(3)];
    if (preposition === "de" && VOWEL.test(next)) return ["d’", next];
    if (preposition === "en tant que" && !isName && /^l’/.test(next)) return ["en tant qu’", next.slice(2)];
    if (preposition === "en tant que" && VOWEL.test(next)) return ["en tant qu’", next];
    return [`${preposition} `, next];
  },
  happened(verb, who, { object, owner, plural, feminine, apart }, failed) {
    if (who.length > 0) return join(who, failed ? `n’a pas pu ${verb}` : `a ${formParticiple(verb)}`, object, owner);
    const could = plural ? "n’ont pas pu être" : "n’a pas pu être";
    const was = plural ? "ont été" : "a été";
    const did = `${failed ? could : was} ${formParticiple(verb)}${feminine ? "e" : ""}${plural ? "s" : ""}`;
    // "Une règle de l’utilisateur 2104 a été supprimée", but "Une règle a été créée pour l’utilisateur 2104".
    return apart ? join(object, did, owner) : join(object, owner, did);
  },
  quote: (text) => `«\u00A0${text}\u00A0»`,
  automated: "un processus automatique",
  someone: "quelqu’un",
  thatDomain: "ce domaine",
  inThatDomain: "de ce domaine",
  ownAccount: "son propre compte",
  ownAccountAs: (noun) => `son propre compte ${VOWEL.test(noun) ? "d’" : "de "}${noun}`,
  session: "une session",
  describeSession: (_, ofWhom) => (ofWhom.length > 0 ? join("la session", ofWhom) : writeWords("sa session")),
  signInFailed: "échec d’une ouverture de session",
  checkFailed: "échec de la vérification du code d’authentification",
  means: {
    oauth: "par OAuth",
    "api-key": "avec une clé d’API",
    jwt: "avec un JWT",
    mfa: "avec la MFA",
    sso: "par SSO",
    "support-login": "par un accès de support",
  },
  reasons: {
    "bad-password": "mot de passe incorrect",
    "password-expired": "mot de passe expiré",
    "bad-address": "adresse non autorisée",
    "unknown-domain": "domaine inconnu",
    "unknown-user": "utilisateur inconnu",
    "bad-code": "code d’authentification incorrect",
    "bad-credentials": "identifiants incorrects",
    expired: "connexion expirée",
    locked: "compte verrouillé",
    disabled: "compte désactivé",
    "too-many-attempts": "trop de tentatives",
    denied: "accès refusé",
  },
  when: (date, time) => `le ${date} à ${time}`,
  comma: ", ",
  colon: "\u00A0: ",
};

function pluralize(noun: string): string {
  const [head = "", ...rest] = noun.split(" ");
  return [`${head}s`, ...rest].join(" ");
}

export const summary: SummaryStrings = {
  lookAlikes: { cyrillic: "Contient des lettres cyrilliques", greek: "Contient des lettres grecques" },
  ...createSummary(grammar, results.loginFailed),
};

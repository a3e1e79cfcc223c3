import type { Grammar } from "../sentences/grammar.js";
import { join, writeWords, type Phrase } from "../sentences/phrases.js";
import { createSummary } from "../sentences/summary.js";
import type { SummaryStrings } from "../strings/summary.js";
import { results } from "./results.js";
import { nouns } from "./summary-nouns.js";

/**
 * Verbs are verbal nouns ("creation of") after "carried out" or "was done". So no word has to agree with a person whose gender
 * is not known, and each sentence starts with an Arabic word.
 */
export const grammar: Grammar = {
  verbs: {
    "add-create": "إنشاء",
    delete: "حذف",
    "modify-update": "تعديل",
    "export-upload": "تصدير",
    upload: "رفع",
    import: "استيراد",
    load: "تحميل",
    activate: "تفعيل",
    restart: "إعادة تشغيل",
    validate: "التحقق من",
    perform: "تنفيذ",
    "sign-in": "تسجيل",
    "sign-out": "تسجيل",
    ask: "طلب",
    warn: "إطلاق",
  },
  nouns,
  prepositions: {
    of: "ل",
    for: "ل",
    at: "من",
    on: "على",
    upon: "على",
    about: "بشأن",
    into: "إلى",
    outOf: "من",
    by: "من قِبل",
    as: "باسم",
    askedOf: "من",
    from: "من",
  },
  form(entry, form) {
    const [one = "", many = one, the = one] = entry.split("/");
    return { article: "", noun: form === "many" ? many : form === "the" ? the : one, feminine: false };
  },
  glue(preposition, next, isName) {
    if (preposition !== "ل") return [`${preposition} `, next];
    // The preposition and the next word are one word, "للمستخدم", unless the next word is a foreign name.
    if (isName) return ["لـ ", next];
    return ["", /^ال/.test(next) ? `لل${next.slice(2)}` : `ل${next}`];
  },
  happened(verb, who, { object, owner }, failed) {
    const did = (before: Phrase | string, action: string) => join(before, action, object, owner);
    // "إعادة" is the only feminine one of these verbal nouns.
    const her = /^إعادة/.test(verb) ? "ت" : "";
    if (who.length === 0) return did((failed ? "تعذر" : "تم") + her, verb);
    return failed ? did(join("لم يتمكن", who, "من"), verb) : did(join("قام", who), `ب${verb}`);
  },
  quote: (text) => `«${text}»`,
  automated: "نظام آلي",
  someone: "شخص ما",
  thatDomain: "ذلك النطاق",
  inThatDomain: "من ذلك النطاق",
  ownAccount: "حسابه الخاص",
  ownAccountAs: (noun) => `حسابه الخاص بصفة ${noun}`,
  session: "الدخول",
  describeSession: (whom) => (whom.length > 0 ? join("خروج", whom) : writeWords("الخروج")),
  signInFailed: "فشل تسجيل الدخول",
  checkFailed: "فشل التحقق من رمز المصادقة",
  means: {
    oauth: "عبر OAuth",
    "api-key": "بمفتاح API",
    jwt: "برمز JWT",
    mfa: "عبر MFA",
    sso: "عبر SSO",
    "support-login": "عبر دخول الدعم",
  },
  reasons: {
    "bad-password": "كلمة المرور غير صحيحة",
    "password-expired": "انتهت صلاحية كلمة المرور",
    "bad-address": "العنوان غير مسموح به",
    "unknown-domain": "نطاق غير معروف",
    "unknown-user": "مستخدم غير معروف",
    "bad-code": "رمز المصادقة غير صحيح",
    "bad-credentials": "بيانات الاعتماد غير صحيحة",
    expired: "انتهت صلاحية الدخول",
    locked: "الحساب مقفل",
    disabled: "الحساب معطّل",
    "too-many-attempts": "محاولات كثيرة جدًا",
    denied: "رُفض الوصول",
  },
  when: (date, time) => `يوم ${date} الساعة ${time}`,
  comma: "، ",
  colon: ": ",
};

export const summary: SummaryStrings = {
  lookAlikes: { cyrillic: "يحتوي على أحرف سيريلية", greek: "يحتوي على أحرف يونانية" },
  ...createSummary(grammar, results.loginFailed),
};

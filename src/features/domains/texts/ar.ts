import type { DomainStrings } from "./strings.js";
import { count, DOMAINS } from "../../../i18n/ar/count.js";

export const domains: DomainStrings = {
  recentDomains: "الأخيرة",
  otherDomains: "النطاقات",
  domainsLoading: "جارٍ تحميل النطاقات…",
  domainsSoFar: (loaded) => `تم تحميل ${loaded.text} حتى الآن…`,
  domainsMatching: (matching, all) => `المطابق: ${matching.text} من ${all.text}`,
  domainsShown: (shown, matching) => `يظهر أول ${shown.text} من ${matching.text} مطابقة: تابع الكتابة لتضييق القائمة.`,
  domainsNone: "لا نطاقات مطابقة. لا يزال بإمكانك البحث عن هذا النص.",
  domainsOwn: "يظهر في القائمة نطاقك فقط. يمكنك كتابة أي نطاق آخر.",
  domainsCut: (loaded, total) =>
    `لا يعرض الخادم من النطاقات سوى ${loaded.text}${total ? ` من أصل ${total.text}` : ""}. يمكنك كتابة أي نطاق آخر.`,
  domainsFailed: (loaded) => (loaded.number === 0 ? "تعذر تحميل النطاقات." : `لم يُحمّل من النطاقات سوى ${loaded.text}.`),
  domainsReload: "تحميل النطاقات من جديد",
  announceDomains: (matching) => `المطابق: ${count(matching, DOMAINS)}.`,
};

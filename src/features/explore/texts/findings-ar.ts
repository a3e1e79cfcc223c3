import { count as counted, EVENTS } from "../../../i18n/ar/count.js";
import type { FindingsStrings } from "./findings-strings.js";

export const findings: FindingsStrings = {
  findings: "يستحق النظر",
  findingsNote: "نقطة بداية، وليست حكمًا.",
  findingsCounting: "جارٍ النظر في الأحداث المعدودة…",
  findingsNone: "لا شيء لافت.",
  findingsTooShort: "لا تُذكر العناوين والعملاء الجدد إلا بعد بحث يشمل 30 يومًا على الأقل دون فجوات.",
  findingsFailed: "تعذر النظر في الأحداث المعدودة.",
  findingTitles: {
    "bad-passwords": "كلمات مرور خاطئة",
    "new-address": "عنوان جديد",
    "new-client": "عميل جديد",
    "many-deletes": "عمليات حذف كثيرة",
    "unusual-hours": "ساعات غير معتادة",
    "outside-change": "تغيير من نطاق آخر",
  },
  findingShow: "عرض الأحداث",
  findingBadPasswords: (who, count, after) =>
    `كلمات مرور خاطئة متتالية للمستخدم ${who}: ${count.text}. ${
      {
        "same-address": "ثم نجح تسجيل دخول من العنوان نفسه.",
        "other-address": "ثم نجح تسجيل دخول من عنوان آخر.",
        nothing: "لم يُعثر على تسجيل دخول ناجح في الساعة التالية.",
      }[after]
    }`,
  findingNewAddress: (who, address, earlier, others) =>
    `استخدم ${who} العنوان ${address} لأول مرة. الأحداث السابقة: ${earlier.text}، من عناوين أخرى عددها: ${others.text}.`,
  findingNewClient: (who, client, earlier, others) =>
    `استخدم ${who} العميل ${client} لأول مرة. الأحداث السابقة: ${earlier.text}، عبر عملاء آخرين عددهم: ${others.text}.`,
  findingManyDeletes: (who, count, minutes) => `عمليات حذف نفذها ${who}: ${count.text}، وعدد الدقائق: ${minutes.text}.`,
  findingUnusualHours: (who, count, days, from, until) =>
    `${counted(count, EVENTS)} بواسطة ${who}. في الأيام الأخرى، وعددها ${days.text}، كانت كل الأحداث بين ${from} و${until}.`,
  findingOutsideChange: (who, count, customer, all, inside) =>
    `التغييرات في ${customer}: ${all.text}، منها بواسطة ${who}: ${count.text}، وبواسطة مستخدمي النطاق نفسه: ${inside.text}.`,
};

import { count, EVENTS } from "../../../i18n/ar/count.js";
import type { BreakdownStrings } from "./breakdown-strings.js";

export const breakdown: BreakdownStrings = {
  breakdownOf: ({ text }) => `الأحداث: ${text}`,
  breakdownCounting: "جارٍ العدّ",
  breakdownSoFar: (records, from) => `من السجلات المفحوصة رجوعًا إلى ${from}، وعددها: ${records.text}.`,
  breakdownWhole: (records, from, until) => `من السجلات المفحوصة من ${from} إلى ${until}، وعددها: ${records.text}.`,
  breakdownAhead: "تشمل هذه الأرقام سجلات قُرئت مسبقًا للصفحة التالية.",
  breakdownUnsearched: "لم يُبحث بعد في الأحداث الأقدم، لذلك لا تشملها هذه الأرقام.",
  breakdownCountedOnly: ({ text }) => `أحداث معدودة غير محمّلة: ${text}.`,
  breakdownMissing: (from, until) => `غير مكتمل: تعذرت قراءة عمليات الدخول وعدّها من ${from} إلى ${until}.`,
  breakdownCut: ({ text }) => `غير مكتمل: أعاد الخادم جزءًا فقط من بعض الثواني، عددها: ${text}. قد توجد أحداث أخرى.`,
  breakdownNothing: "لا توجد أحداث مطابقة، لذلك لا يوجد ما يمكن توزيعه.",
  breakdownValue: (value, events) => `${value}، ${count(events, EVENTS)}`,
  breakdownNotGiven: "غير محدد",
  breakdownMore: ({ text }) => `+${text} أخرى`,
  breakdownFind: (field) => `بحث في: ${field}`,
  breakdownFound: (found, all) => `${found.text} من ${all.text}`,
  breakdownNoValues: "لا توجد قيم مطابقة.",
  breakdownFailed: "تعذر عدّ القيم.",
  breakdownClose: "إغلاق التوزيع",
  filterFor: (value) => `تصفية حسب ${value}`,
  filterForAnyDomain: (user) => `تصفية حسب ${user} في أي نطاق`,
};

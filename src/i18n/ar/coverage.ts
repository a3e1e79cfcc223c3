import type { CoverageStrings } from "../strings/coverage.js";
import { count, RECORDS } from "./count.js";

export const coverage: CoverageStrings = {
  coverageLabel: "ما تمت قراءته",
  coverageWhole: (records, from, until) => `المقروء: ${count(records, RECORDS)}، الفترة كلها من ${from} إلى ${until}.`,
  coverageSoFar: (records, from) => `المقروء: ${count(records, RECORDS)}، رجوعًا إلى ${from}.`,
  coverageSent: (filters) => `بحث الخادم بنفسه عن ${filters}.`,
  coverageNarrowed: (before, spellings) => `قبل ${before} لم يُطلب منه سوى ${spellings}.`,
  coverageCut: (records, when) =>
    `لا يعطي الخادم سوى جزء من ${when}. عدد سجلات تلك الثانية على الأقل: ${records.text}.`,
  coverageCutMore: (seconds) => `وكذلك في ثوانٍ أخرى، عددها: ${seconds.text}.`,
  coverageOutside: (records) =>
    `سجلات وصلت بوقت خارج المطلوب ولا تظهر: ${records.text}. ربما يستخدم الخادم منطقة زمنية أخرى.`,
  coverageShift: (hours) => `يكتب الخادم الأوقات دون منطقة زمنية. نُقلت بمقدار ${hours} لتقع ضمن المطلوب.`,
  coverageNaive: "يكتب الخادم الأوقات دون منطقة زمنية. قد يظهر سجل بفارق ساعة قرب تغيير التوقيت.",
  coverageUndated: (records) => `سجلات بلا وقت مقروء بقيت حيث وضعها الخادم: ${records.text}.`,
  coverageUnreadable: (records) => `سجلات تعذرت قراءتها ولا تظهر: ${records.text}.`,
  coverageNoSignIns: "تعذرت قراءة سجل الوصول الذي قد يحتوي على عمليات دخول أخرى.",
  printed: "طُبع في",
};

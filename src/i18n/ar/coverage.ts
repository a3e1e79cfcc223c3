import type { CoverageStrings, CoverageNoteStrings } from "../strings/coverage.js";

export const coverage: CoverageStrings & CoverageNoteStrings = {
  coverageLabel: "ما شمله البحث",
  coverageWhole: (records, from, until) => `السجلات المفحوصة من ${from} إلى ${until}: ${records.text}.`,
  coverageSoFar: (records, from) => `السجلات المفحوصة رجوعًا إلى ${from}: ${records.text}.`,
  coverageSent: (filters) => `صفّى الخادم النتائج حسب ${filters}.`,
  coverageNarrowed: (before, spellings) => `قبل ${before} لم يُطلب سوى ${spellings}.`,
  coverageCut: (records, when) => `أعاد الخادم جزءًا فقط من ${when}. عدد سجلات تلك الثانية على الأقل: ${records.text}.`,
  coverageCutMore: (seconds) => `وينطبق ذلك على ثوانٍ أخرى، عددها: ${seconds.text}.`,
  coverageOutside: (records) =>
    `سجلات خارج الفترة المطلوبة ولا تظهر: ${records.text}. ربما يستخدم الخادم منطقة زمنية أخرى.`,
  coverageShift: (hours) => `أوقات الخادم بلا منطقة زمنية؛ أُزيحت بمقدار ${hours}.`,
  coverageNaive: "أوقات الخادم بلا منطقة زمنية. قد تختلف الأوقات بساعة قرب تغيير التوقيت.",
  coverageUndated: (records) => `سجلات بلا وقت مقروء تظهر بترتيب الخادم: ${records.text}.`,
  coverageUnreadable: (records) => `سجلات تعذرت قراءتها ولا تظهر: ${records.text}.`,
  coverageNoSignIns: "تعذرت قراءة سجل الوصول. قد يحتوي على عمليات دخول أخرى.",
  coverageOldest: (when) => `أقدم سجل معروف يعود إلى ${when}. قد تكون السجلات الأقدم مؤرشفة.`,
  coverageDoubled: "يرسل الخادم كل سجل مرتين، لذلك يظهر كل حدث ويُحسب ويُصدَّر مرتين.",
  coverageClockAhead: "قد تكون ساعة الخادم متقدمة، لذلك قد تنقص أحدث الأحداث.",
  printed: "طُبع في",
};

import type { CountingStrings } from "./counting-strings.js";

export const counting: CountingStrings = {
  countRange: "عدّ النطاق كله",
  countRunning: (when) => `جارٍ العدّ، وصل الآن إلى ${when}`,
  countRate: ({ text }) => `السجلات في الثانية: ${text}`,
  countWaiting: "يستمر العدّ بعد هذا البحث",
  countStop: "إيقاف العدّ",
  countResume: "استئناف العدّ",
  countStopped: (when) => `توقف العدّ. لم تُعدّ الأحداث قبل ${when}.`,
  countFailed: (when) => `تعذر عدّ الأحداث قبل ${when}.`,
  countRetry: "إعادة المحاولة",
  countLost: "أُهمل عدّ الأحداث السابقة.",
  countAgain: "العدّ من جديد",
  countDone: ({ text }) => `عُدّ النطاق كله. السجلات الإضافية التي فُحصت: ${text}`,
};

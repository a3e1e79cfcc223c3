import type { DateRangeStrings } from "../strings/date-range.js";

export const dateRange: DateRangeStrings = {
  customRangeOption: "فترة مخصصة",
  rangeStart: "البداية",
  rangeEnd: "النهاية",
  rangeFields: {
    startDate: "تاريخ البداية",
    startTime: "وقت البداية",
    endDate: "تاريخ النهاية",
    endTime: "وقت النهاية",
  },
  previousMonth: "الشهر السابق",
  nextMonth: "الشهر التالي",
  dayStates: { start: "بداية الفترة", end: "نهاية الفترة", both: "بداية الفترة ونهايتها", in: "ضمن الفترة" },
  rangeCancel: "إلغاء",
  rangeApply: "تطبيق",
  rangeProblem: (problem, example) =>
    ({
      "not-a-date": `اكتب تاريخًا مثل ${example}.`,
      "not-a-time": `اكتب وقتًا مثل ${example}.`,
      "end-before-start": "النهاية قبل البداية.",
    })[problem],
  rangeSummary(length, zone, changes) {
    const turns = changes.map(({ forward, date }) => `${forward ? "تتقدم" : "تتأخر"} في ${date}`).join(" و");
    return `${length} بتوقيت ${zone}${turns ? `: الساعة ${turns}` : ""}.`;
  },
  rangeLong: "يستغرق البحث في أكثر من 90 يومًا وقتًا أطول.",
  rangeSkipped: "تتخطى الساعة هذا الوقت: الفترة فارغة.",
  clockNote: (kind, time, date, taken) =>
    kind === "skipped"
      ? `الوقت ${time} غير موجود في ${date}: يُستخدم ${taken}.`
      : `الوقت ${time} يتكرر مرتين في ${date}: تُستخدم المرة الأولى.`,
};

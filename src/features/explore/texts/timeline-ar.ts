import { count, EVENTS } from "../../../i18n/ar/count.js";
import type { TimelineStrings } from "./timeline-strings.js";

const list = (parts: readonly string[]) => parts.join("، ");

export const timeline: TimelineStrings = {
  timelineFold: "طيّ المخطط الزمني",
  timelineUnfold: "بسط المخطط الزمني",
  timelineBars: (width) => `الأحداث في أعمدة، عرض كل منها ${width}`,
  timelineSpan: (from, until) => `${from} إلى ${until}`,
  timelineEvents: (events) => count(events, EVENTS),
  timelinePart: ({ text }, name) => `${name}: ${text}`,
  timelineList: list,
  timelineSentence: (when, facts) => `${when}: ${list(facts)}`,
  timelineNames: { "add-create": "إنشاء", "modify-update": "تعديل", "export-upload": "تصدير" },
  timelineOr: (one, other) => `${one} أو ${other}`,
  timelineOther: "أخرى",

  timelineUnread: "لم يُبحث فيه بعد",
  timelineUnreadBar: "لم يُبحث فيه بعد",
  timelinePartBar: "بُحث في جزء منه فقط",
  timelineCountedOnly: ({ text }) => `معدودة غير معروضة: ${text}`,
  timelineMissing: "تعذرت قراءته",
  timelineUndated: ({ text }) => `أحداث بلا وقت مقروء ليست في أي عمود: ${text}`,
  timelinePage: "هذه الصفحة",
  timelineScale: (width, tallest) => `العمود: ${width}، الأعلى ${tallest}`,
  timelineCounting: "جارٍ عدّ الأحداث",
  timelineSearched: ({ text }) => `شمل البحث الفترة كلها، السجلات: ${text}`,
  timelineSearchedBack: (when, { text }) => `شمل البحث حتى ${when}، السجلات: ${text}`,
  timelineAhead: "يشمل سجلات قُرئت مسبقًا للصفحة التالية",
  timelineMost: (events, when) => `${events}، أكثرها ${when}`,

  timelineSelected: "الوقت المحدد",
  timelineStart: "بداية التحديد",
  timelineEnd: "نهاية التحديد",
  timelineZoom: "تكبير التحديد",
  timelineClear: "مسح التحديد",
  timelineClearShort: "مسح",
  timelineBack: "رجوع",

  timelineTable: (width) => `الأحداث حسب الوقت، بخطوات من ${width}، دون الخطوات الخالية`,
  timelineTime: "الوقت",
  timelineTotal: "الأحداث",
};

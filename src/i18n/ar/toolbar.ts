import type { TimezoneStrings } from "../strings/timezones.js";
import type { ToolbarStrings } from "../strings/toolbar.js";
import { count } from "./count.js";

export const toolbar: ToolbarStrings & TimezoneStrings = {
  recordsPerPage: "عدد السجلات في الصفحة",
  perPage: "في الصفحة",
  allEvents: "الكل",
  inOneList: "في قائمة واحدة",
  timezone: "المنطقة الزمنية",
  timezoneIs: (zone) => `المنطقة الزمنية: ${zone}`,
  findZone: "البحث عن مدينة أو منطقة زمنية",
  commonZones: "الشائعة",
  allZones: "كل المناطق",
  zoneNow: "الآن",
  localZone: "المحلي",
  utcOffset: (offset) => `UTC${offset}`,
  noZones: "لا مناطق زمنية مطابقة.",
  announceZones: (matching) =>
    count(matching, {
      zero: "لا مناطق زمنية",
      one: "منطقة زمنية واحدة",
      two: "منطقتان زمنيتان",
      few: "# مناطق زمنية",
      other: "# منطقة زمنية",
    }),
  exportEvents: "تصدير",
  timeline: "المخطط الزمني",
  breakdown: "التوزيع",
  help: "مساعدة",
  partLoading: "جارٍ التحميل…",
  partFailed: "تعذر تحميل هذا الجزء.",
};

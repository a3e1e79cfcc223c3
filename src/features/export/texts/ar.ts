import type { ExportStrings } from "./strings.js";
import type { Counted } from "../../../i18n/strings/results.js";
import { COLUMNS, count, OF_PAGES, ROWS } from "../../../i18n/ar/count.js";

const formatRowCount = (rows: Counted) => count(rows, ROWS);

export const exports: ExportStrings = {
  exportNothing: "لا شيء للتصدير بعد. ابحث أولًا.",
  exportNothingFound: "لا شيء للتصدير: لا توجد أحداث مطابقة. غيّر عوامل التصفية أو النطاق الزمني، ثم ابحث من جديد.",
  exportLoadedNothing: "لا توجد أحداث مُحمَّلة.",
  exportUnavailable: "تعذر تحميل هذا الجزء.",

  exportFormat: "الصيغة",
  exportFormats: { csv: "CSV", json: "JSON", ndjson: "NDJSON" },
  exportLoaded: (format) => `الأحداث المحمّلة، ${format}`,
  exportRange: (format) => `النطاق الزمني كله، ${format}`,
  exportLoadedNote: (rows, pages, format) =>
    `${formatRowCount(rows)} من ${count(pages, OF_PAGES)}، ${format === "csv" ? "كل الأعمدة والمعلمات" : "السجلات الخام"}`,
  exportRangeNote: (until, from) => `بحث من ${until} رجوعًا إلى ${from}`,
  exportSensitive: "تضمين القيم الحساسة",
  exportSensitiveNote: "بدون هذا الخيار تُخفى كلمات المرور والرموز.",

  exporting: (format) => `جارٍ تصدير ${format}`,
  exportRows: formatRowCount,
  exportRate: (rows) => `${rows.text} في الثانية`,
  exportReadBack: (when) => `وصل البحث إلى ${when}`,
  exportCancel: "إلغاء",

  exportDone: (rows, columns, size) =>
    `اكتمل التصدير: ${formatRowCount(rows)}${columns ? `، ${count(columns, COLUMNS)}` : ""}، ${size}.`,
  exportIncomplete: "الملف غير مكتمل. يذكر البيان ما ينقص.",
  exportFailed: "فشل التصدير.",
  exportNotWritten: "تعذرت كتابة الملف.",
  exportStopped: "أُوقف التصدير.",
  exportGoOn: "استئناف",
  exportKeep: "حفظ الملف الجزئي",
  exportDiscard: "تجاهل",
  announceExport: (status, rows) =>
    ({
      running: "جارٍ التصدير.",
      done: `اكتمل التصدير: ${formatRowCount(rows)}.`,
      failed: "فشل التصدير.",
      stopped: `أُوقف التصدير، وفيه ${formatRowCount(rows)}.`,
    })[status],
};

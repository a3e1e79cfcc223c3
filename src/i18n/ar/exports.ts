import type { ExportStrings } from "../strings/exports.js";
import type { Counted } from "../strings/results.js";

const rowsOf = (rows: Counted) => `الصفوف: ${rows.text}`;

export const exports: ExportStrings = {
  exportEvents: "تصدير",
  exportNothing: "لا يوجد ما يمكن تصديره قبل البحث.",
  exportUnavailable: "تعذر تحميل هذا الجزء.",

  exportFormat: "الصيغة",
  exportFormats: { csv: "CSV", json: "JSON", ndjson: "NDJSON" },
  exportLoaded: (format) => `${format}، الأحداث المحمّلة`,
  exportRange: (format) => `${format}، النطاق الزمني كله`,
  exportLoadedNote: (rows, pages, format) =>
    `${rowsOf(rows)}، الصفحات: ${pages.text}، ${format === "csv" ? "كل الأعمدة والمعلمات" : "السجلات كما وردت"}`,
  exportRangeNote: (until, from) => `يقرأ من ${until} رجوعًا إلى ${from}`,
  exportSensitive: "تضمين القيم الحساسة",
  exportSensitiveNote: "وإلا فتُخفى كلمات المرور والرموز وما شابهها.",

  exporting: (format) => `جارٍ تصدير ${format}`,
  exportRows: rowsOf,
  exportRate: (rows) => `${rows.text} في الثانية`,
  exportReadBack: (when) => `رجوعًا إلى ${when}`,
  exportCancel: "إلغاء",

  exportDone: (rows, columns, size) =>
    `اكتمل التصدير. ${rowsOf(rows)}${columns ? `، الأعمدة: ${columns.text}` : ""}، ${size}.`,
  exportIncomplete: "ليس فيه كل ما في الفترة: يذكر البيان المرفق ما ينقص.",
  exportFailed: "فشل التصدير.",
  exportNotWritten: "تعذرت كتابة الملف.",
  exportStopped: "أُوقف التصدير.",
  exportGoOn: "متابعة",
  exportKeep: "الاحتفاظ بما قُرئ",
  exportDiscard: "تجاهل",
  announceExport: (status, rows) =>
    ({
      running: "جارٍ التصدير.",
      done: `اكتمل التصدير. ${rowsOf(rows)}.`,
      failed: "فشل التصدير.",
      stopped: `أُوقف التصدير. ${rowsOf(rows)}.`,
    })[status],
};

import type { ExportStrings } from "../strings/exports.js";
import type { Counted } from "../strings/results.js";
import { COLUMNS, count, OF_PAGES, ROWS } from "./count.js";

const rowsOf = (rows: Counted) => count(rows, ROWS);

export const exports: ExportStrings = {
  exportEvents: "تصدير",
  exportNothing: "لا يوجد ما يمكن تصديره قبل البحث.",
  exportUnavailable: "تعذر تحميل هذا الجزء.",

  exportFormat: "الصيغة",
  exportFormats: { csv: "CSV", json: "JSON", ndjson: "NDJSON" },
  exportLoaded: (format) => `الأحداث المحمّلة، ${format}`,
  exportRange: (format) => `النطاق الزمني كله، ${format}`,
  exportLoadedNote: (rows, pages, format) =>
    `${rowsOf(rows)} من ${count(pages, OF_PAGES)}، ${format === "csv" ? "كل الأعمدة والمعلمات" : "السجلات كما وردت"}`,
  exportRangeNote: (until, from) => `من ${until} رجوعًا إلى ${from}`,
  exportSensitive: "تضمين القيم الحساسة",
  exportSensitiveNote: "وإلا فتُخفى كلمات المرور والرموز وما شابهها.",

  exporting: (format) => `جارٍ تصدير ${format}`,
  exportRows: rowsOf,
  exportRate: (rows) => `${rows.text} في الثانية`,
  exportReadBack: (when) => `رجوعًا إلى ${when}`,
  exportCancel: "إلغاء",

  exportDone: (rows, columns, size) =>
    `اكتمل التصدير: ${rowsOf(rows)}${columns ? `، ${count(columns, COLUMNS)}` : ""}، ${size}.`,
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
      done: `اكتمل التصدير: ${rowsOf(rows)}.`,
      failed: "فشل التصدير.",
      stopped: `أُوقف التصدير، وفيه ${rowsOf(rows)}.`,
    })[status],
};

import type { ColumnStrings } from "../strings/columns.js";

export const columns: ColumnStrings = {
  columns: "الأعمدة",
  toggleColumns: "إظهار الأعمدة أو إخفاؤها",
  selectAllColumns: "تحديد الكل",
  clearAllColumns: "إلغاء تحديد الكل",
  widthOf: (column) => `عرض ${column}`,
  widthInPixels: (width) => `${width} بكسل`,
  timeInUtc: (time) => `بتوقيت UTC: ${time}`,
  timeHere: (time) => `بالتوقيت المحلي: ${time}`,
};

import { createLabels } from "../sentences/labels.js";
import type { TaxonomyStrings } from "../strings/taxonomy.js";
import { grammar } from "./summary.js";

export const taxonomy: TaxonomyStrings = {
  taxonomyLabels: createLabels(grammar, {
    login: "تسجيل الدخول",
    logout: "تسجيل الخروج",
    "add-create": "إضافة/إنشاء",
    delete: "حذف",
    "modify-update": "تعديل/تحديث",
    "export-upload": "تصدير/رفع",
    import: "استيراد",
    load: "تحميل",
    activate: "تفعيل",
    restart: "إعادة تشغيل",
    validate: "تحقق",
    "google-authenticator": "Google Authenticator",
    "security-warning": "تحذير أمني",
    Authentication: "المصادقة",
    "Users & Domains": "المستخدمون والنطاقات",
    Communication: "الاتصالات",
    Configuration: "الإعدادات",
    System: "النظام",
    Other: "أخرى",
  }),
};

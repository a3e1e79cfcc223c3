import type { StateStrings } from "../strings/states.js";
import { count, RECORDS } from "./count.js";

export const states: StateStrings = {
  notConfiguredTitle: "لم يُحدَّد خادم",
  notConfigured: (attribute, property) =>
    `يجب أن تحدد الصفحة التي تعرض هذا السجل واجهة API: بالسمة ${attribute}، أو بكائن في الخاصية ${property} ينفّذ الطلبات. وحتى ذلك الحين لا يُرسل شيء.`,

  readyTitle: "جاهز للبحث",
  readyText: "ابحث الآن في آخر 24 ساعة، أو اضبط عوامل التصفية أولًا.",

  emptyTitle: "لا أحداث مطابقة",
  emptyRead: (records, from, until, filtered) => {
    const time = `بين ${from} و${until}`;
    if (records.number === 0) {
      return filtered ? `لم يجد الخادم أي سجل من هذا النوع ${time}.` : `لا يملك الخادم أي سجل ${time}.`;
    }
    return `تمت قراءة الوقت ${time}. السجلات الواردة: ${records.text}، ولا يطابق أيٌّ منها عوامل التصفية.`;
  },
  emptyIncomplete: (from) => `لم يُقرأ ما قبل ${from} بعد.`,
  notLoggedTitle: "ما لا تسجله المنصة",
  notLoggedText:
    "التغييرات التي يجريها الهاتف بمزامنة الميزات، وتغييرات قائمة البريد الصوتي، ورموز النجمة لا تترك سجلًا. وهي سبب شائع لقواعد رد تبدو كأنها تتغير من تلقاء نفسها.",

  errorTitles: {
    auth: "انتهت جلستك",
    forbidden: "لا يمكنك عرض سجل التدقيق",
    unsupported: "لا يوجد سجل تدقيق على هذا الخادم",
    "bad-request": "لم يقبل الخادم هذا البحث",
    "rate-limited": "طلبات كثيرة جدًا",
    server: "فشل البحث",
    network: "تعذر الوصول إلى الخادم",
    timeout: "استغرق الخادم وقتًا طويلًا",
    "bad-data": "تعذرت قراءة الإجابة",
    aborted: "أُوقف البحث",
  },
  errorTexts: {
    auth: "سجّل الدخول من جديد ثم عُد. تبقى عوامل التصفية في هذه الصفحة.",
    forbidden: "يتطلب ذلك دور Channel Partner أو أعلى. اسأل المسؤول إن كان ينبغي أن يكون لديك.",
    unsupported: "لا يوجد سجل تدقيق في هذا العنوان. ربما الخادم أقدم من الإصدار 45 للمنصة، أو العنوان غير صحيح.",
    "bad-request": "أحد عوامل التصفية أو النطاق الزمني ليس كما يتوقعه. غيّرها وابحث من جديد.",
    "rate-limited": "لا يقبل الخادم مزيدًا من الطلبات حاليًا. تبقى عوامل التصفية كما هي.",
    server: "أبلغ الخادم عن خطأ لديه. غالبًا ما تفيد فترة أقصر.",
    network: "لم تصل إجابة. تحقق من الاتصال؛ إن كان يعمل فقد لا يُسمح لهذه الصفحة بسؤال هذا الخادم.",
    timeout: "لم تصل إجابة في الوقت المناسب. فترة أقصر أو تحديد نطاق يسرّع البحث.",
    "bad-data": "أجاب الخادم بشيء ليس سجل تدقيق. قد يكون عنوانه غير صحيح.",
    aborted: "لم يُحمّل شيء. تبقى عوامل التصفية كما هي.",
  },
  errorWait: (seconds) =>
    `يطلب الانتظار ${count(seconds, { one: "ثانية واحدة", two: "ثانيتين", few: "# ثوانٍ", other: "# ثانية" })}.`,
  errorAnswer: (message, status) => `أجاب الخادم: ${status}${message ? `، ${message}` : ""}`,
  errorStatus: (message, status) => `الحالة ${status}. ${message}`,

  noticeTitles: {
    search: "فشل البحث.",
    "next-page": "تعذر تحميل الصفحة التالية.",
    refresh: "تعذر تحديث النتائج.",
    scan: "تعذرت قراءة الأحداث الأقدم.",
    "sign-ins": "تعذرت قراءة عمليات الدخول الناقصة.",
  },
  noticeCauses: {
    auth: "انتهت جلستك: سجّل الدخول من جديد ثم عُد.",
    forbidden: "رفض الخادم الوصول.",
    unsupported: "لا يعرف الخادم سجل التدقيق.",
    "bad-request": "لم يقبل الخادم الطلب.",
    "rate-limited": "لا يقبل الخادم مزيدًا من الطلبات حاليًا.",
    server: "أبلغ الخادم عن خطأ لديه.",
    network: "لم تستجب الشبكة.",
    timeout: "استغرق الخادم وقتًا طويلًا.",
    "bad-data": "تعذرت قراءة الإجابة.",
    aborted: "أُوقف ذلك.",
  },
  noticeKept: (events) =>
    events.number === 0
      ? ""
      : count(events, {
          one: "يبقى الحدث الظاهر أدناه.",
          two: "يبقى الحدثان الظاهران أدناه.",
          few: "تبقى # أحداث ظاهرة أدناه.",
          many: "يبقى # حدثًا ظاهرًا أدناه.",
          other: "يبقى # حدث ظاهر أدناه.",
        }),

  noticeMissing: (from, until) => `غير مكتمل بين ${from} و${until}.`,
  noticeMissingText: "تعذرت قراءة سجل الوصول هناك، فقد تنقص عمليات دخول.",
  readAgain: "قراءته من جديد",

  tryAgain: "إعادة المحاولة",
  checkAgain: "التحقق من جديد",
  searchLast24Hours: "بحث في آخر 24 ساعة",
  searchLast30Days: "البحث في آخر 30 يومًا بدلًا من ذلك",
  clearFilters: "مسح كل عوامل التصفية",
  lookFurther: "البحث فيما قبل ذلك",
  stop: "إيقاف",

  loadingEvents: "جارٍ تحميل الأحداث",
  searching: "جارٍ البحث…",
  searchingRange: (from, until) => `جارٍ البحث من ${from} إلى ${until}…`,
  scanning: "جارٍ الفحص",
  scanFound: (found, wanted) => `وُجد ${found.text} من ${wanted.text}`,
  scanAt: (day) => `رجوعًا إلى ${day}`,
  scanRecords: (records) => `المقروء: ${count(records, RECORDS)}.`,
  scanShown: "تظهر النتائج فور العثور عليها.",
  noticeScanning: (day, records, found) => `رجوعًا إلى ${day}: ${count(records, RECORDS)}، المطابق منها ${found.text}.`,
};

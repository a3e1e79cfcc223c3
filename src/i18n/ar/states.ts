import type { NothingFoundStrings } from "../strings/nothing-found.js";
import type { StateStrings } from "../strings/states.js";
import { count } from "./count.js";

export const states: StateStrings & NothingFoundStrings = {
  notConfiguredTitle: "لم يُضبط أي خادم",
  notConfigured: (attribute, property) =>
    `اضبط السمة ${attribute} أو الخاصية ${property} لهذا العنصر. حتى ذلك الحين لا تُرسل أي طلبات.`,

  readyTitle: "جاهز للبحث",
  readyText: "ابحث الآن في آخر 24 ساعة، أو اضبط عوامل التصفية أولًا.",
  readyFilters: (range) => `النطاق الزمني: ${range}. ابحث الآن أو اضبط عوامل تصفية أخرى.`,

  emptyTitle: "لا أحداث مطابقة",
  didYouMean: (name) => `هل تقصد ${name}؟`,
  searchPattern: (pattern) => `البحث عن ${pattern}`,
  emptyRead: (records, from, until, filtered) => {
    const time = `من ${from} إلى ${until}`;
    if (records.number === 0) return filtered ? `لا سجلات مطابقة ${time}.` : `لا توجد على الخادم سجلات ${time}.`;
    return `السجلات ${time}: ${records.text}، ولا يطابق أيٌّ منها عوامل التصفية.`;
  },
  emptyIncomplete: () => "لم يُبحث بعد في الأحداث الأقدم.",
  notLoggedTitle: "ما لا تسجله المنصة",
  notLoggedText:
    "مزامنة ميزات الهاتف وتغييرات قائمة البريد الصوتي ورموز النجمة لا تترك سجلًا. وغالبًا ما تفسّر قواعد رد تبدو كأنها تتغير من تلقاء نفسها.",

  errorTitles: {
    auth: "انتهت جلستك",
    forbidden: "لا يمكنك عرض سجل التدقيق",
    unsupported: "لا يوجد سجل تدقيق على هذا الخادم",
    "bad-request": "رفض الخادم هذا البحث",
    "rate-limited": "طلبات كثيرة جدًا",
    server: "فشل البحث",
    network: "تعذر الوصول إلى الخادم",
    timeout: "استغرق الخادم وقتًا طويلًا",
    "bad-data": "استجابة غير متوقعة",
    aborted: "أُوقف البحث",
  },
  errorTexts: {
    auth: "سجّل الدخول من جديد ثم عُد. تبقى عوامل التصفية في هذه الصفحة.",
    forbidden: "تحتاج إلى دور Channel Partner أو أعلى. اطلب الوصول من المسؤول.",
    unsupported: "ربما الخادم أقدم من الإصدار 45 للمنصة، أو عنوانه غير صحيح.",
    "bad-request": "رفض الخادم أحد عوامل التصفية أو النطاق الزمني. غيّره وابحث من جديد.",
    "rate-limited": "لا يقبل الخادم مزيدًا من الطلبات حاليًا. تبقى عوامل التصفية كما هي.",
    server: "أبلغ الخادم عن خطأ. غالبًا ما تفيد فترة أقصر.",
    network: "لا استجابة. تحقق من اتصالك؛ وقد تكون هذه الصفحة ممنوعة من الاتصال بالخادم.",
    timeout: "لا استجابة في الوقت المناسب. فترة أقصر أو تحديد نطاق يسرّع البحث.",
    "bad-data": "الاستجابة ليست سجل تدقيق. قد يكون عنوان الخادم غير صحيح.",
    aborted: "لم يُحمّل شيء. تبقى عوامل التصفية كما هي.",
  },
  errorWait: (seconds) =>
    `يطلب الانتظار ${count(seconds, { one: "ثانية واحدة", two: "ثانيتين", few: "# ثوانٍ", other: "# ثانية" })}.`,
  noticeWait: (seconds, busy) =>
    `${busy ? "الخادم مشغول" : "طلبات كثيرة جدًا"}. إعادة المحاولة بعد ${count(seconds, { one: "ثانية واحدة", two: "ثانيتين", few: "# ثوانٍ", other: "# ثانية" })}.`,
  errorAnswer: (message, status) => `استجابة الخادم: ${status}${message ? `، ${message}` : ""}`,
  errorStatus: (message, status) => `الحالة ${status}. ${message}`,

  noticeTitles: {
    search: "فشل البحث.",
    "next-page": "تعذر تحميل الصفحة التالية.",
    refresh: "تعذر تحديث النتائج.",
    scan: "تعذر تحميل الأحداث الأقدم.",
    "sign-ins": "تعذر تحميل عمليات الدخول الناقصة.",
  },
  noticeCauses: {
    auth: "انتهت جلستك. سجّل الدخول من جديد ثم عُد.",
    forbidden: "رفض الخادم الوصول.",
    unsupported: "لا يوجد سجل تدقيق على الخادم.",
    "bad-request": "رفض الخادم الطلب.",
    "rate-limited": "لا يقبل الخادم مزيدًا من الطلبات حاليًا.",
    server: "أبلغ الخادم عن خطأ.",
    network: "لا استجابة.",
    timeout: "استغرق الخادم وقتًا طويلًا.",
    "bad-data": "استجابة غير متوقعة.",
    aborted: "أُوقف البحث.",
  },
  noticeKept: (events) =>
    events.number === 0
      ? ""
      : count(events, {
          one: "لا يزال الحدث أدناه ظاهرًا.",
          two: "لا يزال الحدثان أدناه ظاهرين.",
          few: "لا تزال # أحداث ظاهرة أدناه.",
          many: "لا يزال # حدثًا ظاهرًا أدناه.",
          other: "لا يزال # حدث ظاهرًا أدناه.",
        }),

  noticeMissing: (from, until) => `غير مكتمل من ${from} إلى ${until}.`,
  noticeMissingText: "تعذرت قراءة سجل الوصول لهذه الفترة، فقد تنقص عمليات دخول.",
  readAgain: "إعادة المحاولة",

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
  scanAt: (day) => `وصل البحث إلى ${day}`,
  scanRecords: (records) => `السجلات المفحوصة: ${records.text}.`,
  scanShown: "تظهر النتائج فور العثور عليها.",
  noticePaused: (day, records) => `وصل البحث إلى ${day}. السجلات المفحوصة: ${records.text}.`,
  noticePageShort: "هذه الصفحة غير مكتملة.",
  noticePageNone: "لم يُعثر على أحداث أخرى حتى الآن.",
  noticeScanning: (day, records, found) =>
    `وصل البحث إلى ${day}. السجلات المفحوصة: ${records.text}، المطابق منها: ${found.text}.`,
};

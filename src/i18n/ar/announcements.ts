import type { AnnouncementStrings } from "../strings/announcements.js";
import { count, EVENTS } from "./count.js";

export const announcements: AnnouncementStrings = {
  announceSearching: "جارٍ البحث.",
  announcePage: (page, events, more) =>
    `الصفحة ${page.text}، ${count(events, EVENTS)}${more === true ? "، يوجد المزيد" : ""}.`,
  announceEmpty: "لا أحداث مطابقة.",
  announceRefreshed: (added) =>
    added.number === 0
      ? "لا أحداث جديدة."
      : `${count(added, { one: "حدث جديد واحد", two: "حدثان جديدان", few: "# أحداث جديدة", many: "# حدثًا جديدًا", other: "# حدث جديد" })}.`,
  announceFailed: (title) => `${title}.`,
  announceUserChanged: "سجّل مستخدم آخر الدخول. مُسحت الأحداث المحمّلة.",
  announcePaused: (day) => `وصل البحث إلى ${day}. لم يُبحث بعد في الأحداث الأقدم.`,
};

/**
 * Files of flows, as in `views.ts`. Those that change a page's built-ins, wait for what a page does once, or take long
 * have pages of their own, beside this one.
 */
import.meta.glob(
  [
    "../flows/**/*.test.ts",
    "!../flows/{accessibility,date-range*,focus-after-search,stillness,timezone,toolbar}.test.ts",
    "!../flows/{host-dates,odd-pages,print,quoted-tokens,secrets,themes}.test.ts",
  ],
  { eager: true },
);

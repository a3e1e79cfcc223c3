/** The longest flows, as in `views.ts`; a page beside that of the others, so that both cores are in use. */
import.meta.glob("../flows/{accessibility,date-range*,focus-after-search,stillness,timezone,toolbar}.test.ts", {
  eager: true,
});

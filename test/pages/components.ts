/** Files of components: as in `domain.ts`, one page for all of them. Each test takes away what it has put on the page. */
import.meta.glob(["../components/**/*.test.ts", "../controllers/**/*.test.ts", "../hosts/**/*.test.ts"], {
  eager: true,
});

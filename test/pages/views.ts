/** Files of what is on the screen, as in `core.ts`, one page for all of them. Each test takes away what it has put on the page. */
import.meta.glob(
  [
    "../element/**/*.test.ts",
    "../features/**/*.test.ts",
    "../hosts/**/*.test.ts",
    "../ui/**/*.test.ts",
    "../views/**/*.test.ts",
  ],
  { eager: true },
);

/** Files without a screen are run in one page: opening one costs more than most of their tests. */
import.meta.glob(
  [
    "../analysis/**/*.test.ts",
    "../core/**/*.test.ts",
    "../files/**/*.test.ts",
    "../i18n/**/*.test.ts",
    "../mocks/**/*.test.ts",
  ],
  { eager: true },
);

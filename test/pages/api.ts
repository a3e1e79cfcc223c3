/** As in `core.ts`; the long ones run in their own pages, beside this one. */
import.meta.glob(
  [
    "../api/**/*.test.ts",
    "../search/**/*.test.ts",
    "../worker/**/*.test.ts",
    "!../api/{properties,fuzz,failures}.test.ts",
  ],
  { eager: true },
);

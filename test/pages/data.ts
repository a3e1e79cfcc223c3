/** As in `domain.ts`; the long ones have pages of their own, beside this one. */
import.meta.glob(
  [
    "../data/**/*.test.ts",
    "../state/**/*.test.ts",
    "../worker/**/*.test.ts",
    "!../data/{properties,fuzz,failures}.test.ts",
  ],
  { eager: true },
);

import tseslint from "typescript-eslint";
import { configs as lit } from "eslint-plugin-lit";
import { configs as wc } from "eslint-plugin-wc";
import { rooms } from "./scripts/lint/rooms.mjs";

const replacedDate = {
  selector: "MemberExpression[object.name='Date'][property.name=/^(now|parse)$/]",
  message: "Host pages replace these: take the time from a Clock, read text by timeOfText (src/core/clock.ts).",
};

const forbiddenSyntax = [
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
    message: "Markup is never made from text.",
  },
  { selector: "MemberExpression[object.name='document'][property.name='cookie']", message: "No cookies." },
  replacedDate,
  { selector: "ForInStatement", message: "Host pages add enumerable members: use Object.keys()." },
  {
    selector: "CallExpression[callee.property.name=/^(includes|startsWith|endsWith|trim|trimStart|trimEnd)$/]",
    message: "Host pages replace these built-ins: use src/core/text/text.ts.",
  },
];

/** A test holds on any day, and on a machine of any speed: time is given, and what is to come is waited for. */
const OWN_TIME = "Tests are given their time (test/support/clock.ts): they hold on any day.";
const OWN_LIMIT = "No limit but the runner's own (test/support/time-limits.mjs): a slow machine is no failure.";
const wallClock = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: OWN_TIME },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: OWN_TIME },
  { selector: "CallExpression[callee.name='Date']", message: OWN_TIME },
  {
    selector: "MemberExpression[object.name='performance'][property.name=/^(now|timeOrigin|mark|measure)$/]",
    message: "Count steps, calls or elements; what is measured in time is a bench.",
  },
  {
    selector: ":matches(Literal, Property > Identifier)[value='longtask']",
    message: "What is measured in time is a bench.",
  },
  {
    selector: "CallExpression[callee.name=/^set(Timeout|Interval)$/][arguments.length>1]",
    message: "Wait for a condition, or hold the timers (test/support/timers.ts).",
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(waitForTimeout|aTimeout)$/], CallExpression[callee.name='aTimeout']",
    message: "Wait for a condition.",
  },
  { selector: "Property[key.name='timeout'] > Literal.value[raw=/^\\d/]", message: OWN_LIMIT },
  {
    selector: "CallExpression[callee.property.name=/^(timeout|setDefault(Navigation)?Timeout)$/] > Literal",
    message: OWN_LIMIT,
  },
];

export default tseslint.config(
  { ignores: ["node_modules", "dist", "dist-demo", "screenshots", "coverage", "releases"] },
  ...tseslint.configs.recommended,
  lit["flat/recommended"],
  wc["flat/recommended"],
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "no-eval": "error",
      "no-new-func": "error",
      "no-implied-eval": "error",
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...forbiddenSyntax],
      "no-console": ["error", { allow: ["warn"] }],
      "max-lines": ["error", { max: 300, skipBlankLines: false }],
    },
  },
  {
    // Tests, scripts and demos, as in `src/`.
    files: ["**/*.{ts,tsx,js,mjs}"],
    ignores: ["src/**"],
    rules: { "max-lines": ["error", { max: 300, skipBlankLines: false }] },
  },
  {
    // Components.
    files: ["src/views/**/*.ts", "src/features/**/*-{menu,panel,suggestions}.ts", "src/ui/**/*.ts"],
    ignores: ["src/**/*.styles.ts", "src/ui/styles/**"],
    rules: { "max-lines": ["error", { max: 250, skipBlankLines: false }] },
  },
  {
    files: ["demo/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", replacedDate] },
  },
  {
    files: ["test/**/*.{ts,mjs}"],
    ignores: [
      ...["test/bench/**", "test/package/apps/**"],
      // What waits for all others, with the runners' limits; and the clock's own test.
      ...[
        "test/support/time-limits.mjs",
        "test/support/timers.ts",
        "test/browsers/support/**",
        "test/core/clock.test.ts",
      ],
    ],
    rules: {
      "no-restricted-syntax": ["error", ...wallClock],
      "no-restricted-imports": [
        "error",
        { paths: [{ name: "node:timers/promises", message: "Wait for a condition." }] },
      ],
    },
  },
  {
    // Where each file of `src/` belongs, and what it may import: docs/architecture.md.
    files: ["src/**/*.ts"],
    plugins: { rooms },
    rules: { "rooms/directions": "error", "rooms/late-code": "error", "rooms/no-circles": "error" },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/api/**", "src/hosts/**"],
    rules: { "no-restricted-globals": ["error", { name: "fetch", message: "Only src/api talks to a server." }] },
  },
);

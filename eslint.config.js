import tseslint from "typescript-eslint";
import { configs as lit } from "eslint-plugin-lit";
import { configs as wc } from "eslint-plugin-wc";

/**
 * The import directions of the architecture (docs/architecture.md): each folder of `src/` may import from itself and
 * from the folders listed here, nothing else.
 */
const allowed = {
  domain: [],
  data: ["domain"],
  worker: ["domain"],
  state: ["data", "worker/client", "domain"],
  i18n: ["domain"],
  styles: [],
  controllers: [],
  components: ["state", "controllers", "styles", "i18n", "domain"],
  hosts: ["data", "index", "audit-log-viewer", "define", "events"],
};
const folders = Object.keys(allowed);

const direction = (folder) => ({
  files: [`src/${folder}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(?!(${allowed[folder].join("|") || "-"})[/.])(${folders.join("|")}|index|define|events|audit-log-viewer)[/.]`,
            message: `src/${folder} may import from ${allowed[folder].join(", ") || "itself only"} (docs/architecture.md).`,
          },
          ...(folder === "domain"
            ? [{ regex: "^[^.](?!emporal-polyfill)", message: "src/domain is pure: Temporal only." }]
            : []),
        ],
      },
    ],
  },
});

const replacedDate = {
  selector: "MemberExpression[object.name='Date'][property.name=/^(now|parse)$/]",
  message: "Host pages replace these: take the time from a Clock, read text by timeOfText (src/domain/clock.ts).",
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
    message: "Host pages replace these built-ins: use src/domain/text.ts.",
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
      "max-lines": ["error", { max: 350, skipBlankLines: false }],
    },
  },
  {
    files: ["demo/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", replacedDate] },
  },
  ...folders.map(direction),
  {
    // The root wires components, state and data together, and knows no host page.
    files: ["src/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^\\./hosts/", message: "The root knows no host page." }] },
      ],
    },
  },
  {
    files: ["src/components/**/*.ts", "src/controllers/**/*.ts", "src/domain/**/*.ts", "src/i18n/**/*.ts"],
    rules: { "no-restricted-globals": ["error", { name: "fetch", message: "Only src/data talks to a server." }] },
  },
);

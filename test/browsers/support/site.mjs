import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import typescript from "typescript";
import { NOW, startSites } from "../../embed/support/sites.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCREEN = readFileSync(resolve(import.meta.dirname, "../../support/screen.ts"), "utf8");

/**
 * The finder of the other tests, as a script: `window.finder` is the module, and `window.found(role, name)` lists the
 * elements with a role and a name, which is a text or the `{source}` of a regular expression.
 */
const { outputText } = typescript.transpileModule(SCREEN, {
  compilerOptions: { module: typescript.ModuleKind.CommonJS, target: typescript.ScriptTarget.ES2022 },
});
const FINDER = `window.finder = {}; (function (exports) { ${outputText} })(window.finder);
  window.found = (role, name) =>
    window.finder.getAll(document.body, role, name?.source === undefined ? (name ?? undefined) : new RegExp(name.source));`;

/** Runs in the page before anything else: stops the clock, and adds every problem to `window.problems`. */
const prepare = `(${(now) => {
  const TrueDate = Date;
  window.Date = class extends TrueDate {
    constructor(...parts) {
      if (parts.length === 0) super(now);
      else super(...parts);
    }
    static now() {
      return now;
    }
  };
  // "Copied" is shown only for a moment, so the copied text is stored.
  window.copies = [];
  const write = navigator.clipboard.writeText.bind(navigator.clipboard);
  navigator.clipboard.writeText = (text) => {
    const copy = (isAllowed) => window.copies.push({ text, isAllowed });
    const done = write(text);
    done.then(
      () => copy(true),
      () => copy(false),
    );
    return done;
  };
  window.problems = [];
  const keep = (kind) => (text) => window.problems.push(`${kind}: ${text}`);
  addEventListener("error", ({ message, filename }) => keep("exception")(`${message} in ${filename}`));
  addEventListener("unhandledrejection", ({ reason }) => keep("rejection")(`${reason} ${reason?.stack}`));
  for (const kind of ["error", "warn"]) {
    const say = console[kind];
    console[kind] = (...parts) => {
      keep(kind)(parts.join(" "));
      say.apply(console, parts);
    };
  }
}})(${NOW})`;

const html = (theme) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Audit log</title>
<meta name="viewport" content="width=device-width">
<script src="/prepare.js"></script><script src="/finder.js"></script><script src="/axe.js"></script>
<script type="module" src="/dist/audit-log-viewer.js"></script></head>
<body style="margin: 8px"><main><h1>Audit log</h1>
<audit-log-viewer api-base="/ns-api/v2" timezone="US/Eastern" locale="en-US" theme="${theme}"></audit-log-viewer></main></body></html>`;

/** The built package on a plain page with the mock API, at a fixed time. */
export async function startSite() {
  const sites = await startSites();
  const script = (path, text) => sites.page(path, text, { "content-type": "text/javascript; charset=utf-8" });
  script("/prepare.js", prepare);
  script("/finder.js", FINDER);
  script("/axe.js", AXE);
  for (const theme of ["light", "dark"]) sites.page(`/${theme}`, html(theme));
  return { ...sites, url: (theme = "light") => `${sites.host}/${theme}` };
}

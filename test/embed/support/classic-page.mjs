import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { runNpm, QUIET, reportFailure } from "../../package/support/npm.mjs";

const here = resolve(import.meta.dirname, "..");

/** Installs the libraries of the classic portal from the registry, unless they are installed. */
export async function installClassic() {
  if (!existsSync(join(here, "node_modules/jquery"))) {
    await runNpm(["ci", ...QUIET], here).catch(reportFailure("Installing what the classic portal loads"));
  }
  return join(here, "node_modules");
}

/** The path at which a server serves the folder of `installClassic`. */
export const CLASSIC = "/classic/";

const PLUGINS = ["transition", "dropdown", "tooltip", "popover", "modal", "tab", "typeahead", "button"];

export const SHEETS = ["bootstrap-2.3.2/css/bootstrap.css", "bootstrap-2.3.2/css/bootstrap-responsive.css"];

/** In the portal's order. This file is an early release of Datejs, which replaces `Date.now`; `date.js` is a later one. */
export const SCRIPTS = [
  "jquery/tmp/jquery.js",
  ...PLUGINS.map((name) => `bootstrap-2.3.2/js/bootstrap-${name}.js`),
  "datejs/lib/date-en-US.js",
];

/** The tags of the scripts and style sheets, for the head of a page. */
export const classicHead = [
  ...SHEETS.map((file) => `<link rel="stylesheet" href="${CLASSIC}${file}">`),
  ...SCRIPTS.map((file) => `<script src="${CLASSIC}${file}"></script>`),
].join("\n");

/** Adds the scripts and style sheets to an open page. */
export async function addClassic(page) {
  for (const file of SHEETS) await page.addStyleTag({ url: CLASSIC + file });
  for (const file of SCRIPTS) await page.addScriptTag({ url: CLASSIC + file });
}

/* eslint-disable no-restricted-syntax -- what this page makes of the time is asked for here */
/** What the page's built-ins return. The viewer has to work with it. */
export const readTraits = (page) =>
  page.evaluate(() => ({
    jQuery: window.jQuery?.fn.jquery,
    now: Object.prototype.toString.call(Date.now()),
    zoned: Date.parse("2026-11-23T08:15:07Z"),
    local: Object.prototype.toString.call(Date.parse("2026-11-23")),
    text: new Date(2026, 10, 23).toString("yyyy-MM-dd"),
    enumerable: (() => {
      const names = [];
      for (const name in new Date()) names.push(name);
      return names.length;
    })(),
    font: getComputedStyle(document.body).fontFamily.split(",")[0],
  }));

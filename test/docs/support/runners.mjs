import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TEST_MS } from "../../support/time-limits.mjs";
import { bundle } from "./bundle.mjs";
import { checkCommands } from "./commands.mjs";
import { readPublicNames, toJavaScript } from "./types.mjs";

/*
 * How a snippet of each language is run. A runner throws, or returns a list of what is wrong. Messages in the page's
 * console count, too. docs/contributing.md says how to mark snippets.
 */

const normalizeSpaces = (text) => text.replace(/\s+/g, " ").trim();

/** Checks that the snippet is an exact part of a file that another test runs, except for white space. */
function cutPart(root, { text, settings }) {
  const file = join(root, settings.from);
  if (!existsSync(file)) return [`${settings.from} does not exist`];
  return normalizeSpaces(readFileSync(file, "utf8")).includes(normalizeSpaces(text))
    ? []
    : [`${settings.from} does not hold this text`];
}

/** Replaces abbreviated hashes and chunk names by the current ones, because they change with every build. */
function replaceHashes(root, text) {
  if (!text.includes("sha384-…")) return text;
  const { files } = JSON.parse(readFileSync(join(root, "dist/integrity.json"), "utf8"));
  return text.replace(/"([^"]*\/audit-log\/)([^"]+)": "sha384-…"/g, (_, place, name) => {
    const [start, end] = name.split("…");
    const file = Object.keys(files).find((one) => one.startsWith(start) && one.endsWith(end ?? start));
    return `"${place}${file}": "${files[file]}"`;
  });
}

/** Checks that the test that runs the snippet names its page. */
function runBy(root, { document, settings }) {
  const file = join(root, settings.by);
  if (!existsSync(file)) return [`${settings.by} does not exist`];
  return readFileSync(file, "utf8").includes(document) ? [] : [`${settings.by} does not read ${document}`];
}

/** Compares the attributes and events of the viewer with the manifest, because a browser accepts any name. */
function findWrongNames(root, { text, language }) {
  const { element } = readPublicNames(root);
  const attributes = element.attributes.map(({ name }) => name);
  const events = element.events.map(({ name }) => name);
  const tags =
    language === "html" ? [...text.matchAll(/<audit-log-viewer\b([^>]*)>/g)].map(([, inside]) => inside) : [];
  const written = tags.flatMap((inside) => inside.replace(/=\s*(?:"[^"]*"|'[^']*'|\S+)/g, " ").match(/[^\s/]+/g) ?? []);
  const set = [...text.matchAll(/viewer\.(?:set|toggle|remove)Attribute\("([^"]+)"/g)].map(([, name]) => name);
  return [
    ...[...written, ...set]
      .filter((name) => !attributes.includes(name) && !/^(?:id|class|lang|dir|hidden|slot|style|data-.+)$/.test(name))
      .map((name) => `${name} is no attribute of the viewer`),
    ...[...text.matchAll(/["'@](alv-[\w-]+)/g)]
      .map(([, name]) => name)
      .filter((name) => !events.includes(name))
      .map((name) => `${name} is no event of the viewer`),
  ];
}

async function html(stage, { text: written, settings }, root) {
  const text = replaceHashes(root, written);
  if (!/<script/.test(text)) {
    const page = await stage.sharedPage();
    await page.evaluate((markup) => {
      document.body.replaceChildren(document.createRange().createContextualFragment(markup));
    }, text);
    return stage.searches(page, settings.fails);
  }
  // A snippet that only loads scripts gets a viewer from the test.
  const rest = `<script type="module" src="https://cdn.example.com/audit-log/audit-log-viewer.js"></script>
    <audit-log-viewer api-base="/ns-api/v2"></audit-log-viewer>`;
  const page = await stage.openPage(/<audit-log-viewer/.test(text) ? text : text + rest);
  await page.waitForFunction(() => customElements.get("audit-log-viewer"));
  await stage.searches(page, settings.fails);
  await page.close();
}

async function script(stage, snippet) {
  const { words, settings } = snippet;
  const page = await stage.sharedPage();
  if (words.includes("searched")) await stage.searches(page);
  await stage.runModule(page, toJavaScript(snippet));
  await stage.searches(page, settings.fails);
  for (const [event, act] of Object.entries(OCCASIONS)) if (snippet.text.includes(event)) await act(page);
  const { said, hasSignedIn } = await page.evaluate(() => ({ said: globalThis.output.value, hasSignedIn }));
  return [
    ...(snippet.text.includes("output.value") && said === "" ? ["nothing was written into `output`"] : []),
    ...(snippet.text.includes("session.signIn") && !hasSignedIn ? ["nobody was asked to sign in"] : []),
  ];
}

/** The user's action that fires each event. The other events fire with every search. */
const OCCASIONS = {
  "alv-event-open": (page) =>
    page
      .getByRole("button", { name: /^Details: / })
      .first()
      .click(),
  "alv-preferences-change": async (page) => {
    await page.getByRole("radio", { name: "Cards" }).check();
    // The event comes after the browser has painted the choice.
    await page.waitForFunction(() => globalThis.viewer.view === "cards");
  },
  "alv-export": (page) => page.evaluate(() => globalThis.viewer.exportEvents({ deliver: "blob" })),
};

/** Opens a page of the classic portal, with its list of cards, the user's token, and the portal's extra script. */
async function portal(stage, load) {
  const list = `<h1>Integrations</h1><ul id="apps" class="integrations-list"><li><a href="#crm">CRM</a></li></ul>`;
  const token = `<script>localStorage.setItem("ns_t", "mock-super-user");</script>`;
  const page = await stage.openHead(token, list + load);
  await page.locator("#apps [data-audit-log-card] a").click();
  await page.waitForFunction(() => document.querySelector("audit-log-viewer")?.shadowRoot);
  await stage.searches(page);
  await page.close();
}

const SCRIPT = `<script src="https://cdn.example.com/audit-log/portal.js"></script>`;

/** Shows a component of React or Vue with the fixtures as its properties. */
async function component(stage, { text, language }, root) {
  const page = await stage.openHead(stage.importMap, `<div id="root"></div>`);
  const url = stage.putModule(await bundle(root, language, text));
  await page.evaluate(async (module) => {
    const { createFetchAdapter } = await import("audit-log-viewer");
    const adapter = createFetchAdapter({ baseUrl: "/ns-api/v2", getToken: () => "mock-super-user" });
    const get = (path) => {
      const { pathname, searchParams } = new URL(path, "https://api.example");
      return adapter.get(pathname, { query: searchParams, signal: new AbortController().signal });
    };
    const { show } = await import(module);
    show(document.querySelector("#root"), { adapter, horizonContext: { api: { get }, theme: "dark" } });
  }, url);
  await page.locator("audit-log-viewer").waitFor();
  await stage.searches(page);
  await page.close();
}

/** Checks that rules are valid, use only public tokens and parts, and affect the viewer. */
async function css(stage, { text }, root) {
  const { tokens, parts } = readPublicNames(root);
  const page = await stage.sharedPage();
  const { rules: read, count } = await page.evaluate((sheetText) => {
    // Adds the elements that a selector needs around the viewer, and the attributes that it needs on the viewer.
    const [outer, inner] = [document.createElement("div"), document.createElement("div")];
    globalThis.viewer.replaceWith(outer);
    outer.append(inner);
    inner.append(globalThis.viewer);
    for (const element of [outer, inner, globalThis.viewer]) {
      for (const [, name] of sheetText.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/gi)) element.classList.add(name);
      for (const [, name, value] of sheetText.matchAll(/\[(data-[\w-]+)(?:="?([^"\]]*)"?)?\]/g))
        element.setAttribute(name, value ?? "");
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText);
    document.adoptedStyleSheets = [sheet];
    const rules = [];
    let count = 0;
    const visit = (list, isOn) => {
      for (const rule of list) {
        count += 1;
        const on = isOn && (!rule.media || matchMedia(rule.media.mediaText).matches);
        if (rule.style) {
          const names = [...rule.style];
          const host = rule.selectorText.replace(/::part\([^)]*\)(?::[a-z-]+)?/g, "");
          const reaches = [globalThis.viewer, document.documentElement].some((one) => one.matches(host));
          const applied = names.filter((name) => {
            if (!on || !name.startsWith("--")) return true;
            return getComputedStyle(globalThis.viewer).getPropertyValue(name) !== "";
          });
          rules.push({ selector: rule.selectorText, names, reaches, missed: names.length - applied.length });
        }
        if (rule.cssRules) visit(rule.cssRules, on);
      }
    };
    visit(sheet.cssRules, true);
    return { rules, count };
  }, text);
  await stage.searches(page);
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, "");
  const written = [...bare.matchAll(/(?<=[{;]\s*)([\w-]+)\s*:(?=[^{}]*[;}])/g)].map(([, name]) => name);
  const own = (prefix) => [...new Set(bare.match(prefix) ?? [])];
  return [
    ...(read.length === 0 ? ["holds no rule"] : []),
    ...(count === bare.split("{").length - 1 ? [] : ["the browser drops a rule"]),
    ...read
      .filter(({ selector, reaches }) => !reaches && /(?:^|[\s>+~,(])[a-z]+-/i.test(selector))
      .map(({ selector }) => `${selector}: does not reach the viewer`),
    ...(read.some(({ reaches }) => reaches) ? [] : ["no rule reaches the viewer"]),
    ...read
      .filter(({ reaches, missed }) => reaches && missed > 0)
      .map(({ selector }) => `${selector}: a token has no value`),
    ...written
      .filter((name) => !read.some(({ names }) => names.some((one) => one === name || one.startsWith(`${name}-`))))
      .map((name) => `${name}: the browser drops this declaration`),
    ...own(/--_?alv-[\w-]+/g)
      .filter((name) => !tokens.has(name))
      .map((name) => `${name} is no public token`),
    ...own(/(?<=::part\()[^)]+/g)
      .flatMap((names) => names.split(/\s+/))
      .filter((name) => !parts.has(name))
      .map((name) => `${name} is no public part`),
  ];
}

/** Checks a policy: a page with this policy loads the package from another origin and searches without a violation. */
async function policy(stage, { text }) {
  const page = await stage.openPage(
    `<script type="module" src="https://cdn.example.com/audit-log/audit-log-viewer.js"></script>
     <audit-log-viewer api-base="/ns-api/v2"></audit-log-viewer>`,
    { "content-security-policy": normalizeSpaces(text) },
  );
  await page.waitForFunction(() => customElements.get("audit-log-viewer"));
  await stage.searches(page);
  const refused = await page.evaluate(() => globalThis.violations);
  await page.close();
  return refused;
}

/** Runs a script for Node, such as the configuration of a build, where the project's packages are. */
function inNode(root, snippet) {
  const args = ["--input-type=module", "--eval", toJavaScript(snippet)];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", timeout: TEST_MS });
  return status === 0 ? [] : [stderr.trim() || `ends with ${status}`];
}

function json({ text }) {
  JSON.parse(text);
}

const isScript = ({ language }) => language === "js" || language === "ts";

/** Whether a script is for the page, and is checked with the typings of the package. */
export const isForPage = (snippet) =>
  isScript(snippet) && !snippet.settings.from && !snippet.settings.by && !snippet.words.includes("node");

/** Settings come before the portal's script, which another snippet loads. */
function createPortalScripts({ language, text }) {
  if (language === "url") return `<script src="${text.trim()}"></script>`;
  return language === "js" ? `<script>${text}</script>${/portal\.js/.test(text) ? "" : SCRIPT}` : undefined;
}

/** @returns a function that runs a snippet and returns what is wrong; undefined if no runner fits */
export function chooseRunner(snippet, root) {
  const { language, words, settings } = snippet;
  if (settings.from) return async () => cutPart(root, snippet);
  if (settings.by) return async () => runBy(root, snippet);
  if (words.includes("portal")) {
    const scripts = createPortalScripts(snippet);
    return scripts && ((stage) => portal(stage, scripts));
  }
  if (words.includes("node")) return isScript(snippet) ? async () => inNode(root, snippet) : undefined;
  const known = words.every((word) => word === "searched");
  if (!known || snippet.text.trim() === "") return undefined;
  const run = {
    html: (stage) => html(stage, snippet, root),
    js: (stage) => script(stage, snippet),
    ts: (stage) => script(stage, snippet),
    jsx: (stage) => component(stage, snippet, root),
    tsx: (stage) => component(stage, snippet, root),
    vue: (stage) => component(stage, snippet, root),
    css: (stage) => css(stage, snippet, root),
    csp: (stage) => policy(stage, snippet),
    json: async () => json(snippet),
    sh: async () => checkCommands(root, snippet.text),
  }[language];
  return run && (async (stage) => [...findWrongNames(root, snippet), ...((await run(stage)) ?? [])]);
}

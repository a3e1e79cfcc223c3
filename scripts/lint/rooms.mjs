import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/**
 * The rooms of `src/` and what each may import besides itself (docs/architecture.md). An entry is a room, a folder in a
 * room, or a file.
 */
export const ROOMS = {
  core: [],
  ui: [],
  analysis: ["core"],
  files: ["core"],
  api: ["core"],
  i18n: ["core", "features/*/texts"],
  worker: ["analysis", "files", "core"],
  search: ["api", "analysis", "worker/client", "core"],
  views: ["search", "ui", "i18n", "core"],
  features: ["views", "search", "worker/client", "files/manifest", "ui", "i18n", "core"],
  element: ["views", "search", "api", "worker/client", "ui", "i18n", "core"],
  hosts: ["index", "api/transport"],
};

/**
 * The modules with an `import()`. `late-code` decides what loads when. The others load a language, Temporal, the
 * requests of the default adapter and the texts of its errors (which pages also use without a viewer), the positions of
 * popups, what a thread rarely needs, and the viewer itself.
 */
const LATE =
  /^(?:element\/late-code|i18n\/languages|core\/time\/temporal|api\/transport\/fetch-adapter|ui\/popups\/positioning|worker\/analysis-thread|hosts\/portal-panel)$/;

/** The module that an import names, relative to `src/` and without its extension; undefined outside of `src/`. */
function resolveModule(source, from, to) {
  if (!/^\.{1,2}\//.test(to)) return undefined;
  const name = relative(source, resolve(dirname(from), to))
    .split(sep)
    .join("/");
  return name.startsWith("..") ? undefined : name.replace(/\.js$/, "");
}

const findRoom = (name) => (name.includes("/") ? name.slice(0, name.indexOf("/")) : "");

/** Each feature is a room. */
const findFeature = (name) => name.match(/^features\/([^/]+)\//)?.[1];

function isAllowed(from, to) {
  const [room, other] = [findRoom(from), findRoom(to)];
  if (to === "version" || room === "") return true;
  if (room === other) return room !== "features" || findFeature(from) === findFeature(to);
  return ROOMS[room]?.some((one) => {
    const pattern = new RegExp(`^${one.replaceAll("*", "[^/]+")}(?:/|$)`);
    return pattern.test(to);
  });
}

const findSource = (filename) => filename.match(/^(.*[\\/]src)[\\/]/)?.[1];

const createRule = (docs, create) => ({ meta: { type: "problem", docs: { description: docs }, schema: [] }, create });

/** Calls `visit` with every module that a file names: in imports and re-exports, including types, and in `import()`. */
function readImports(visit) {
  const named = (node) => node.source?.type === "Literal" && visit(node, String(node.source.value));
  return {
    ImportDeclaration: named,
    ExportNamedDeclaration: named,
    ExportAllDeclaration: named,
    ImportExpression: named,
    TSImportType: (node) => visit(node, String(node.source?.value ?? node.argument?.literal?.value ?? "")),
  };
}

const directions = createRule("Rooms import what the architecture allows.", (context) => {
  const source = findSource(context.filename);
  if (!source) return {};
  const from = relative(source, context.filename).split(sep).join("/").replace(/\.ts$/, "");
  const room = findRoom(from);
  return readImports((node, text) => {
    const to = resolveModule(source, context.filename, text);
    if (to === undefined) {
      const isPure = room !== "core" || text.startsWith("temporal-polyfill") || text.startsWith(".");
      if (!isPure) context.report({ node, message: "src/core is pure: nothing but Temporal." });
      return;
    }
    // The table of late code names every feature.
    if (from === "element/late-code" && findRoom(to) === "features") return;
    if (isAllowed(from, to)) return;
    const allowed = ROOMS[room]?.join(", ") || "nothing else";
    context.report({
      node,
      message: `src/${from}.ts imports ${to}: src/${room} may import ${allowed} (docs/architecture.md).`,
    });
  });
});

const lateCode = createRule("`import()` stands in few places.", (context) => {
  const source = findSource(context.filename);
  if (!source) return {};
  const from = relative(source, context.filename).split(sep).join("/").replace(/\.ts$/, "");
  if (LATE.test(from)) return {};
  return {
    ImportExpression: (node) =>
      context.report({ node, message: "What is fetched later is named in src/element/late-code.ts alone." }),
  };
});

/** The imports of each module of a source folder. They are read once in a run of the linter. */
const graphs = new Map();

function buildGraph(source) {
  let graph = graphs.get(source);
  if (graph) return graph;
  graph = new Map();
  for (const name of readdirSync(source, { recursive: true, encoding: "utf8" })) {
    const file = join(source, name);
    if (!name.endsWith(".ts") || !statSync(file).isFile()) continue;
    const found = readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g);
    const targets = [...found].map(([, text]) => resolve(dirname(file), text).replace(/\.js$/, ".ts"));
    graph.set(
      file,
      targets.filter((target) => existsSync(target)),
    );
  }
  graphs.set(source, graph);
  return graph;
}

/** Finds the shortest path from a module back to itself. */
function findCircle(graph, start) {
  const from = new Map();
  const next = [start];
  for (const file of next) {
    for (const to of graph.get(file) ?? []) {
      if (to === start) {
        const way = [file];
        while (way[0] !== start) way.unshift(from.get(way[0]));
        return [...way, start];
      }
      if (from.has(to)) continue;
      from.set(to, file);
      next.push(to);
    }
  }
  return undefined;
}

const noCircles = createRule("No circle between files, types and late code included.", (context) => ({
  Program(node) {
    const source = findSource(context.filename);
    const circle = source && findCircle(buildGraph(source), context.filename);
    if (!circle) return;
    const names = circle.map((file) => relative(source, file).split(sep).join("/"));
    context.report({ node, message: `A circle of imports: ${names.join(" -> ")}.` });
  },
}));

export const rooms = { rules: { directions, "late-code": lateCode, "no-circles": noCircles } };

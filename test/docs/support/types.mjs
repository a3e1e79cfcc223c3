import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What scripts import, and whose typings it has. The URLs in the documentation stand for files of the build. */
const TYPINGS = {
  "audit-log-viewer": "index",
  "audit-log-viewer/standalone": "index",
  "audit-log-viewer/horizon": "hosts/horizon",
  "audit-log-viewer/portal-adapter": "hosts/portal-adapter",
  "/audit-log/audit-log-viewer.js": "index",
  "/audit-log/horizon.js": "hosts/horizon",
  "/audit-log/portal-adapter.js": "hosts/portal-adapter",
};

/** The typings are the same for every check, so they are read once. */
const typings = new Map();

const toName = (specifier) => specifier.replace(/^https:\/\/cdn\.example\.com/, "");

/**
 * Checks every script with the public typings of the build: `ts` strictly; `js` for names, arguments and members, as
 * far as plain JavaScript allows.
 *
 * @returns for each snippet a list of what is wrong
 */
export function checkTypes(root, snippets) {
  const folder = join(root, "test/docs");
  const isStrict = ({ language }) => language === "ts";
  const problems = new Map(snippets.map((snippet) => [snippet, []]));
  for (const strict of [true, false]) {
    const files = new Map(
      snippets
        .filter((snippet) => isStrict(snippet) === strict)
        .map((snippet, at) => [join(folder, `snippet-${at}.${strict ? "ts" : "js"}`), snippet]),
    );
    if (files.size === 0) continue;
    const options = {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.esnext.temporal.d.ts"],
      strict,
      allowJs: true,
      checkJs: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
    };
    const host = ts.createCompilerHost(options);
    const { readFile, fileExists, getSourceFile } = host;
    // A file without an import or export is a script, whose names would collide with those of the others.
    const own = (name) => files.has(name) && `${files.get(name).text}\nexport {};\n`;
    host.readFile = (name) => own(name) || readFile.call(host, name);
    host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
    host.getSourceFile = (name, target, ...rest) => {
      if (files.has(name)) return ts.createSourceFile(name, own(name), target, true);
      if (!name.endsWith(".d.ts")) return getSourceFile.call(host, name, target, ...rest);
      if (!typings.has(name)) typings.set(name, getSourceFile.call(host, name, target, ...rest));
      return typings.get(name);
    };
    host.resolveModuleNameLiterals = (literals, from) =>
      literals.map(({ text }) => {
        const typing = TYPINGS[toName(text)] ?? (/fixtures\.ts$/.test(from) && /src\/(.*)\.js$/.exec(text)?.[1]);
        if (!typing) return ts.resolveModuleName(text, from, options, host);
        return {
          resolvedModule: {
            resolvedFileName: join(root, "dist/types", `${typing}.d.ts`),
            extension: ts.Extension.Dts,
          },
        };
      });
    const fixtures = join(folder, "support/fixtures.ts");
    const program = ts.createProgram([...files.keys(), fixtures], options, host);
    const [wrong] = ts.getPreEmitDiagnostics(program, program.getSourceFile(fixtures));
    if (wrong) throw new Error(`${fixtures}: ${ts.flattenDiagnosticMessageText(wrong.messageText, " ")}`);
    for (const [name, snippet] of files) {
      const source = program.getSourceFile(name);
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      problems.get(snippet).push(
        ...found.map(({ start, messageText }) => {
          const { line } = source.getLineAndCharacterOfPosition(start ?? 0);
          return `line ${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
        }),
      );
    }
  }
  return problems;
}

/** Compiles a TypeScript snippet for the browser. */
export const toJavaScript = ({ language, text }) =>
  language === "ts"
    ? ts.transpileModule(text, {
        compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: false },
      }).outputText
    : text;

/** The names that a style sheet of a page may use: tokens and parts of the manifest. */
export function readPublicNames(root) {
  const { modules } = JSON.parse(readFileSync(join(root, "custom-elements.json"), "utf8"));
  const element = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find(({ name }) => name === "AuditLogViewer");
  const names = (list) => new Set((list ?? []).map(({ name }) => name));
  return { element, tokens: names(element.cssProperties), parts: names(element.cssParts) };
}

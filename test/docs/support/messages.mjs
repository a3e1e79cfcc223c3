import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/*
 * The messages that the code writes into the console, and the texts of its errors, read from the source. Each is a
 * pattern in which runtime values may be any text.
 */

const ANYTHING = "\u0000";

/** The texts that a node can have: a text, a template with `ANYTHING` for its values, or one of two texts. */
function listTexts(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...listTexts(node.whenTrue), ...listTexts(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return node.templateSpans.reduce(
    (texts, { expression, literal }) => {
      const inside = ts.isIdentifier(expression) ? listTexts(findDeclared(expression) ?? expression) : [];
      return texts.flatMap((text) => (inside.length > 0 ? inside : [ANYTHING]).map((one) => text + one + literal.text));
    },
    [node.head.text],
  );
}

/** The values of a name that is declared a few lines above, with all alternatives. */
function findDeclared(name) {
  for (let block = name.parent; block; block = block.parent) {
    if (!ts.isBlock(block)) continue;
    const variables = block.statements
      .filter(ts.isVariableStatement)
      .flatMap((one) => one.declarationList.declarations);
    const found = variables.find((one) => one.name.getText() === name.text);
    if (found)
      return found.initializer && ts.isConditionalExpression(found.initializer) ? found.initializer : undefined;
  }
  return undefined;
}

const WARNERS = /^(?:console\.warn|warnOnce|(?:.*\.)?#?warn)$/;

/** The messages of one call; none for most calls. */
function findMessages(node, usesSharedChecks) {
  if (ts.isNewExpression(node)) {
    const [first, second] = node.arguments ?? [];
    if (node.expression.getText() === "AuditLogError" && second) return listTexts(second);
    return node.expression.getText() === "TypeError" && first ? listTexts(first) : [];
  }
  if (ts.isParameter(node)) {
    return node.name.getText() === "message" && node.initializer ? listTexts(node.initializer) : [];
  }
  if (!ts.isCallExpression(node)) return [];
  const name = node.expression.getText();
  const [first, , , fourth] = node.arguments;
  if (first && WARNERS.test(name)) return listTexts(first).map((text) => text.replace(/^<audit-log-viewer> /, ""));
  // The two checks of options say what they expect.
  const subject = first && ts.isStringLiteralLike(first) ? first.text : undefined;
  if (subject !== undefined && usesSharedChecks) {
    if (name === "checkOneOf") return [`\`${subject}\` must be one of ${ANYTHING}; ${ANYTHING} is ignored.`];
    if (name === "checkValue")
      return listTexts(fourth).map((what) => `\`${subject}\` must be ${what}; ${ANYTHING} is ignored.`);
  }
  return [];
}

/** Patterns that match too many texts, and messages that are never shown. */
const TOO_WIDE = new Set([
  `\`${ANYTHING}\` must be ${ANYTHING}; ${ANYTHING} is ignored.`,
  ANYTHING,
  // The text of this error is added later.
  "",
  // This error ends a race and is never shown.
  "answered",
]);

const patterns = new Map();

/** Whether a text is this message, with any values. */
export function isSaid(message, text) {
  if (!patterns.has(message)) patterns.set(message, new RegExp(`^${escapePattern(message)}$`, "su"));
  return patterns.get(message).test(text);
}

const escapePattern = (message) =>
  message
    .split(ANYTHING)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".+");

/** A message of the source, as the documentation would write it. */
export const formatMessage = (message) => message.split(ANYTHING).join("…");

/** @returns every message of the source, with its file */
export function findMessagesInSource(root) {
  const found = new Map();
  const files = readdirSync(join(root, "src"), { recursive: true }).filter((name) => name.endsWith(".ts"));
  for (const name of files) {
    const text = readFileSync(join(root, "src", name), "utf8");
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const usesSharedChecks = /\}\s*from "[./]*(?:core\/)?option-checks\.js"/.test(text);
    const visit = (node) => {
      for (const message of findMessages(node, usesSharedChecks)) if (!TOO_WIDE.has(message)) found.set(message, name);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** The names of texts that tell users what is wrong, missing or unusual. */
const TELLING =
  /Failed|Unavailable|Refused|[pP]roblem|^error|^notice|^coverage|None$|^noZones|^empty|^notConfigured|^notLogged|Cut$|Own$|Missing|Nothing|NotWritten|Stopped|Incomplete|Skipped|^clockNote|^rangeLong|UserChanged|^ready/;
/** Labels, announcements of what is visible anyway, and the line that says that all is well. */
const LABELS =
  /^(?:errorTitles\.aborted|coverageLabel|coverageWhole|coverageSoFar|coverageSent|announceFailed|announceEmpty|loginFailed|noticeScanning)$/;

/** A value for any parameter of a text's function: it is a number, its text, and any other text. */
const createArgument = () => Object.assign(new String(ANYTHING), { number: 7, text: ANYTHING });

/** Texts whose words depend on their parameters. */
const CHOICES = {
  rangeProblem: [["not-a-date"], ["not-a-time"], ["end-before-start"]],
  clockNote: [["skipped"], ["twice"]],
  domainsFailed: [[{ number: 0 }], []],
  noticeWait: [true, false].map((isBusy) => [{ number: 7, text: ANYTHING }, isBusy]),
  emptyRead: [0, 7].flatMap((number) =>
    [true, false].map((isFiltered) => [{ number, text: ANYTHING }, ANYTHING, ANYTHING, isFiltered]),
  ),
};

function listMessages(name, text) {
  if (typeof text === "string") return [text];
  const calls = CHOICES[name] ?? [[]];
  return calls.map((args) => String(text(...[0, 1, 2, 3].map((at) => args[at] ?? createArgument()))));
}

/** @returns what the viewer shows on the screen when something is wrong: each text with its name */
export function findMessagesInTexts(strings) {
  const found = new Map();
  for (const [name, text] of Object.entries(strings)) {
    if (!TELLING.test(name)) continue;
    const texts =
      typeof text === "object" ? Object.entries(text).map(([key, one]) => [`${name}.${key}`, one]) : [[name, text]];
    for (const [path, one] of texts) {
      if (LABELS.test(path)) continue;
      for (const message of listMessages(path, one)) found.set(message, path);
    }
  }
  return found;
}

/** The messages of a page: the first cells of its tables with the head "message". */
export function findMessagesInDocument({ tables }, plain) {
  return tables
    .filter(({ head }) => head[0] === "message")
    .flatMap(({ rows }) => rows.flatMap(([cell]) => cell.split("<br>")))
    .map((cell) => plain(cell));
}

/** The texts of the card in the classic portal, which are settings with a default. */
export function findSettingsInSource(root) {
  const text = readFileSync(join(root, "src/hosts/portal-settings.ts"), "utf8");
  return [...text.matchAll(/^ {2}\w+: "(.+)",$/gm)].map(([, words]) => words);
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/*
 * What the code says in the console, and the small print of its errors, read from the source: each as a pattern in which
 * whatever is put in at run time may be any text.
 */

const ANYTHING = "\u0000";

/** A text or template as one string with `ANYTHING` for what is put in; undefined for what is neither. */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => ANYTHING + literal.text).join("");
  }
  return undefined;
}

const WARNERS = /^(?:console\.warn|warnOnce|(?:.*\.)?#?warn)$/;

/** The messages that one call can give; none for most calls. */
function messagesOf(node) {
  if (ts.isNewExpression(node) && node.expression.getText() === "AuditLogError") {
    const text = node.arguments?.[1] && textOf(node.arguments[1]);
    return text ? [text] : [];
  }
  if (!ts.isCallExpression(node)) return [];
  const name = node.expression.getText();
  const [first, second, , fourth] = node.arguments;
  if (first && WARNERS.test(name)) {
    const text = textOf(first);
    return text && text !== `<audit-log-viewer> ${ANYTHING}` ? [text.replace(/^<audit-log-viewer> /, "")] : [];
  }
  // The two checks of properties say what was expected of which one.
  const subject = first && ts.isStringLiteralLike(first) ? first.text : undefined;
  if (subject === undefined) return [];
  if (name === "oneOf") return [`\`${subject}\` is one of ${ANYTHING}; ${ANYTHING} is ignored.`];
  if (name === "checked" && fourth && ts.isStringLiteralLike(fourth)) {
    return [`\`${subject}\` is ${fourth.text}; ${ANYTHING} is ignored.`];
  }
  // What is wrong with an answer that is no list of records; the default of `notAList` is found below.
  return name === "notAList" && second && textOf(second) ? [textOf(second)] : [];
}

/** Messages that are only ever put together from others. */
const TOO_WIDE = new Set([
  `\`${ANYTHING}\` is ${ANYTHING}; ${ANYTHING} is ignored.`,
  // Nobody sees how a worker, or a race, is ended.
  "answered",
]);

export const isSaid = (message, text) => new RegExp(`^${escaped(message)}$`, "su").test(text);

const escaped = (message) =>
  message
    .split(ANYTHING)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".+");

/** A message for eyes. */
export const shown = (message) => message.split(ANYTHING).join("…");

/** @returns every message of the source with the file that has it */
export function messagesOfSource(root) {
  const found = new Map();
  const files = readdirSync(join(root, "src"), { recursive: true }).filter((name) => name.endsWith(".ts"));
  for (const name of files) {
    const text = readFileSync(join(root, "src", name), "utf8");
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      for (const message of messagesOf(node)) if (!TOO_WIDE.has(message)) found.set(message, name);
      if (ts.isParameter(node) && node.name.getText() === "message" && node.initializer && textOf(node.initializer))
        found.set(textOf(node.initializer), name);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

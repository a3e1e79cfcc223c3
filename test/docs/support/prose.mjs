import ts from "typescript";

/* The texts of documents, pages and code that people read. */

/** A document without its code and the addresses of its links. */
export function extractProse(markdown) {
  return markdown
    .replace(/^( *)```[\s\S]*?^ *```$/gm, "")
    .replace(/``.+?``|`[^`\n]+`/g, "…")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/<!--[\s\S]*?-->/g, "");
}

/** The text of a page: between its tags, and in the attributes that are shown or read out. */
export function extractPageText(html) {
  const attributes = [...html.matchAll(/\b(?:alt|title|aria-label|placeholder|content)="([^"]*)"/g)].map(
    ([, text]) => text,
  );
  const text = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(script|style|code|kbd|pre)\b[\s\S]*?<\/\1>/g, "…")
    .replace(/<[^>]+>/g, " ");
  return [...attributes, text].join("\n");
}

/** The sentences in a module's strings and templates. "…" stands for a runtime value. */
export function splitSentences(path, code) {
  const script = path.endsWith(".vue") ? (/<script[^>]*>([\s\S]*?)<\/script>/.exec(code)?.[1] ?? "") : code;
  const source = ts.createSourceFile(path.replace(/\.vue$/, ".ts"), script, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "css") return;
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node)) {
      const { head, templateSpans } = node;
      found.push(head.text + templateSpans.map(({ literal }) => `…${literal.text}`).join(""));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((text) => /\w\s+\w/.test(text) || /\w … \w/.test(text));
}

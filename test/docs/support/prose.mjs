import ts from "typescript";

/* What people read, taken out of documents, pages and code. */

/** A document without its code, and without the addresses of links. */
export function extractProse(markdown) {
  return markdown
    .replace(/^( *)```[\s\S]*?^ *```$/gm, "")
    .replace(/``.+?``|`[^`\n]+`/g, "…")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/<!--[\s\S]*?-->/g, "");
}

/** The text of a page: between its tags, and in the attributes that are read out or shown. */
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

/** The sentences in a module's strings and templates; what is put in at run time is "…". */
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

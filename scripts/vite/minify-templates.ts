import { minify } from "html-minifier-next";
import { transform } from "lightningcss";
import MagicString from "magic-string";
import { parseSync, type Plugin, Visitor } from "vite";

/** Stands for an expression of a template: text, an attribute's value or name. */
const EXPRESSION = "@template-expression";
/** The same as a tag's name, which begins with a letter. */
const TAG = "template-expression";

interface Template {
  readonly tag: string;
  /** What stands between the expressions, as it is written, and where. */
  readonly parts: readonly { readonly text: string; readonly start: number; readonly end: number }[];
}

/** Style sheets and markup are text to a minifier of scripts: what stands in `css`, `html` and `svg` templates is squeezed here. */
export const minifyTemplates: Plugin = {
  name: "minify-templates",
  enforce: "pre",
  async transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || !/\b(?:css|html|svg)`/.test(code)) return undefined;
    const changed = new MagicString(code);
    for (const { tag, parts } of findTemplates(code, id)) {
      const text = parts.map((part) => part.text).join(EXPRESSION);
      const small = (tag === "css" ? minifyStyles(text, id) : await minifyMarkup(text)).split(EXPRESSION);
      if (small.length !== parts.length) throw new Error(`An expression of a template was lost in ${id}.`);
      parts.forEach(({ start, end }, at) => start < end && changed.update(start, end, small[at] as string));
    }
    return { code: changed.toString(), map: changed.generateMap({ source: id, hires: true }).toString() };
  },
};

function findTemplates(code: string, id: string): Template[] {
  // In the other form of the tree, the ends of a part are those of its marks.
  const { program, errors } = parseSync(id, code, { astType: "js" });
  if (errors[0]) throw new Error(`${id}: ${errors[0].message}`);
  const found: Template[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== "Identifier" || !["css", "html", "svg"].includes(tag.name)) return;
      const parts = quasi.quasis.map(({ value, start, end }) => ({ text: value.raw, start, end }));
      found.push({ tag: tag.name, parts });
    },
  }).visit(program);
  return found;
}

function minifyStyles(text: string, id: string): string {
  if (text.includes(EXPRESSION)) throw new Error(`A style sheet in ${id} has an expression: share styles as an array.`);
  return transform({ filename: id, code: Buffer.from(text), minify: true }).code.toString();
}

async function minifyMarkup(text: string): Promise<string> {
  const small = await minify(text.replaceAll(`<${EXPRESSION}`, `<${TAG}`).replaceAll(`</${EXPRESSION}`, `</${TAG}`), {
    caseSensitive: true,
    collapseWhitespace: true,
    // One space between words is a space.
    conservativeCollapse: true,
    decodeEntities: true,
    // Shapes of an icon are siblings only with their closing slash.
    keepClosingSlash: true,
    removeComments: true,
    removeEmptyAttributes: true,
  });
  return small.replaceAll(`<${TAG}`, `<${EXPRESSION}`).replaceAll(`</${TAG}`, `</${EXPRESSION}`);
}

import { parseSync, Visitor, type ESTree, type Plugin } from "vite";

/** A piece of text put in place of what stands from `start` to `end`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Another built-in that tells the same, of texts and of lists, and how to ask its answer. */
const STEADY: Record<string, readonly [method: string, test: string]> = {
  includes: ["indexOf", "!==-1"],
  startsWith: ["indexOf", "===0"],
};

/**
 * Host pages replace `includes`, `startsWith` and the like, and add enumerable members to objects. Our own code does
 * without them; the libraries that are bundled do not know such pages, so they are written anew. A call that no rule here
 * can change fails the build.
 */
function steady(code: string, id: string): string | undefined {
  if (!/\b(?:includes|startsWith|endsWith|trim(?:Start|End)?)\(|\bin\b/.test(code)) return undefined;
  const edits: Edit[] = [];
  const put = (start: number, end: number, text: string) => edits.push({ start, end, text });
  new Visitor({
    CallExpression({ callee, arguments: args, end }: ESTree.CallExpression) {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || callee.computed) return;
      const { object, property } = callee;
      if (!/^(?:includes|startsWith|endsWith|trim(?:Start|End)?)$/.test(property.name)) return;
      const rule = Object.hasOwn(STEADY, property.name) ? STEADY[property.name] : undefined;
      const [what] = args;
      if (rule && args.length === 1) {
        put(object.start, object.start, "(");
        put(property.start, property.end, rule[0]);
        put(end, end, `${rule[1]})`);
      } else if (property.name === "endsWith" && args.length === 1 && what?.type === "Identifier") {
        put(object.start, object.start, "(");
        put(property.start, end, `slice(-${what.name}.length)===${what.name})`);
      } else {
        throw new Error(`${id}: \`${code.slice(callee.start, end)}\` needs a rule of its own.`);
      }
    },
    ForInStatement({ left, right }: ESTree.ForInStatement) {
      put(left.end, right.start, " of Object.keys(");
      put(right.end, right.end, ")");
    },
  }).visit(parseSync(id, code).program);
  return edits
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((done, { start, end, text }) => done.slice(0, start) + text + done.slice(end), code);
}

export const sturdyLibraries: Plugin = {
  name: "sturdy-libraries",
  transform(code, id) {
    if (!/\/node_modules\/.*\.m?js$/.test(id)) return undefined;
    const changed = steady(code, id);
    // Lines stay where they are: a map of its own would tell columns alone.
    return changed === undefined ? undefined : { code: changed, map: null };
  },
};

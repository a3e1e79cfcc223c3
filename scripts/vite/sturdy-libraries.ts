import { readFileSync } from "node:fs";
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

/** The same for the static methods of `Date`: the constructor and its number are left alone. */
const STEADY_DATE: Record<string, string> = {
  now: "(()=>new Date().getTime())",
  parse: "(text=>new Date(text).getTime())",
};

/**
 * Host pages replace `includes`, `startsWith`, the static methods of `Date` and the like, and add enumerable members to objects. Our own code does
 * without them; the libraries that are bundled do not know such pages, so they are written anew. A call that no rule here
 * can change fails the build.
 */
function steady(code: string, id: string): string | undefined {
  if (!/\b(?:includes|startsWith|endsWith|trim(?:Start|End)?)\(|\bin\b|\bDate\b/.test(code)) return undefined;
  const edits: Edit[] = [];
  const { program, comments } = parseSync(id, code);
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
    MemberExpression({ object, property, computed, start, end }: ESTree.MemberExpression) {
      if (computed || object.type !== "Identifier" || object.name !== "Date" || property.type !== "Identifier") return;
      const text = Object.hasOwn(STEADY_DATE, property.name) ? STEADY_DATE[property.name] : undefined;
      if (text) put(start, end, text);
    },
    ForInStatement({ left, right }: ESTree.ForInStatement) {
      put(left.end, right.start, " of Object.keys(");
      put(right.end, right.end, ")");
    },
  }).visit(program);
  // Source maps carry comments, and host pages search what they load.
  for (const { start, value } of comments) {
    for (const { 0: name, index } of value.matchAll(/\bDate\.(?=(?:now|parse)\b)/g)) {
      // A comment begins with two characters of its own.
      put(start + 2 + index, start + 2 + index + name.length, "Date's ");
    }
  }
  return edits
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((done, { start, end, text }) => done.slice(0, start) + text + done.slice(end), code);
}

export const sturdyLibraries: Plugin = {
  name: "sturdy-libraries",
  // At the reading, not after it: the source maps show what runs.
  load(id) {
    if (!/\/node_modules\/.*\.m?js$/.test(id)) return undefined;
    return steady(readFileSync(id, "utf8"), id);
  },
};

import { readFileSync } from "node:fs";
import MagicString from "magic-string";
import { parseSync, Visitor, type ESTree, type Plugin } from "vite";
import * as builtIns from "./sturdy-built-ins.js";

type BuiltIn = keyof typeof builtIns;

/** Methods that host pages replace. The build fails where a library calls one that has no function in `sturdy-built-ins.ts`. */
const REPLACED = /^(?:includes|startsWith|endsWith|trim(?:Start|End)?)$/;
const INTERESTING = /\b(?:includes|startsWith|endsWith|trim(?:Start|End)?|in|Date)\b/;

const isBuiltIn = (name: string): name is BuiltIn => Object.hasOwn(builtIns, name);
/** Its name in a library. */
const sturdy = (name: BuiltIn) => `sturdy_${name}`;

/**
 * Makes a library work on pages that replace `includes`, `startsWith` and `Date.now` and add enumerable members to
 * objects. The project's own code does not use any of these; the linter sees to that.
 *
 * @returns undefined where nothing changes
 */
export function makeSturdy(code: string, id: string): string | undefined {
  if (!INTERESTING.test(code)) return undefined;
  const changed = new MagicString(code);
  const used = new Set<BuiltIn>();
  const called = new Set<object>();
  const optional = new Set<object>();
  const fail = (start: number, end: number): never => {
    throw new Error(`${id}: \`${code.slice(start, end)}\` uses a built-in that host pages replace. Add a rule for it.`);
  };
  const use = (name: BuiltIn) => {
    used.add(name);
    return sturdy(name);
  };

  const { program, comments, errors } = parseSync(id, code);
  if (errors[0]) throw new Error(`${id}: ${errors[0].message}`);
  new Visitor({
    ChainExpression({ expression }: ESTree.ChainExpression) {
      let part: ESTree.Node = expression;
      while (part.type === "CallExpression" || part.type === "MemberExpression") {
        optional.add(part);
        part = part.type === "CallExpression" ? part.callee : part.object;
      }
    },
    CallExpression(call: ESTree.CallExpression) {
      const { callee, arguments: args, start, end } = call;
      if (callee.type !== "MemberExpression") return;
      const name = findName(callee);
      if (name === undefined || !REPLACED.test(name)) return;
      // In a chain with `?.`, the function would be called where the method is not.
      if (!isBuiltIn(name) || callee.computed || optional.has(call)) return fail(start, end);
      called.add(callee);
      changed.appendRight(start, `${use(name)}(`);
      changed.overwrite(callee.object.end, args[0]?.start ?? end, args[0] ? ", " : ")");
    },
    MemberExpression(member: ESTree.MemberExpression) {
      const { object, start, end } = member;
      const name = findName(member);
      if (object.type === "Identifier" && object.name === "Date" && (name === "now" || name === "parse"))
        changed.overwrite(start, end, use(name));
      else if (name !== undefined && REPLACED.test(name) && !called.has(member)) fail(start, end);
    },
    ForInStatement({ left, right }: ESTree.ForInStatement) {
      changed.overwrite(left.end, right.start, ` of ${use("ownKeys")}(`);
      changed.appendLeft(right.end, ")");
    },
  }).visit(program);

  // Source maps carry comments, and host pages search what they load.
  for (const { start, value } of comments) {
    for (const { 0: name, index } of value.matchAll(/\bDate\.(?=(?:now|parse)\b)/g)) {
      // A comment begins with two characters of its own.
      changed.overwrite(start + 2 + index, start + 2 + index + name.length, "Date's ");
    }
  }
  for (const name of used) changed.prepend(`const ${sturdy(name)} = ${builtIns[name].toString()};\n`);
  return changed.hasChanged() ? changed.toString() : undefined;
}

/** `b` of `a.b` and of `a["b"]`. */
function findName({ property }: ESTree.MemberExpression): string | undefined {
  if (property.type === "Identifier") return property.name;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

export const sturdyLibraries: Plugin = {
  name: "sturdy-libraries",
  // When the file is read, so that the source maps show the code that runs.
  load(id) {
    if (!/\/node_modules\/.*\.m?js$/.test(id)) return undefined;
    return makeSturdy(readFileSync(id, "utf8"), id);
  },
};

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Checks that the npm scripts, files and flags of every command exist. */
export function checkCommands(root, text) {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const commands = text
    .split(/\n|&&/)
    .map((line) => line.replace(/\s*#.*$/, "").trim())
    .filter(Boolean);
  return commands.flatMap((command) => {
    const [name, ...args] = command.split(/\s+/).filter((word) => !/^[A-Z_]+=/.test(word));
    const files = args.filter((arg) => /^[\w.-]+(?:\/[\w.-]+)+$/.test(arg) || /\.(?:m?js|ts|json)$/.test(arg));
    const missing = files.filter((file) => !existsSync(join(root, file)) && !/\.tgz$/.test(file));
    const problems = missing.map((file) => `${file} does not exist`);
    if (name === "npm") problems.push(...checkNpm(root, scripts, args));
    else if (name === "npx") {
      if (!existsSync(join(root, "node_modules/.bin", args[0]))) problems.push(`${args[0]} is no command of a package`);
    } else if (!["node", "cp", "git"].includes(name)) problems.push(`"${name}" is no command that is known here`);
    return problems;
  });
}

function checkNpm(root, scripts, args) {
  const [verb, ...rest] = args;
  if (verb === "ci" || verb === "install" || verb === "pack") return [];
  const script = verb === "run" ? rest[0] : verb;
  if (!Object.hasOwn(scripts, script)) return [`package.json has no script "${script}"`];
  const flags = args.slice(args.indexOf("--") + 1).filter((arg) => args.includes("--") && arg.startsWith("--"));
  const [, file] = /node ((?:scripts|test)\/\S+\.mjs)$/.exec(scripts[script]) ?? [];
  if (flags.length === 0) return [];
  if (!file) return [`"${script}" takes no flags`];
  const source = readFileSync(join(root, file), "utf8");
  const bare = (flag) => flag.replace(/^--|=.*$/g, "");
  return flags
    .filter((flag) => !new RegExp(`--${bare(flag)}\\b|"${bare(flag)}"|\\b${bare(flag)}:`).test(source))
    .map((flag) => `${script} has no ${flag}`);
}

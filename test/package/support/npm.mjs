import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The test runner sets NODE_ENV, by which bundlers choose what they build: an application's own shell has none. */
const { NODE_ENV: _, NODE_TEST_CONTEXT: __, npm_execpath: npmScript, ...env } = process.env;

/** On Windows `npm` is a batch file; npm itself names its script to what it runs. */
export const npm = (args, cwd) => {
  const options = { cwd, env, maxBuffer: 1 << 26 };
  return npmScript
    ? run(process.execPath, [npmScript, ...args], options)
    : run("npm", args, { ...options, shell: process.platform === "win32" });
};

/** Nothing but what goes wrong, and no scripts of packages. */
export const QUIET = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel", "error"];

/** Says what failed, with what npm said. */
export const told = (what) => (error) => {
  throw new Error(`${what} failed:\n${error.stdout ?? ""}\n${error.stderr ?? error.message}`, { cause: error });
};

import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The test runner sets NODE_ENV, which changes what bundlers build. An application's own shell does not set it. */
const { NODE_ENV: _, NODE_TEST_CONTEXT: __, npm_execpath: npmScript, ...env } = process.env;

/** On Windows, `npm` is a batch file. npm tells the programs that it runs where its script is. */
export const runNpm = (args, cwd) => {
  const options = { cwd, env, maxBuffer: 1 << 26 };
  return npmScript
    ? run(process.execPath, [npmScript, ...args], options)
    : run("npm", args, { ...options, shell: process.platform === "win32" });
};

/** Prints only errors, and runs no scripts of packages. */
export const QUIET = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--loglevel", "error"];

/** Throws an error with npm's output. */
export const reportFailure = (what) => (error) => {
  throw new Error(`${what} failed:\n${error.stdout ?? ""}\n${error.stderr ?? error.message}`, { cause: error });
};

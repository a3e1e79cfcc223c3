import { parseArgs } from "node:util";

/**
 * Reads the flags of a bench. `--help` and a wrong flag end the program.
 *
 * @param usage the text for `--help`
 * @param options as for `parseArgs`, without `help`
 * @param check gets the values and throws an error with a sentence if one is wrong; it may return other values
 */
export function readOptions(usage, options, check) {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: "boolean" } } });
    if (!values.help) return check(values) ?? values;
  } catch (error) {
    console.error(`${error.message.split("\n")[0]} See --help.`);
    process.exit(2);
  }
  console.log(usage);
  process.exit(0);
}

/** Throws unless every value is one of `choices`. */
export function checkChoices(flag, values, choices) {
  if (!values.every((value) => choices.includes(value))) throw new Error(`--${flag} takes ${choices.join(", ")}.`);
}

/** Throws unless the value is a number above 0. */
export function checkPositive(flag, value) {
  if (!(Number(value) > 0)) throw new Error(`--${flag} takes a number above 0, not "${value}".`);
}

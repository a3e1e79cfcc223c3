import { isRecord, isText, describeValue, warnOnce } from "../../core/option-checks.js";

/** Reads the user to investigate. Warns and returns undefined if there is no user. */
export function readUser(value: unknown): { user: string; domain: string } | undefined {
  const { user, domain = "" } = isRecord(value) ? value : {};
  if (isText(user) && user !== "" && isText(domain)) return { user, domain };
  warnOnce(`\`investigate\` takes { user, domain }, both strings; ${describeValue(value)} is ignored.`);
  return undefined;
}

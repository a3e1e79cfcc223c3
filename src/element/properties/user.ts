import { isRecord, isText, describeValue, warnOnce } from "../../core/options.js";

/** Whom to investigate; undefined, and said in the console, when nobody is named. */
export function readUser(value: unknown): { user: string; domain: string } | undefined {
  const { user, domain = "" } = isRecord(value) ? value : {};
  if (isText(user) && user !== "" && isText(domain)) return { user, domain };
  warnOnce(`\`investigate\` takes { user, domain }, both strings; ${describeValue(value)} is ignored.`);
  return undefined;
}

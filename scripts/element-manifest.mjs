import { readFileSync } from "node:fs";

/** What `custom-elements.json` says of the one public element, as those need it who write it down for a tool. */
export function readElement(file) {
  const { modules } = JSON.parse(readFileSync(file, "utf8"));
  const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName);
  const { members = [], attributes = [], events = [], cssProperties = [], cssParts = [] } = element;
  return {
    name: element.name,
    tagName: element.tagName,
    description: element.description,
    attributes,
    properties: members.filter(({ kind }) => kind === "field"),
    methods: members.filter(({ kind }) => kind === "method"),
    events,
    cssProperties,
    cssParts,
  };
}

/** The values of a type that is a choice of literals, e.g. of `"light" | "dark"`; none of any other type. */
export function choices(type = "") {
  const parts = type.split("|").map((part) => part.trim());
  const literals = parts.map((part) => /^(?:"([^"]*)"|'([^']*)'|(\d+))$/.exec(part));
  return literals.every(Boolean) ? literals.map((match) => match.slice(1).find((text) => text !== undefined)) : [];
}

/** `search(filters?: Partial<AuditFilters>): Promise<void>` */
export function signature({ name, parameters = [], return: answer }) {
  const list = parameters.map(
    (parameter) => `${parameter.name}${parameter.optional ? "?" : ""}: ${parameter.type?.text ?? "unknown"}`,
  );
  return `${name}(${list.join(", ")}): ${answer?.type?.text ?? "void"}`;
}

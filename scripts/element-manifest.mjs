import { readFileSync } from "node:fs";

/** The public element in `custom-elements.json`, in the form that tools need to describe it. */
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

/** The values of a union of literals, such as `"light" | "dark"`; none for any other type. */
export function listChoices(type = "") {
  const parts = type.split("|").map((part) => part.trim());
  const literals = parts.map((part) => /^(?:"([^"]*)"|'([^']*)'|(\d+))$/.exec(part));
  return literals.every(Boolean) ? literals.map((match) => match.slice(1).find((text) => text !== undefined)) : [];
}

/** `search(filters?: Partial<AuditFilters>): Promise<void>` */
export function formatSignature({ name, parameters = [], return: answer }) {
  const list = parameters.map(
    (parameter) => `${parameter.name}${parameter.optional ? "?" : ""}: ${parameter.type?.text ?? "unknown"}`,
  );
  return `${name}(${list.join(", ")}): ${answer?.type?.text ?? "void"}`;
}

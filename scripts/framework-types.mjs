import { choices } from "./element-manifest.mjs";

/*
 * Typings of the element in the templates of frameworks: the properties and attributes that `custom-elements.json` knows,
 * with the types of the class. They are files of their own, because each needs its framework's typings.
 */
const comment = ({ description }) =>
  description ? `  /** ${description.replaceAll("*/", "*\\/").replaceAll("\n", " ")} */\n` : "";
const block = (lines) => `{\n${lines.join("\n")}\n}`;

/** What is read whole may be set in part. */
const written = (name, { name: property }) =>
  property === "filters" ? `Partial<${name}["filters"]>` : `${name}["${property}"]`;

/** An attribute's value is text, or what a framework makes text of. */
function asText(name, { fieldName, type }) {
  const property = `${name}["${fieldName}"]`;
  if (type?.text === "boolean") return 'boolean | ""';
  return choices(type?.text).length > 0 ? `${property} | \`\${${property}}\`` : property;
}

const line = (of, name, type) => `${comment(of)}  ${name}?: ${type} | undefined;`;

const IMPORT = 'import type { AuditLogViewer, AuditLogViewerEventMap } from "./index.js";';

/** React 19 sets a property where the element has one of the name, else an attribute, and listens to `on` + an event's name. */
export function reactTypes(element) {
  const { name, properties, attributes } = element;
  const fields = properties.map((property) => line(property, property.name, written(name, property)));
  // Where both have one name, the property has it already.
  const others = attributes.filter((attribute) => !properties.some((property) => property.name === attribute.name));
  const texts = others.map((attribute) => line(attribute, `"${attribute.name}"`, asText(name, attribute)));
  return `import type { DetailedHTMLProps, HTMLAttributes } from "react";
${IMPORT}

/** What the element takes in JSX besides what every element takes. */
export interface AuditLogViewerProperties ${block([...fields, ...texts])}

/** \`onalv-search\`, \`onalv-results\` and the others. */
export type AuditLogViewerListeners = {
  [Name in keyof AuditLogViewerEventMap as \`on\${Name}\`]?: ((event: AuditLogViewerEventMap[Name]) => void) | undefined;
};

export interface AuditLogViewerProps
  extends DetailedHTMLProps<HTMLAttributes<AuditLogViewer>, AuditLogViewer>,
    AuditLogViewerProperties,
    AuditLogViewerListeners {}

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "${element.tagName}": AuditLogViewerProps;
    }
  }
}
`;
}

export function vueTypes(element) {
  const { name, properties, attributes } = element;
  const fields = properties.map((property) => {
    const attribute = attributes.find(({ fieldName }) => fieldName === property.name);
    return line(property, property.name, attribute ? asText(name, attribute) : written(name, property));
  });
  return `import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
${IMPORT}

/** What the element takes in a template besides what every element takes. */
export interface AuditLogViewerProperties ${block(fields)}

/** \`@alv-search\`, \`@alv-results\` and the others. */
export type AuditLogViewerEmits = {
  [Name in keyof AuditLogViewerEventMap]: (event: AuditLogViewerEventMap[Name]) => void;
};

export type AuditLogViewerComponent = new () => AuditLogViewer & {
  /** @deprecated for the type check of templates only */
  $props: HTMLAttributes & PublicProps & AuditLogViewerProperties;
  /** @deprecated for the type check of templates only */
  $emit: EmitFn<AuditLogViewerEmits>;
};

declare module "vue" {
  interface GlobalComponents {
    "${element.tagName}": AuditLogViewerComponent;
  }
}
`;
}

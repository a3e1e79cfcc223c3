import { listChoices } from "./element-manifest.mjs";

/*
 * Typings of the element in the templates of frameworks: the properties and attributes in `custom-elements.json`, with
 * the types of the class. Each framework has its own file, which needs the framework's typings.
 */
const formatComment = ({ description }) =>
  description ? `  /** ${description.replaceAll("*/", "*\\/").replaceAll("\n", " ")} */\n` : "";
const formatBlock = (lines) => `{\n${lines.join("\n")}\n}`;

/** Properties that accept a part of the type that reading returns. */
const formatWriteType = (name, { name: property }) =>
  property === "filters" ? `Partial<${name}["filters"]>` : `${name}["${property}"]`;

/** The value of an attribute is text, or a value that a framework converts to text. */
function formatAttributeType(name, { fieldName, type }) {
  const property = `${name}["${fieldName}"]`;
  if (type?.text === "boolean") return 'boolean | ""';
  return listChoices(type?.text).length > 0 ? `${property} | \`\${${property}}\`` : property;
}

const formatLine = (of, name, type) => `${formatComment(of)}  ${name}?: ${type} | undefined;`;

const IMPORT = 'import type { AuditLogViewer, AuditLogViewerEventMap } from "./index.js";';

/**
 * If the element has a property of the name, React 19 sets it, otherwise the attribute. It listens to `on` + the
 * event's name.
 */
export function createReactTypes(element) {
  const { name, properties, attributes } = element;
  const fields = properties.map((property) => formatLine(property, property.name, formatWriteType(name, property)));
  // If both have the same name, the property already includes the attribute.
  const others = attributes.filter((attribute) => !properties.some((property) => property.name === attribute.name));
  const texts = others.map((attribute) =>
    formatLine(attribute, `"${attribute.name}"`, formatAttributeType(name, attribute)),
  );
  return `import type { DetailedHTMLProps, HTMLAttributes } from "react";
${IMPORT}

/** What the element takes in JSX besides what every element takes. */
export interface AuditLogViewerProperties ${formatBlock([...fields, ...texts])}

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

export function createVueTypes(element) {
  const { name, properties, attributes } = element;
  const fields = properties.map((property) => {
    const attribute = attributes.find(({ fieldName }) => fieldName === property.name);
    return formatLine(
      property,
      property.name,
      attribute ? formatAttributeType(name, attribute) : formatWriteType(name, property),
    );
  });
  return `import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
${IMPORT}

/** What the element takes in a template besides what every element takes. */
export interface AuditLogViewerProperties ${formatBlock(fields)}

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

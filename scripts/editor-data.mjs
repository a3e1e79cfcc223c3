import { listChoices, formatSignature } from "./element-manifest.mjs";

/*
 * Data with which editors complete and explain the element in markup and style sheets. The file and field names are
 * those of VS Code's custom data and JetBrains' web-types.
 */
const VSCODE = "https://raw.githubusercontent.com/microsoft";
const HTML_SCHEMA = `${VSCODE}/vscode-html-languageservice/main/docs/customData.schema.json`;
const CSS_SCHEMA = `${VSCODE}/vscode-css-languageservice/main/docs/customData.schema.json`;
const WEB_TYPES_SCHEMA = "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json";

const toMarkdown = (value) => ({ kind: "markdown", value });
const addDefault = ({ description = "", default: value }) =>
  [description, value === undefined ? "" : `Default: \`${value}\``].filter(Boolean).join("\n\n");
const list = (title, lines) =>
  lines.length > 0 ? [`**${title}**\n${lines.map((line) => `- ${line}`).join("\n")}`] : [];

/** VS Code has no field for events, methods and parts, so the description lists them. */
function describeMembers({ description, events, methods, cssParts }) {
  return [
    description,
    ...list(
      "Events",
      events.map(({ name, description }) => `\`${name}\`: ${description}`),
    ),
    ...list(
      "Methods",
      methods.map((method) => `\`${formatSignature(method)}\`: ${method.description}`),
    ),
    ...list(
      "Parts",
      cssParts.map(({ name, description }) => `\`${name}\`: ${description}`),
    ),
  ].join("\n\n");
}

/** For VS Code's setting "html.customData". */
export function createHtmlData(element) {
  const attributes = element.attributes.map((attribute) => {
    const values = listChoices(attribute.type?.text).map((name) => ({ name }));
    return {
      name: attribute.name,
      description: toMarkdown(addDefault(attribute)),
      // "v" is VS Code's value set for attributes without a value.
      ...(values.length > 0 ? { values } : attribute.type?.text === "boolean" ? { valueSet: "v" } : {}),
    };
  });
  const tag = { name: element.tagName, description: toMarkdown(describeMembers(element)), attributes };
  return { $schema: HTML_SCHEMA, version: 1.1, tags: [tag] };
}

/** For VS Code's setting "css.customData". */
export function createCssData({ cssProperties, cssParts }) {
  return {
    $schema: CSS_SCHEMA,
    version: 1.1,
    properties: cssProperties.map((property) => ({
      name: property.name,
      description: toMarkdown(addDefault(property)),
      ...(property.syntax ? { syntax: property.syntax } : {}),
    })),
    pseudoElements: cssParts.map(({ name, description = "" }) => ({
      name: `::part(${name})`,
      description: toMarkdown(description),
    })),
  };
}

/** For JetBrains, which finds it through the field "web-types" of package.json. */
export function createWebTypes(element, { name, version }) {
  const events = element.events.map(({ name, description, type }) => ({ name, description, type: type.text }));
  const properties = element.properties.map(({ name, description, type, default: value }) => ({
    name,
    description,
    type: type.text,
    ...(value === undefined ? {} : { default: value }),
  }));
  const attributes = element.attributes.map(({ name, description, type, default: value }) => {
    // The value of an attribute is text, even if the property is a number.
    const texts = listChoices(type?.text).map((choice) => `"${choice}"`);
    const given = { type: texts.join(" | ") || "string", required: true };
    return {
      name,
      description,
      value: {
        ...(type?.text === "boolean" ? { kind: "no-value", type: "boolean", required: false } : given),
        ...(value === undefined ? {} : { default: value }),
      },
    };
  });
  return {
    $schema: WEB_TYPES_SCHEMA,
    ...{ name, version, "description-markup": "markdown", "js-types-syntax": "typescript" },
    contributions: {
      html: {
        elements: [
          {
            name: element.tagName,
            description: describeMembers({ ...element, events: [], cssParts: [] }),
            source: { module: name, symbol: element.name },
            attributes,
            js: { properties, events },
            css: {
              properties: element.cssProperties.map((property) => ({
                name: property.name,
                description: addDefault(property),
              })),
              parts: element.cssParts.map(({ name, description }) => ({ name, description })),
            },
          },
        ],
      },
    },
  };
}

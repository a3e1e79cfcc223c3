import { readTokens } from "./read-tokens.mjs";

/** Adds the tokens of the style sheet to the manifest of the public element. */
export const tokensOfTheSheet = {
  name: "tokens-of-the-sheet",
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const element of declarations.filter(({ name }) => name === "AuditLogViewer")) {
        element.cssProperties = readTokens().map(({ name, value, from, purpose }) => ({
          name,
          default: value,
          description: `${purpose}.${from.length > 0 ? ` Derives from ${from.map((one) => `\`--alv-${one}\``).join(", ")}.` : ""}`,
        }));
      }
    }
  },
};

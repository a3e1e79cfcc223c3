import clearview from "./clearview.css?raw";
import fuchsia from "./fuchsia.css?raw";
import northlight from "./northlight.css?raw";
import sunbeam from "./sunbeam.css?raw";
import switchyard from "./switchyard.css?raw";

/** A made-up brand: what it sets in a style sheet, and what it asks of the element. */
export interface PartnerTheme {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly css: string;
  readonly scheme?: "light" | "dark";
  readonly density?: "compact";
}

export const PARTNER_THEMES: readonly PartnerTheme[] = [
  { id: "northlight", name: "Northlight", about: "dark, cool and calm", css: northlight, scheme: "dark" },
  { id: "switchyard", name: "Switchyard", about: "dense and square", css: switchyard, density: "compact" },
  { id: "clearview", name: "Clearview", about: "large type, tall rows", css: clearview },
  { id: "sunbeam", name: "Sunbeam", about: "a yellow brand", css: sunbeam },
  { id: "fuchsia", name: "Fuchsia", about: "a loud brand, round", css: fuchsia },
];

/** The `--alv-*` declarations of a theme's style sheet, name by name. */
export function readTokens({ css }: PartnerTheme): Map<string, string> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const rule = Array.from(sheet.cssRules).find((one): one is CSSStyleRule => one instanceof CSSStyleRule);
  const names = Array.from(rule?.style ?? []).filter((name) => /^--alv-/.test(name));
  return new Map(names.map((name) => [name, rule!.style.getPropertyValue(name).trim()]));
}

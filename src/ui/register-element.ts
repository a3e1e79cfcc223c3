/**
 * Registers a private element, unless its name is taken: another copy of the same version may have registered it. (The build
 * puts the version into the names, so another version has other names.) Does nothing on a server, which has no registry.
 */
export function registerElement(name: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (registry && !registry.get(name)) registry.define(name, element);
}

/**
 * Registers an inner element. Another copy of the same version may have registered the name; other versions have other names,
 * because the build adds the version. Does nothing on a server.
 */
export function registerElement(name: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (registry && !registry.get(name)) registry.define(name, element);
}

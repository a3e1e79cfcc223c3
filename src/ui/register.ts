/**
 * Registers a private element once. Another copy of the same version may have registered the name before (the build puts the
 * version into the names, so that another version has others), and on a server there is no registry at all: neither is an
 * error.
 */
export function register(name: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (registry && !registry.get(name)) registry.define(name, element);
}

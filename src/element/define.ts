import { AuditLogViewer } from "./audit-log-viewer.js";
import { VERSION } from "../version.js";

const VERSION_KEY = Symbol.for("audit-log-viewer.version");

/**
 * Registers the element as `tagName`. Does nothing if this version is already registered, and warns if another version or
 * another vendor's element uses the name. Does nothing on a server.
 */
export function define(tagName = "audit-log-viewer"): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (!registry) return;
  const there = registry.get(tagName) as (CustomElementConstructor & { [VERSION_KEY]?: string }) | undefined;
  if (!there) {
    // A class can have only one name in the registry, so another name gets its own class.
    const Element = registry.getName?.(AuditLogViewer) ? class extends AuditLogViewer {} : AuditLogViewer;
    Object.defineProperty(Element, VERSION_KEY, { value: VERSION });
    registry.define(tagName, Element);
  } else if (there[VERSION_KEY] !== VERSION) {
    const other = there[VERSION_KEY] ? `version ${there[VERSION_KEY]}` : "another element";
    console.warn(`<${tagName}> is already registered by ${other}; version ${VERSION} is not registered.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "audit-log-viewer": AuditLogViewer;
  }
}

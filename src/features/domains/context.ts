import { createContext } from "@lit/context";
import type { DomainStore } from "./store.js";
import { VERSION } from "../../version.js";

/** The domains of one viewer, for whoever suggests them; another store for another server or user. */
export const domainsContext = createContext<DomainStore>(Symbol.for(`audit-log-viewer.domains.${VERSION}`));

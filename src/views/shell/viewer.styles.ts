import type { CSSResult } from "lit";
import { pageIsolation } from "../../ui/styles/page-isolation.js";
import { reset } from "../../ui/styles/reset.js";
import { tokens } from "../../ui/styles/tokens.js";

/** The styles of the root before the first search. `found.styles.ts` has those of the results. */
export const viewerStyles: CSSResult[] = [reset, tokens, pageIsolation];

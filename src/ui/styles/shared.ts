import type { CSSResult } from "lit";
import { controls } from "./controls.js";
import { reset } from "./reset.js";

/** The style sheets that most components start from: `static styles = [shared, css`…`]`. */
export const shared: CSSResult[] = [reset, controls];

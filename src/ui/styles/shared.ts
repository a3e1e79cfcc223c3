import type { CSSResult } from "lit";
import { controls } from "./controls.js";
import { reset } from "./reset.js";

/** The base styles of most components: `static styles = [shared, componentStyles]`. */
export const shared: CSSResult[] = [reset, controls];

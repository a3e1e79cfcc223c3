/** The code of the copy buttons in the details. It is loaded when the pointer or the focus reaches one. */
export { formatDetails } from "../../core/details-text.js";
import "./blocked-text.js";

/** What `npm run bench:rounds` loads. */
export { brokenLimits, mostOf } from "./limits.js";
export { measure } from "./measure.js";
export { SEARCHES } from "./searches.js";
export { SERVERS } from "./servers.js";

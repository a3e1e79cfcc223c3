/** What `npm run bench:rounds` and `npm run bench:http` load. */
export { NOW } from "../clock.js";
export { brokenLimits, computeMost } from "./limits.js";
export { measure, PAGE_SIZE } from "./measure.js";
export { areNewest, newestTimes } from "./newest.js";
export { mostAtOnce, countRounds, formatRequests } from "./request-log.js";
export { SEARCHES } from "./searches.js";
export { SERVERS } from "./servers.js";

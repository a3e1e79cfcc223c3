/** What `npm run bench:rounds` and `npm run bench:http` load. */
export { NOW } from "../clock.js";
export { listBrokenLimits, computeMost } from "./limits.js";
export { measure, PAGE_SIZE } from "./measure.js";
export { areNewest, readNewestTimes } from "./newest.js";
export { countMostAtOnce, countRounds, formatRequests } from "./request-log.js";
export { SEARCHES } from "./searches.js";
export { SERVERS } from "./servers.js";

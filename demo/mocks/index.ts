/*
 * A mock of the NetSapiens API: for the demo pages (through a service worker), for tests (in process) and as a server on a
 * port. It shares no code with the viewer: otherwise a wrong assumption of the viewer would be in its server, too.
 */
export { createMockServer } from "./server/mock-server.js";
export { FAILURE_HEADER } from "./server/failures.js";
export type { Failure, FailureKind, ServerBehavior } from "./server/server-behavior.js";
export * from "./records/scenarios.js";
export type { MockRequest, MockResponse, MockServer, MockServerOptions, NewRecord } from "./types.js";
export type { SeenRequest, StoredRecord, WireRecord } from "./types.js";

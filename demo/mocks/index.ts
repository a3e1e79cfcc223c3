/*
 * A NetSapiens-like API server in a box: for the demo pages (through a service worker), for tests (in process) and as a
 * server on a port. It shares no code with the viewer: a server that agrees with its client proves nothing.
 */
export { type MockServer, type MockServerOptions, createMockServer } from "./engine.js";
export { FAILURE_HEADER } from "./failures.js";
export type { Failure, FailureKind, Habits } from "./habits.js";
export * from "./scenarios.js";
export type { MockRequest, MockResponse, NewRecord, SeenRequest, TruthRecord, WireRecord } from "./types.js";

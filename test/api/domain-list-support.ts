import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer } from "../../demo/mocks/index.js";
import { DomainList } from "../../src/api/domain-list.js";
import { ApiClient } from "../../src/api/transport/api-client.js";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import { AuditLogError } from "../../src/core/errors.js";
import { NOW, createTestClock } from "../support/clock.js";
import { sourceCode } from "../support/source-code.js";

export const { signal } = new AbortController();

export const ignorePage = () => undefined;

export function createServer(domains: number, behavior: MockServer["behavior"] | object = {}): MockServer {
  return createMockServer({ now: () => NOW, events: 1, scenarios: false, domains, users: 1, behavior });
}

export function createList(adapter: FetchAdapter, patience = () => 30_000): DomainList {
  const clock = {
    ...createTestClock(),
    sleep: (ms: number, end?: AbortSignal) => createTestClock(NOW, patience()).sleep(ms, end),
  };
  return new DomainList(new ApiClient(adapter, clock, () => 4, sourceCode.loadErrorText));
}

export const listNames = (list: DomainList) => list.domains.map(({ name }) => name);

export async function catchFailure(list: DomainList, given: AbortSignal = signal): Promise<AuditLogError> {
  try {
    await list.read(given, ignorePage);
  } catch (cause) {
    expect(cause).to.be.instanceOf(AuditLogError);
    return cause as AuditLogError;
  }
  throw new Error("It did not fail.");
}

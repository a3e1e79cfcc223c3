import type { FetchAdapter } from "../../src/index.js";
import { createMockServer } from "../mocks/index.js";

/** Creates an adapter with made-up data inside the page. Both viewers use one server. */
export function sampleAdapter(): FetchAdapter {
  const server = createMockServer();
  return {
    async get(path, { query, signal }) {
      const { status, body } = await server.handle({ path, query, headers: {}, signal });
      if (status >= 400) throw Object.assign(new Error(`HTTP ${status}`), { status });
      return JSON.parse(body) as unknown;
    },
  };
}

import { expect } from "@open-wc/testing";
import { getResponse } from "msw";
import { createHandlers } from "../../demo/mocks/handlers.js";
import { createRecords, createServer } from "./support.js";

describe("mock API in a service worker", () => {
  const server = createServer({ records: createRecords(0, 10) });
  const ask = (url: string, init?: RequestInit) => getResponse(createHandlers(server), new Request(url, init));

  it("answers below the API base, on any origin and in any folder", async () => {
    for (const origin of ["https://pbx.example", `${location.origin}/some/folder`]) {
      const answer = await ask(`${origin}/ns-api/v2/auditlog?limit=1`);
      expect(await answer?.json(), origin).to.have.length(1);
      expect((await (await ask(`${origin}/ns-api/v2/domains/~`))?.json()).domain).to.equal("meridian-voice.example");
    }
  });

  it("does not answer other requests", async () => {
    expect(await ask("https://pbx.example/portal/index.php")).to.equal(undefined);
  });

  it("passes the token and the method on", async () => {
    const headers = { Authorization: "Bearer mock-expired" };
    expect((await ask("https://pbx.example/ns-api/v2/auditlog", { headers }))?.status).to.equal(401);
    expect((await ask("https://pbx.example/ns-api/v2/auditlog", { method: "POST" }))?.status).to.equal(405);
  });

  it("releases a hanging request when it is stopped", async () => {
    server.behavior.failures = [{ at: "every", times: 1, kind: "hang" }];
    const stopped = new AbortController();
    const url = "https://pbx.example/ns-api/v2/auditlog";
    const waiting = getResponse(createHandlers(server, stopped.signal), new Request(url));
    stopped.abort();
    expect((await waiting)?.type).to.equal("error");
  });

  it("fails like a network without a connection", async () => {
    server.behavior.failures = [{ at: "every", times: 1, kind: "network" }];
    expect((await ask("https://pbx.example/ns-api/v2/auditlog"))?.type).to.equal("error");
  });
});

import { expect } from "@open-wc/testing";
import { createMockServer } from "../../demo/mocks/index.js";
import { createHorizonAdapter, mountAuditLogViewer, type HorizonContext } from "../../src/hosts/horizon.js";
import { NOW, createTestClock } from "../support/clock.js";
import { findElement } from "../support/screen.js";
import { waitForRender, waitUntil } from "../flows/support.js";

/** A host's client: takes a path with its query, keeps the token to itself. */
class BrokeredClient {
  readonly paths: string[] = [];
  readonly #server = createMockServer({ now: () => NOW });

  async get(path: string, ...more: unknown[]): Promise<unknown> {
    expect(more).to.deep.equal([]);
    this.paths.push(path);
    const url = new URL(path, "https://api.example");
    const { status, body } = await this.#server.handle({ path: url.pathname, query: url.searchParams });
    if (status >= 400) throw Object.assign(new Error(`HTTP ${status}`), { status });
    return JSON.parse(body);
  }
}

const createOptions = (query: Record<string, string> = {}, signal = new AbortController().signal) => ({
  query: new URLSearchParams(query),
  signal,
});

describe("Horizon's adapter", () => {
  it("sends requests through the host's client, with the query in the path", async () => {
    const api = new BrokeredClient();
    const adapter = createHorizonAdapter(api);
    await adapter.get("/version", createOptions());
    await adapter.get("/auditlog", createOptions({ limit: "1", "target-user": "a&b ü" }));
    expect(api.paths).to.deep.equal(["/version", "/auditlog?limit=1&target-user=a%26b+%C3%BC"]);
  });

  it("passes on the client's rejection", async () => {
    const error = Object.assign(new Error("slow down"), { status: 429 });
    const caught = await createHorizonAdapter({ get: () => Promise.reject(error) })
      .get("/auditlog", createOptions())
      .catch((reason: unknown) => reason);
    expect(caught === error).to.equal(true);
  });

  it("sends no request that was aborted before", async () => {
    const api = new BrokeredClient();
    const caught = await createHorizonAdapter(api)
      .get("/auditlog", createOptions({}, AbortSignal.abort(new Error("given up"))))
      .catch((reason: unknown) => reason);
    expect(String(caught)).to.contain("given up");
    expect(api.paths).to.deep.equal([]);
  });

  it("says what it needs from the host", () => {
    for (const wrong of [undefined, null, {}, "api"]) {
      expect(() => createHorizonAdapter(wrong as never)).to.throw(TypeError, "horizonContext.api");
    }
  });
});

describe("a viewer mounted in Horizon", () => {
  const place = document.createElement("div");
  beforeEach(() => document.body.append(place));
  afterEach(() => {
    place.replaceChildren();
    place.remove();
  });

  const mount = (context: HorizonContext, properties = {}) =>
    mountAuditLogViewer(place, context, { clock: createTestClock(), timezone: "UTC", ...properties } as never);

  it("searches through the host's client", async () => {
    const api = new BrokeredClient();
    const { viewer } = mount({ api, theme: "dark" });
    expect(viewer.theme).to.equal("dark");
    await viewer.search();
    await waitUntil(() => findElement(viewer, "table", "Audit events"), "results");
    expect(api.paths.some((path) => /^\/auditlog\?/.test(path))).to.equal(true);
  });

  it("follows the host's theme and client, and keeps what is shown", async () => {
    const [first, second] = [new BrokeredClient(), new BrokeredClient()];
    const { viewer, update } = mount({ api: first, theme: "light" });
    await viewer.search();
    const asked = first.paths.length;
    update({ api: second, theme: "dark" });
    await waitForRender(viewer);
    expect(viewer.theme).to.equal("dark");
    expect(findElement(viewer, "table", "Audit events") !== undefined).to.equal(true);
    await viewer.refresh();
    expect(first.paths.length).to.equal(asked);
    expect(second.paths.length > 0).to.equal(true);
  });

  it("has the theme of its own properties, if there is one", () => {
    const { viewer, update } = mount({ api: new BrokeredClient(), theme: "light" }, { theme: "dark" });
    update({ api: new BrokeredClient(), theme: "light" });
    expect(viewer.theme).to.equal("dark");
  });

  it("disappears when it is unmounted, also twice, and can be mounted again", () => {
    const context: HorizonContext = { api: new BrokeredClient() };
    const mounted = mount(context);
    mounted.unmount();
    mounted.unmount();
    expect(place.childElementCount).to.equal(0);
    const again = mount(context);
    expect(place.childElementCount).to.equal(1);
    expect(again.viewer.theme).to.equal("auto");
  });
});

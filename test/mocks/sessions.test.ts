import { expect } from "@open-wc/testing";
import { NOW, type ReturnedRecord, sendRequest, requestList, createServer } from "./support.js";

const createTerritoryServer = () =>
  createServer({
    records: ["Meridian", "BlueRidge", "BlueRidge", "Pinecrest"].map((territory) => ({
      ...{ time: NOW, territory, record: { "target-host": territory }, log: "both" as const },
    })),
  });
const listHosts = (found: ReturnedRecord[]) => found.map((record) => record["target-host"]);

describe("mock server: who asks", () => {
  it("shows everything to a super user, and to a user without a scope", async () => {
    for (const token of ["mock-super-user", undefined]) {
      expect(await requestList(createTerritoryServer(), "/auditlog", token)).to.have.length(4);
      expect((await sendRequest(createTerritoryServer(), "/domains/count", token)).json).to.deep.equal({ total: 40 });
    }
  });

  it("confines a reseller to its territory", async () => {
    const server = createTerritoryServer();
    expect(listHosts(await requestList(server, "/auditlog", "mock-reseller-BlueRidge"))).to.deep.equal([
      "BlueRidge",
      "BlueRidge",
    ]);
    expect(listHosts(await requestList(server, "/accesslog", "mock-reseller-Pinecrest"))).to.deep.equal(["Pinecrest"]);
    const domains = await requestList(server, "/domains?limit=1000", "mock-reseller-BlueRidge");
    expect(domains.map((domain) => domain["reseller"])).to.deep.equal(domains.map(() => "BlueRidge"));
    expect((await sendRequest(server, "/domains/count", "mock-reseller-BlueRidge")).json).to.deep.equal({
      total: domains.length,
    });
    expect(domains.length).to.be.within(1, 39);
  });

  it("refuses logs and domains to lower scopes, which have their own domain", async () => {
    const server = createTerritoryServer();
    for (const path of ["/auditlog", "/accesslog", "/domains", "/domains/count"]) {
      expect((await sendRequest(server, path, "mock-office-manager")).status, path).to.equal(403);
    }
    const own = await sendRequest(server, "/domains/~", "mock-office-manager");
    const session = await sendRequest(server, "/jwt", "mock-office-manager");
    expect(session.json).to.include({ user_scope: "Office Manager", domain: (own.json as ReturnedRecord)["domain"] });
  });

  it("answers 401 to an expired or unknown token, and to none where one is required", async () => {
    const server = createTerritoryServer();
    const requestStatus = async (token?: string) => (await sendRequest(server, "/auditlog", token)).status;
    expect(await requestStatus("mock-expired")).to.equal(401);
    expect(await requestStatus("eyJhbGciOi")).to.equal(401);
    expect(await requestStatus("mock-reseller-Atlantis")).to.equal(401);
    server.behavior.requireToken = true;
    expect(await requestStatus()).to.equal(401);
    expect(await requestStatus("mock-super-user")).to.equal(200);
    expect((await sendRequest(server, "/version")).status).to.equal(200);
  });

  it("describes the session", async () => {
    const { json } = await sendRequest(createTerritoryServer(), "/jwt", "mock-reseller-pinecrest");
    expect(json).to.include({ user_scope: "Reseller", territory: "Pinecrest" });
    expect((json as { exp: number }).exp * 1000).to.be.greaterThan(NOW);
  });
});

describe("mock server: the other paths", () => {
  it("pages through the domains", async () => {
    const server = createTerritoryServer();
    const pages = await Promise.all(
      [0, 15, 30].map((start) => requestList(server, `/domains?start=${start}&limit=15`)),
    );
    const found = pages.flat().map((domain) => domain["domain"]);
    expect(pages.map((page) => page.length)).to.deep.equal([15, 15, 10]);
    expect(found).to.deep.equal(server.domains.map(({ domain }) => domain));
  });

  it("has no audit log before API version 45, and says so as a real server does", async () => {
    const server = createTerritoryServer();
    server.behavior.apiVersion = "44.4.2";
    const { status, json } = await sendRequest(server, "/auditlog");
    expect(status).to.equal(404);
    expect((json as { message: string }).message).to.contain("No Route Found [92]");
    expect((await sendRequest(server, "/version")).json).to.include({ apiversion: "44.4.2" });
    expect((await sendRequest(server, "/domains")).status).to.equal(200);
  });

  it("knows no other path and no other method", async () => {
    expect((await sendRequest(createTerritoryServer(), "/subscriptions")).status).to.equal(404);
    const { status, body } = await createTerritoryServer().handle({
      method: "DELETE",
      path: "/domains",
      query: new URLSearchParams(),
    });
    expect([status, (JSON.parse(body) as { code: number }).code]).to.deep.equal([405, 405]);
  });

  it("lists sign-ins in the access log: the same ones, more of them, or none", async () => {
    const server = createServer({
      records: (["audit", "access", "both"] as const).map((log) => ({
        ...{ time: NOW, log, record: { "target-host": log } },
      })),
    });
    expect(listHosts(await requestList(server, "/auditlog")).sort()).to.deep.equal(["audit", "both"]);
    expect(listHosts(await requestList(server, "/accesslog")).sort()).to.deep.equal(["access", "both"]);
    server.behavior.accessLog = "same";
    expect(listHosts(await requestList(server, "/accesslog"))).to.deep.equal(["both"]);
    server.behavior.accessLog = "refused";
    expect((await sendRequest(server, "/accesslog")).status).to.equal(403);
    server.behavior.accessLog = "absent";
    expect((await sendRequest(server, "/accesslog")).status).to.equal(404);
    expect((await sendRequest(server, "/auditlog")).status).to.equal(200);
  });
});

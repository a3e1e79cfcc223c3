import { expect } from "@open-wc/testing";
import { listBrokenLimits, isRoomy } from "../support/rounds/limits.js";
import { measure, type Figures } from "../support/rounds/measure.js";
import { SEARCHES } from "../support/rounds/searches.js";
import { SERVERS } from "../support/rounds/servers.js";

/*
 * How many requests a search sends, and how many of them wait for each other. `npm run bench:rounds` prints all
 * figures; docs/performance.md says what the limits are.
 */

for (const server of SERVERS) {
  describe(`requests and rounds: ${server.name}`, () => {
    for (const search of SEARCHES) {
      it(search.name, async () => {
        const figures = await measure(search, server);
        expect(listBrokenLimits(search, server, figures), `\n${figures.log}\n`).to.deep.equal([]);
      });
    }
  });
}

describe("answers that take three seconds", () => {
  for (const server of SERVERS.filter(isRoomy)) {
    it(`${server.name}: no use case pauses`, async () => {
      for (const search of SEARCHES.filter(({ isUseCase }) => isUseCase)) {
        const figures = await measure(search, server, 3000);
        expect(figures.paused, `${search.name}\n${figures.log}\n`).to.equal(false);
      }
    });
  }
});

describe("the measurement", () => {
  const [server] = SERVERS;
  const [search] = SEARCHES;

  it("has the same figures every time", async () => {
    expect(await measure(search!, server!)).to.deep.equal(await measure(search!, server!));
  });

  it("finds every search that exceeds a limit", async () => {
    const figures = await measure(search!, server!);
    const worse: Partial<Figures>[] = [
      { requests: 6 },
      { rounds: 3 },
      { atOnce: 5 },
      { records: 2031, isFiltered: true },
      { seconds: 81 },
      { paused: true },
      { isRight: false },
    ];
    for (const change of worse) expect(listBrokenLimits(search!, server!, { ...figures, ...change })).to.have.length(1);
  });
});

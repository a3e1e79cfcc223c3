import { DomainList } from "../../src/api/domain-list.js";
import type { SourceCode } from "../../src/api/source.js";
import * as narrowing from "../../src/api/server/narrowing.js";
import { SecondReader } from "../../src/api/windows/second-reader.js";

/** The parts of the data source that the viewer loads when it needs them. */
export const sourceCode: SourceCode = {
  loadSecondReader: () => Promise.resolve(SecondReader),
  loadNarrowing: () => Promise.resolve(narrowing),
  loadDomainList: () => Promise.resolve(DomainList),
};

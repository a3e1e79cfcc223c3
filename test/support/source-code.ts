import { DomainList } from "../../src/api/domain-list.js";
import type { SourceCode } from "../../src/api/source.js";
import * as filtering from "../../src/api/reading/filtering.js";
import { probeCase } from "../../src/api/server/case-probe.js";
import * as spellingFilter from "../../src/api/server/spelling-filter.js";
import { readZonelessAnswer } from "../../src/api/server/zoneless-answer.js";
import * as errorText from "../../src/api/transport/error-text.js";
import { OneSecondReader } from "../../src/api/windows/one-second-reader.js";
import { UndatedOverlap } from "../../src/api/windows/undated-overlap.js";

/** The parts of the data source that the viewer loads when it needs them. */
export const sourceCode: SourceCode = {
  loadOneSecondReader: () => Promise.resolve(OneSecondReader),
  loadUndatedOverlap: () => Promise.resolve(UndatedOverlap),
  loadReadZonelessAnswer: () => Promise.resolve(readZonelessAnswer),
  loadFiltering: () => Promise.resolve(filtering),
  loadCaseProbe: () => Promise.resolve(probeCase),
  loadSpellingFilter: () => Promise.resolve(spellingFilter),
  loadErrorText: () => Promise.resolve(errorText),
  loadDomainList: () => Promise.resolve(DomainList),
};

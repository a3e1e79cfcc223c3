import * as domainList from "../../src/api/domain-list.js";
import type { SourceCode } from "../../src/api/source.js";
import * as filtering from "../../src/api/reading/filtering.js";
import * as spellingFilter from "../../src/api/server/spelling-filter.js";
import * as zonelessAnswer from "../../src/api/server/zoneless-answer.js";
import * as errorText from "../../src/api/transport/error-text.js";
import * as oneSecondReader from "../../src/api/windows/one-second-reader.js";
import * as undatedOverlap from "../../src/api/windows/undated-overlap.js";

/** The parts of the data source that the viewer loads when it needs them. */
export const sourceCode: SourceCode = {
  loadOneSecondReader: () => Promise.resolve(oneSecondReader),
  loadUndatedOverlap: () => Promise.resolve(undatedOverlap),
  loadReadZonelessAnswer: () => Promise.resolve(zonelessAnswer),
  loadFiltering: () => Promise.resolve(filtering),
  loadSpellingFilter: () => Promise.resolve(spellingFilter),
  loadErrorText: () => Promise.resolve(errorText),
  loadDomainList: () => Promise.resolve(domainList),
};

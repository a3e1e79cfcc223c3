import type { AuditEvent } from "../../src/core/audit-event.js";
import { findSummaryFacts } from "../../src/core/summary.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";

export const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** A record that has nothing. */
export const EMPTY_EVENT: AuditEvent = {
  id: "",
  time: null,
  timeText: "",
  action: "",
  object: "",
  byUser: "",
  byDomain: "",
  byIp: "",
  client: "",
  affectedUser: "",
  affectedDomain: "",
  host: "",
  parameters: [],
  raw: {},
};

export const readFacts = (event: Partial<AuditEvent>) => findSummaryFacts({ ...EMPTY_EVENT, ...event }, taxonomy);

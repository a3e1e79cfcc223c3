import type { AuditEvent } from "../../src/domain/audit-event.js";
import { summaryFacts } from "../../src/domain/summary.js";
import { compileTaxonomy } from "../../src/domain/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../src/domain/vocabulary.js";

export const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** A record that has nothing. */
export const EMPTY: AuditEvent = {
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

export const facts = (event: Partial<AuditEvent>) => summaryFacts({ ...EMPTY, ...event }, taxonomy);

import { expect } from "@open-wc/testing";
import { html } from "lit";
import { toEvent } from "../../src/api/records/to-event.js";
import { RECORD_FIELDS, FILTER_PARAMS } from "../../src/api/records/wire.js";
import { EndpointBehavior } from "../../src/api/server/endpoint-behavior.js";
import { planFilters } from "../../src/api/server/send-plan.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { COLUMN_IDS, DEFAULT_COLUMNS, findField } from "../../src/core/table-columns.js";
import { formatDetails } from "../../src/core/details-text.js";
import {
  FIELD_IDS,
  FIELDS,
  FIELDS_IN_ROW,
  listFieldsWith,
  LIST_FILTERS,
  TEXT_FILTERS,
  type EventField,
  type Field,
  type TextFilter,
} from "../../src/core/fields.js";
import { guessFilters } from "../../src/core/filters/did-you-mean.js";
import { SeenNames } from "../../src/core/filters/known-names.js";
import { checkFilters } from "../../src/core/filters/filter-check.js";
import { readFilters } from "../../src/core/filters/filter-input.js";
import { createDefaultFilters } from "../../src/core/filters/filters.js";
import { compileFilters } from "../../src/core/filters/matching.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { CsvFile } from "../../src/files/csv-file.js";
import { en } from "../support/english.js";
import "../../src/views/details/event-details.js";
import "../../src/views/filters/filter-bar.js";
import { listFilters } from "../../src/views/filters/filter-list.js";
import "../../src/views/results/results-table.js";
import "../../src/views/toolbar/columns-list.js";
import { readCsv } from "../files/read-csv.js";
import { LANGUAGES } from "../i18n/test-languages.js";
import { getAll, get, getName } from "../support/screen.js";
import { findAllDeep, createEnvironment, mount, listTerms, getText } from "../views/support.js";

/*
 * Each part of the viewer against the table of fields: a field that is added to the table and forgotten somewhere fails here.
 */

/** The value of a field in the event of these tests; no other field has it. */
function readValue(field: EventField): string {
  if (field === "action") return "login";
  if (field === "object") return "subscriber";
  return FIELDS[field].kind === "address" ? "203.0.113.24" : `${field}.example`;
}

const TEXTS = FIELD_IDS.filter((field): field is EventField => field !== "time");
const TIME = "2026-11-22T23:41:09Z";

const event: AuditEvent = {
  ...{ id: "1", time: Date.parse(TIME), timeText: TIME, parameters: [], raw: {} },
  ...(Object.fromEntries(TEXTS.map((field) => [field, readValue(field)])) as Record<EventField, string>),
};

const environment = createEnvironment();
const { strings, times, taxonomy } = environment;

/** What a person reads for the value. */
function findShownText(field: EventField): string {
  return field === "action" || field === "object" ? taxonomy[field](readValue(field)).label : readValue(field);
}

const findFilterName = (field: EventField): string =>
  ({ ...strings.textFilters, action: strings.actionFilter, object: strings.objectsFilter })[field];

describe("the table of fields", () => {
  it("has rows that fit together", () => {
    expect(FIELDS_IN_ROW.map((field) => FIELDS[field].place)).to.deep.equal(FIELD_IDS.map((_, place) => place));
    const names = FIELD_IDS.map((field) => FIELDS[field].exportName);
    expect(new Set(names).size, "export names").to.equal(names.length);
    for (const field of listFieldsWith("kind", "user")) {
      expect(listFieldsWith("kind", "domain"), field).to.include(FIELDS[field].domain);
      expect(FIELDS[FIELDS[field].domain].filter, `${field} and its domain`).to.equal(FIELDS[field].filter);
    }
    expect([...LIST_FILTERS, ...TEXT_FILTERS]).to.have.members(TEXTS);
  });

  it("has the members of a filter's defaults, of a record and of the API", async () => {
    const { range: _, actions: __, objects: ___, parameters: ____, exclude: _____, ...texts } = createDefaultFilters();
    expect(Object.keys(texts)).to.deep.equal([...TEXT_FILTERS]);
    expect(Object.keys(RECORD_FIELDS)).to.have.members([...FIELD_IDS, "details"]);
    const record = Object.fromEntries(TEXTS.map((field) => [RECORD_FIELDS[field], readValue(field)]));
    const read = toEvent(record, { naiveZone: "UTC", temporal: await loadTemporal() }).event!;
    for (const field of TEXTS) expect(read[field], field).to.equal(readValue(field));
  });
});

describe("the filter of each field", () => {
  const matches = (change: object, given: AuditEvent = event) =>
    compileFilters({ ...createDefaultFilters(), ...change }, taxonomy)(given);
  const findId = (field: "action" | "object") => taxonomy[field](event[field]).item!.id;

  for (const field of TEXT_FILTERS) {
    it(`${field} is read from the page and compared with the record`, () => {
      const { filters, ignored } = readFilters({ [field]: readValue(field), exclude: { [field]: ["other"] } });
      expect(ignored).to.deep.equal([]);
      expect(matches(filters)).to.equal(true);
      expect(matches(filters, { ...event, [field]: "other" })).to.equal(false);
      expect(matches({ exclude: { [field]: [readValue(field)] } })).to.equal(false);
    });

    it(`${field} is sent where the API has a parameter for it`, () => {
      const filters = { ...createDefaultFilters(), [field]: readValue(field) };
      const { sent } = planFilters(filters, "always", new EndpointBehavior());
      const name = (FILTER_PARAMS as Partial<Record<TextFilter, string>>)[field];
      expect([...sent]).to.deep.equal(name === undefined ? [] : [[field, { name, value: readValue(field) }]]);
    });
  }

  for (const field of LIST_FILTERS) {
    it(`${field} is read from the page and compared with the record`, () => {
      const { filters, ignored } = readFilters({ [FIELDS[field].filter]: [findId(field)] });
      expect(ignored).to.deep.equal([]);
      expect(matches(filters)).to.equal(true);
      expect(matches(filters, { ...event, [field]: "other" })).to.equal(false);
      expect(matches({ exclude: { [field]: [findId(field)] } })).to.equal(false);
    });
  }

  for (const field of listFieldsWith("kind", "user")) {
    it(`${field} fills its domain, and offers a similar name`, () => {
      const { domain } = FIELDS[field];
      const { filters } = checkFilters({ ...createDefaultFilters(), [field]: "maria@abc.example" });
      expect([filters[field], filters[domain]]).to.deep.equal(["maria", "abc.example"]);
      const seen = new SeenNames();
      seen.add(event);
      const isWhole = { users: true, domains: true };
      for (const [asked, part] of [
        [field, field],
        [domain, domain],
      ] as const) {
        const [guess] = guessFilters({ ...createDefaultFilters(), [asked]: part }, seen.read(), isWhole);
        expect(guess, asked).to.include({ field: asked, text: readValue(asked) });
      }
    });
  }

  for (const field of listFieldsWith("kind", "address")) {
    it(`${field} says what is wrong with an address`, () => {
      const { problems } = checkFilters({ ...createDefaultFilters(), [field]: "203.0.113.256" });
      expect(problems).to.deep.equal([{ field, problem: "part-too-large" }]);
    });
  }

  it("has a chip", () => {
    const texts = Object.fromEntries(TEXT_FILTERS.map((field) => [field, readValue(field)]));
    const lists = Object.fromEntries(LIST_FILTERS.map((field) => [FIELDS[field].filter, [findId(field)]]));
    const exclude = Object.fromEntries(TEXTS.map((field) => [field, ["other"]]));
    const chips = listFilters({ ...createDefaultFilters(), ...texts, ...lists, exclude }, environment);
    expect(chips.map(({ name, value }) => [name, value])).to.deep.equal([
      ...[...LIST_FILTERS, ...TEXT_FILTERS].map((field) => [findFilterName(field), findShownText(field)]),
      ...TEXTS.map((field) => [strings.isNot(findFilterName(field)), "other"]),
    ]);
  });

  it("has a field of the filter bar, with its accessible name, in its group", async () => {
    const filters = {
      ...createDefaultFilters(),
      ...Object.fromEntries(TEXT_FILTERS.map((field) => [field, readValue(field)])),
    };
    const { element } = await mount(html`<alv-filter-bar .filters=${filters}></alv-filter-bar>`);
    const inputs = (findAllDeep(element.shadowRoot!, "input") as HTMLInputElement[]).filter((input) =>
      input.closest("[role=group]"),
    );
    const groups = { by: strings.performedBy, affected: strings.affected };
    expect(
      inputs.map((input) => [
        input.closest("[role=group]")?.ariaLabel,
        input.ariaLabel,
        input.value,
        input.role === "combobox",
      ]),
    ).to.deep.equal(
      listFieldsWith("filter", "by", "affected").map((field) => [
        groups[FIELDS[field].filter],
        strings.textFilters[field],
        readValue(field),
        FIELDS[field].kind === "domain",
      ]),
    );
  });
});

describe("each field is shown", () => {
  it("in its column of the table, which the menu names", async () => {
    const isColumn = (field: (typeof FIELD_IDS)[number]) => "column" in FIELDS[field];
    expect(COLUMN_IDS.map(findField)).to.deep.equal(FIELDS_IN_ROW.filter(isColumn));
    const isDefault = (field: (typeof FIELD_IDS)[number]) => (FIELDS[field] as Field).column?.isDefault;
    expect(DEFAULT_COLUMNS.map(findField)).to.deep.equal(FIELDS_IN_ROW.filter(isDefault));
    const { element: menu } = await mount(html`<alv-columns-list></alv-columns-list>`);
    const titles = COLUMN_IDS.map((id) => strings.columnNames[id]);
    expect(getAll(menu, "menuitemcheckbox").map(getText)).to.deep.equal(titles);

    const { element } = await mount(
      html`<alv-results-table .events=${[event]} .columns=${COLUMN_IDS}></alv-results-table>`,
    );
    const heads = getAll(element, "columnheader").slice(1);
    expect(heads.map((head) => head.ariaLabel)).to.deep.equal(titles);
    const cells = getAll(element, "cell").slice(1).map(getText);
    const shown = COLUMN_IDS.map(findField).map((field) => (field === "time" ? cells[0] : findShownText(field)));
    expect(cells).to.deep.equal(shown);
  });

  it("as a fact of the details, in its group", async () => {
    const { element } = await mount(html`<alv-event-details .event=${event}></alv-event-details>`);
    const groups = [strings.factsEvent, strings.factsPerformedBy, strings.factsAffected];
    const found = getAll(get(element, "group", strings.eventDetails), "group").slice(1);
    expect(found.map(getName)).to.deep.equal(groups);
    (["event", "by", "affected"] as const).forEach((group, at) => {
      const facts = listTerms(found[at]!);
      const named = listFieldsWith("group", group).map((field) => {
        const value = field === "time" ? times.full(event.time!) : findShownText(field);
        return `${strings[FIELDS[field].fact]} ${value}`;
      });
      expect(facts, group).to.deep.equal(named);
    });
  });

  it("as a line of the copied details", () => {
    const words = { summary: [], time: TIME, action: "Login", object: "Subscriber" };
    const lines = formatDetails(event, { ...words, labels: strings.detailsLabels })
      .split("\n")
      .slice(2, -1);
    expect(lines).to.deep.equal(
      FIELD_IDS.map((field) => `${strings.detailsLabels[field]}: ${field === "time" ? TIME : findShownText(field)}`),
    );
  });

  it("in its column of a CSV file", async () => {
    const file = new CsvFile({ zone: "UTC", includeSensitive: true });
    file.add([event]);
    const parts: BlobPart[] = [];
    for await (const part of file.finish()) parts.push(part);
    const [names, row] = readCsv(await new Blob(parts).text());
    const columns = FIELDS_IN_ROW.map((field) => {
      const at = names!.indexOf(FIELDS[field].exportName);
      return [at, field === "time" ? "2026-11-22 23:41:09" : row![at], field];
    });
    // Offset and UTC follow the time.
    expect(columns).to.deep.equal(
      FIELDS_IN_ROW.map((field, at) =>
        field === "time" ? [0, "2026-11-22 23:41:09", field] : [at + 2, readValue(field), field],
      ),
    );
    expect(names!.length).to.equal(FIELD_IDS.length + 2);
  });

  for (const [tag, , texts] of [["en", "", en] as const, ...LANGUAGES]) {
    it(`with its names in every place (${tag})`, () => {
      const named = {
        ...Object.fromEntries(FIELD_IDS.map((field) => [`fact of ${field}`, texts[FIELDS[field].fact]])),
        ...Object.fromEntries(FIELD_IDS.map((field) => [`line of ${field}`, texts.detailsLabels[field]])),
        ...Object.fromEntries(TEXT_FILTERS.map((field) => [`filter ${field}`, texts.textFilters[field]])),
        ...Object.fromEntries(TEXT_FILTERS.map((field) => [`short filter ${field}`, texts.shortTextFilters[field]])),
        ...Object.fromEntries(COLUMN_IDS.map((id) => [`column ${id}`, texts.columnNames[id]])),
      };
      const isMissing = ([, text]: [string, unknown]) => typeof text !== "string" || text === "";
      expect(Object.entries(named).filter(isMissing)).to.deep.equal([]);
    });
  }
});

import { stringify } from "csv-stringify/browser/esm/sync";
import { csvFormatRows } from "d3-dsv";
import Papa from "papaparse";
import { formatParameter } from "../../../src/core/text/parameter-text.js";
import { isSensitive, MASK, maskSensitive } from "../../../src/core/secrets/values.js";
import { getZoneText } from "../../../src/core/time/zone-text.js";

/*
 * The usual libraries. All write the same table, whose times come from the viewer's own fast formats, so that only the
 * writing is compared.
 */

const HEADER = [
  ...["Timestamp", "UTC Offset", "Timestamp (UTC)", "Action", "Affected User", "Affected Domain", "Object"],
  ...["By User", "By Domain", "IP Address", "Affected Host", "By Client"],
];

const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^[+-]\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const disarm = (text) => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

const maskValue = (name, value) => {
  if (isSensitive(name)) return formatParameter(value) === "" ? "" : MASK;
  return formatParameter(maskSensitive(value));
};

/** Rows of texts that no spreadsheet runs as formulas, below their header. */
export function createTable(events, zone) {
  const times = getZoneText(zone);
  const names = new Map();
  for (const { parameters } of events) {
    for (const { name } of parameters) if (!names.has(name)) names.set(name, HEADER.length + names.size);
  }
  const width = HEADER.length + names.size;
  const rows = events.map((event) => {
    const row = new Array(width).fill("");
    const { time } = event;
    row[0] = time === null ? disarm(event.timeText) : times.local(time);
    row[1] = time === null ? "" : times.offset(time);
    row[2] = time === null ? "" : times.utc(time);
    row[3] = disarm(event.action);
    row[4] = disarm(event.affectedUser);
    row[5] = disarm(event.affectedDomain);
    row[6] = disarm(event.object);
    row[7] = disarm(event.byUser);
    row[8] = disarm(event.byDomain);
    row[9] = disarm(event.byIp);
    row[10] = disarm(event.host);
    row[11] = disarm(event.client);
    for (const { name, value } of event.parameters) row[names.get(name)] = disarm(maskValue(name, value));
    return row;
  });
  return [[...HEADER, ...[...names.keys()].map((name) => disarm(`param.${name}`))], ...rows];
}

const encode = (text) => new TextEncoder().encode(text);

export const PEERS = {
  papaparse: (events, zone) => encode(Papa.unparse(createTable(events, zone), { newline: "\r\n" })),
  "csv-stringify": (events, zone) => encode(stringify(createTable(events, zone), { record_delimiter: "\r\n" })),
  "d3-dsv": (events, zone) => encode(csvFormatRows(createTable(events, zone))),
  // Only the text: the time to encode it as bytes is not counted.
  "JSON.stringify": (events) => JSON.stringify(events),
};

import type { AuditEvent, EventParameter } from "../core/audit-event.js";
import { FIELDS, FIELDS_IN_ROW, type EventField } from "../core/fields.js";
import { parameterText } from "../core/text/parameter-text.js";
import {
  holdsNothing,
  isNaming,
  isSensitive,
  MASK,
  maskSensitive,
  namesSecret,
  staysBeside,
} from "../core/secrets/values.js";
import { zoneText, type ZoneText } from "../core/time/zone-text.js";
import { csvCell, maskedCsvCell } from "./csv-cell.js";
import { ByteBuffer, type FilePart, PIECE, SEGMENT_BYTES } from "./byte-buffer.js";
import { padRows } from "./csv-padding.js";
import type { FileSetting } from "./file-setting.js";

/**
 * To hand a piece to the browser costs a third of what it costs to write it. A file of this size stays on the heap; a longer one
 * is handed over, oldest piece first, and nothing of it stays.
 */
const HELD_BYTES = 2 ** 25 + 2 ** 22;

/** Pieces that are handed over for each new one of a longer file, until all are. */
const HANDED_AT_ONCE = 2;

const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

/** Each field has one column, except the time. */
const COLUMNS = FIELDS_IN_ROW.flatMap((field) => {
  const { exportName } = FIELDS[field];
  return field === "time" ? [exportName, "UTC Offset", `${exportName} (UTC)`] : [exportName];
});

/** The fields behind the time. */
const TEXTS = FIELDS_IN_ROW.filter((field): field is EventField => field !== "time");

/** The column of a parameter. */
interface ParameterColumn {
  /** Its place among the parameters. */
  readonly at: number;
  readonly isSecret: boolean;
  /** A value of it may name a secret. */
  readonly isNaming: boolean;
  /** A value of it is readable beside the name of a secret. */
  readonly staysBeside: boolean;
  /** The row that has a value of it, counted from 1. */
  row: number;
}

/** Rows that are written, all of one width. */
interface Segment {
  data: FilePart;
  readonly rows: number;
  /** How many parameters had a column by then. */
  readonly width: number;
}

/** Commas by their number. */
const COMMAS: string[] = [];
const commas = (count: number): string => (COMMAS[count] ??= ",".repeat(count));

/**
 * A CSV file (RFC 4180, UTF-8 with its mark) that is written event by event. Which parameters there are is known at the end
 * only: then the header is put first, and rows that had fewer columns get theirs.
 */
export class CsvFile {
  readonly #times: ZoneText;
  readonly #includeSensitive: boolean;
  readonly #columns = new Map<string, ParameterColumn>();
  readonly #segmentBytes: number;
  readonly #heldBytes: number;
  readonly #buffer = new ByteBuffer();
  readonly #segments: Segment[] = [];
  /** How many of them the browser has. */
  #given = 0;
  /** Rows that wait to be written; until then they are widened at no cost. */
  #waiting: string[] = [];
  /** The parameters that had a column when each of them was made. */
  #widths: number[] = [];
  /** Characters of the waiting rows. */
  #length = 0;
  #written = 0;
  #rows = 0;

  /**
   * @param segmentBytes size of the finished pieces
   * @param heldBytes of how large a file they stay on the heap
   * @throws RangeError for a zone that the browser does not know
   */
  constructor(
    { zone, includeSensitive }: Omit<FileSetting, "format">,
    segmentBytes = SEGMENT_BYTES,
    heldBytes = HELD_BYTES,
  ) {
    this.#times = zoneText(zone);
    this.#includeSensitive = includeSensitive;
    this.#segmentBytes = segmentBytes;
    this.#heldBytes = heldBytes;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Written so far, or about to be; the header and what widens the rows come at the end. */
  get bytes(): number {
    return this.#written + this.#length;
  }

  get columns(): number {
    return COLUMNS.length + this.#columns.size;
  }

  add(events: readonly AuditEvent[]): void {
    for (const event of events) {
      this.#rows += 1;
      const row = this.#row(event);
      this.#waiting.push(row);
      this.#widths.push(this.#columns.size);
      this.#length += row.length;
      if (this.#length >= this.#segmentBytes) this.#finishPiece();
    }
  }

  /** The whole file, part by part. Nothing can be added any more. */
  async *finish(): AsyncGenerator<FilePart, void, undefined> {
    const width = this.#columns.size;
    yield new TextEncoder().encode(this.#header());
    // Whoever takes a part keeps it elsewhere: here it is forgotten one by one.
    const segments = this.#segments.splice(0).reverse();
    for (let segment = segments.pop(); segment; segment = segments.pop()) {
      yield segment.width === width ? segment.data : await widened(segment, width);
    }
    this.#encode();
    yield this.#buffer.takeLast();
  }

  #header(): string {
    const names = [...this.#columns.keys()].map((name) => this.#cell(`param.${name}`));
    return `${BYTE_ORDER_MARK}${[...COLUMNS, ...names].join()}\r\n`;
  }

  /** The waiting rows become a piece. */
  #finishPiece(): void {
    const rows = this.#encode();
    const data = this.#buffer.take();
    this.#written += data.length;
    this.#segments.push({ data, rows, width: this.#columns.size });
    if (this.#written <= this.#heldBytes) return;
    for (let left = HANDED_AT_ONCE; left > 0 && this.#given < this.#segments.length; left -= 1) {
      const oldest = this.#segments[this.#given++] as Segment;
      oldest.data = new Blob([oldest.data]);
    }
  }

  /** Encodes the waiting rows, all as wide as the file is by now. @returns their number */
  #encode(): number {
    const rows = this.#waiting;
    const widths = this.#widths;
    const width = this.#columns.size;
    // The first row lacks the most.
    this.#buffer.reserve(this.#length + rows.length * (width - (widths[0] ?? 0) + LINE_END.length));
    let piece = "";
    for (let at = 0; at < rows.length; at += 1) {
      piece += `${rows[at] as string}${commas(width - (widths[at] as number))}${LINE_END}`;
      if (piece.length < PIECE) continue;
      this.#buffer.write(piece);
      piece = "";
    }
    this.#buffer.write(piece);
    this.#waiting = [];
    this.#widths = [];
    this.#length = 0;
    return rows.length;
  }

  #row(event: AuditEvent): string {
    const { time } = event;
    const times = this.#times;
    let row = times.canWrite(time)
      ? `${times.local(time)},${times.offset(time)},${times.utc(time)}`
      : `${this.#cell(event.timeText)},,`;
    for (const field of TEXTS) row += `,${this.#cell(event[field])}`;
    return row + this.#parameters(event.parameters);
  }

  /** As many fields as there are columns so far, with a comma before each. Most of them are empty: those cost nothing. */
  #parameters(parameters: readonly EventParameter[]): string {
    const { cells, places } = this.#fields(parameters);
    let text = "";
    let after = -1;
    for (let at = 0; at < cells.length; at += 1) {
      const place = places[at] as number;
      text += commas(place - after) + (cells[at] as string);
      after = place;
    }
    return text + commas(this.#columns.size - 1 - after);
  }

  /**
   * What a row has, in the order of the columns.
   *
   * @param isNamed a parameter names a secret, which its neighbours hold
   */
  #fields(parameters: readonly EventParameter[], isNamed = false): { cells: string[]; places: number[] } {
    const cells: string[] = [];
    const places: number[] = [];
    for (const parameter of parameters) {
      const { name, value } = parameter;
      const column = this.#columns.get(name) ?? this.#newColumn(name);
      if (column.isNaming && !isNamed && !this.#includeSensitive && namesSecret(name, value)) {
        for (const other of parameters) (this.#columns.get(other.name) ?? column).row = 0;
        return this.#fields(parameters, true);
      }
      // A name that comes twice in one record has the list of its values: nothing is lost.
      const isRepeated = column.row === this.#rows;
      column.row = this.#rows;
      const isSecret = column.isSecret || (isNamed && !column.staysBeside);
      const cell = this.#valueCell(isRepeated ? valuesOf(name, parameters) : value, isSecret);
      let at = places.length;
      while (at > 0 && (places[at - 1] as number) >= column.at) at -= 1;
      if (at === places.length) {
        places.push(column.at);
        cells.push(cell);
      } else {
        const replaced = isRepeated ? 1 : 0;
        places.splice(at, replaced, column.at);
        cells.splice(at, replaced, cell);
      }
    }
    return { cells, places };
  }

  #newColumn(name: string): ParameterColumn {
    const column = {
      ...{ at: this.#columns.size, row: 0 },
      ...{ isSecret: isSensitive(name), isNaming: isNaming(name), staysBeside: staysBeside(name) },
    };
    this.#columns.set(name, column);
    return column;
  }

  #cell(text: string): string {
    return this.#includeSensitive ? csvCell(text) : maskedCsvCell(text);
  }

  #valueCell(value: unknown, isSecret: boolean): string {
    if (typeof value === "string" && !isSecret) return this.#cell(value);
    if (this.#includeSensitive) return csvCell(parameterText(value));
    if (!isSecret) return csvCell(parameterText(maskSensitive(value)));
    return holdsNothing(value) ? csvCell(parameterText(value)) : MASK;
  }
}

function valuesOf(name: string, parameters: readonly EventParameter[]): unknown[] {
  return parameters.filter((parameter) => parameter.name === name).map(({ value }) => value);
}

async function widened({ data, rows, width }: Segment, wanted: number): Promise<FilePart> {
  const bytes = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
  return padRows(bytes, rows, wanted - width);
}

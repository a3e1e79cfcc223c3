import type { AuditEvent, EventParameter } from "../core/audit-event.js";
import { FIELDS, FIELDS_IN_ROW, type EventField } from "../core/fields.js";
import { formatParameter } from "../core/text/parameter-text.js";
import {
  isPlaceholderValue,
  namesItsNeighbors,
  isSensitive,
  MASK,
  maskSensitive,
  namesSecret,
  isReadableNextToSecret,
} from "../core/secrets/values.js";
import { getZoneText, type ZoneText } from "../core/time/zone-text.js";
import { toCsvCell, toMaskedCsvCell } from "./csv-cell.js";
import { ByteBuffer, type FilePart, CHUNK_CHARACTERS, SEGMENT_BYTES } from "./byte-buffer.js";
import { padRows } from "./csv-padding.js";
import type { FileSetting } from "./file-setting.js";

/**
 * A file up to this size stays on the heap, because it takes a third of the writing time to make a segment a blob. The
 * segments of a larger file become blobs, the oldest ones first.
 */
const MOST_HEAP_BYTES = 2 ** 25 + 2 ** 22;

/** The number of segments that become blobs for each new segment of a larger file. */
const BLOBS_PER_SEGMENT = 2;

const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

/** Each field has one column, except the time. */
const COLUMNS = FIELDS_IN_ROW.flatMap((field) => {
  const { exportName } = FIELDS[field];
  return field === "time" ? [exportName, "UTC Offset", `${exportName} (UTC)`] : [exportName];
});

/** The fields after the time. */
const TEXT_FIELDS = FIELDS_IN_ROW.filter((field): field is EventField => field !== "time");

/** The column of a parameter. */
interface ParameterColumn {
  /** The position among the columns of parameters, from 0. */
  readonly at: number;
  readonly isSecret: boolean;
  /** The value of this parameter may name a secret in another one. */
  readonly namesNeighbors: boolean;
  /** The value stays readable if another parameter names a secret. */
  readonly isReadableNextToSecret: boolean;
  /** The number of the last row with this parameter, from 1. */
  row: number;
}

/** Finished rows of equal width. */
interface Segment {
  data: FilePart;
  readonly rows: number;
  /** The number of columns of parameters. */
  readonly width: number;
}

const COMMAS: string[] = [];
/** Cached, because most cells of parameters are empty. */
const repeatCommas = (count: number): string => (COMMAS[count] ??= ",".repeat(count));

/**
 * A CSV file (RFC 4180, UTF-8 with a byte order mark) that is written event by event. The columns of parameters are
 * known only at the end: then the header is put first, and narrower rows get more columns.
 */
export class CsvFile {
  readonly #times: ZoneText;
  readonly #includeSensitive: boolean;
  readonly #toCell: (text: string) => string;
  readonly #columns = new Map<string, ParameterColumn>();
  readonly #segmentBytes: number;
  readonly #heapBytes: number;
  readonly #buffer = new ByteBuffer();
  readonly #segments: Segment[] = [];
  /** The number of segments that are blobs. */
  #blobs = 0;
  /** The rows that are not encoded yet. They get more columns at no cost. */
  #waiting: string[] = [];
  /** The number of columns of parameters in each waiting row. */
  #widths: number[] = [];
  /** The number of characters in the waiting rows. */
  #length = 0;
  #written = 0;
  #rows = 0;

  /**
   * @param segmentBytes the size of a finished segment
   * @param heapBytes the largest size of a file on the heap
   * @throws RangeError if the browser does not know the zone
   */
  constructor(
    { zone, includeSensitive }: Omit<FileSetting, "format">,
    segmentBytes = SEGMENT_BYTES,
    heapBytes = MOST_HEAP_BYTES,
  ) {
    this.#times = getZoneText(zone);
    this.#includeSensitive = includeSensitive;
    this.#toCell = includeSensitive ? toCsvCell : toMaskedCsvCell;
    this.#segmentBytes = segmentBytes;
    this.#heapBytes = heapBytes;
  }

  get rows(): number {
    return this.#rows;
  }

  /** The number of bytes so far, without the header and the additional columns of narrower rows. */
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
      if (this.#length >= this.#segmentBytes) this.#finishSegment();
    }
  }

  /** Returns the whole file in parts. No events can be added after that. */
  async *finish(): AsyncGenerator<FilePart, void, undefined> {
    const width = this.#columns.size;
    yield new TextEncoder().encode(this.#header());
    // The caller keeps each part, so this file releases it.
    const segments = this.#segments.splice(0).reverse();
    for (let segment = segments.pop(); segment; segment = segments.pop()) {
      yield segment.width === width ? segment.data : await padSegment(segment, width);
    }
    this.#encode();
    yield this.#buffer.takeLast();
  }

  #header(): string {
    const names = [...this.#columns.keys()].map((name) => this.#toCell(`param.${name}`));
    return `${BYTE_ORDER_MARK}${[...COLUMNS, ...names].join()}\r\n`;
  }

  /** Makes the waiting rows a segment. */
  #finishSegment(): void {
    const rows = this.#encode();
    const data = this.#buffer.take();
    this.#written += data.length;
    this.#segments.push({ data, rows, width: this.#columns.size });
    if (this.#written <= this.#heapBytes) return;
    for (let left = BLOBS_PER_SEGMENT; left > 0 && this.#blobs < this.#segments.length; left -= 1) {
      const oldest = this.#segments[this.#blobs++] as Segment;
      oldest.data = new Blob([oldest.data]);
    }
  }

  /** Encodes the waiting rows with the current number of columns. @returns the number of rows */
  #encode(): number {
    const rows = this.#waiting;
    const widths = this.#widths;
    const width = this.#columns.size;
    // The first row has the fewest columns.
    this.#buffer.reserve(this.#length + rows.length * (width - (widths[0] ?? 0) + LINE_END.length));
    let chunk = "";
    for (let at = 0; at < rows.length; at += 1) {
      chunk += `${rows[at] as string}${repeatCommas(width - (widths[at] as number))}${LINE_END}`;
      if (chunk.length < CHUNK_CHARACTERS) continue;
      this.#buffer.write(chunk);
      chunk = "";
    }
    this.#buffer.write(chunk);
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
      : `${this.#toCell(event.timeText)},,`;
    const toCell = this.#toCell;
    for (const field of TEXT_FIELDS) row = `${row},${toCell(event[field])}`;
    return row + this.#parameters(event.parameters);
  }

  /** The cells of all columns so far, with a comma before each. Most cells are empty, and take no time. */
  #parameters(parameters: readonly EventParameter[]): string {
    const { cells, columns } = this.#fields(parameters);
    let text = "";
    let after = -1;
    for (let at = 0; at < cells.length; at += 1) {
      const column = columns[at] as number;
      text += repeatCommas(column - after) + (cells[at] as string);
      after = column;
    }
    return text + repeatCommas(this.#columns.size - 1 - after);
  }

  /**
   * The cells of a row that are not empty, and their columns, in order.
   *
   * @param isNamed a parameter names a secret, so that other parameters may contain it
   */
  #fields(parameters: readonly EventParameter[], isNamed = false): { cells: string[]; columns: number[] } {
    const cells: string[] = [];
    const columns: number[] = [];
    for (const parameter of parameters) {
      const { name, value } = parameter;
      const column = this.#columns.get(name) ?? this.#newColumn(name);
      if (column.namesNeighbors && !isNamed && !this.#includeSensitive && namesSecret(name, value)) {
        for (const other of parameters) (this.#columns.get(other.name) ?? column).row = 0;
        return this.#fields(parameters, true);
      }
      // If a record has a name twice, the cell has the list of values.
      const isRepeated = column.row === this.#rows;
      column.row = this.#rows;
      const isSecret = column.isSecret || (isNamed && !column.isReadableNextToSecret);
      const cell = this.#valueCell(isRepeated ? findValues(name, parameters) : value, isSecret);
      let at = columns.length;
      while (at > 0 && (columns[at - 1] as number) >= column.at) at -= 1;
      if (at === columns.length) {
        columns.push(column.at);
        cells.push(cell);
      } else {
        const replaced = isRepeated ? 1 : 0;
        columns.splice(at, replaced, column.at);
        cells.splice(at, replaced, cell);
      }
    }
    return { cells, columns };
  }

  #newColumn(name: string): ParameterColumn {
    const column = {
      ...{ at: this.#columns.size, row: 0 },
      ...{
        isSecret: isSensitive(name),
        namesNeighbors: namesItsNeighbors(name),
        isReadableNextToSecret: isReadableNextToSecret(name),
      },
    };
    this.#columns.set(name, column);
    return column;
  }

  #valueCell(value: unknown, isSecret: boolean): string {
    if (typeof value === "string" && !isSecret) return this.#toCell(value);
    if (this.#includeSensitive) return toCsvCell(formatParameter(value));
    if (!isSecret) return toCsvCell(formatParameter(maskSensitive(value)));
    return isPlaceholderValue(value) ? toCsvCell(formatParameter(value)) : MASK;
  }
}

function findValues(name: string, parameters: readonly EventParameter[]): unknown[] {
  return parameters.filter((parameter) => parameter.name === name).map(({ value }) => value);
}

async function padSegment({ data, rows, width }: Segment, wanted: number): Promise<FilePart> {
  const bytes = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
  return padRows(bytes, rows, wanted - width);
}

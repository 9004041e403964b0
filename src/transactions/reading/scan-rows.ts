import { invalid } from "../../core/errors.js";
import { emptyInput } from "./empty-input.js";
import type { TransactionMapping } from "./mapping.js";
import { type ColumnBatch, ObjectReader } from "./object-reader.js";
import { isRowObject, type RowObject } from "./parse-object.js";
import type { ScanResult } from "./scan-bytes.js";
import type { ScanTarget } from "./start-scan.js";

/** Row objects or column batches, at hand or streaming. */
export type RowSource = Iterable<RowObject | ColumnBatch> | AsyncIterable<RowObject | ColumnBatch>;

/** The rows whose keys are taken for the columns. */
const SAMPLED_ROWS = 100;
const ROWS_PER_REPORT = 65_536;

/**
 * Reads row objects or column batches. The keys of the first hundred rows, or of the first batch,
 * are the columns.
 *
 * @throws ClienteleError EMPTY_INPUT, MISSING_COLUMN, LENGTH_MISMATCH, INVALID_ARGUMENT
 */
export async function scanRows(
  source: RowSource,
  mapping: TransactionMapping,
  target: ScanTarget,
  onRows: (rows: number) => void,
): Promise<ScanResult> {
  const taker = new RowTaker(mapping, target, onRows);
  // A wait for each row of an array would cost more than the row.
  if (Symbol.iterator in source) for (const item of source) taker.take(item);
  else for await (const item of source) taker.take(item);
  return taker.finish();
}

class RowTaker {
  #rows = 0;
  /** Items taken before the columns were known. */
  #sample: unknown[] = [];
  #reader: ObjectReader | undefined;
  #isBatches = false;
  readonly #mapping: TransactionMapping;
  readonly #target: ScanTarget;
  readonly #onRows: (rows: number) => void;

  constructor(mapping: TransactionMapping, target: ScanTarget, onRows: (rows: number) => void) {
    this.#mapping = mapping;
    this.#target = target;
    this.#onRows = onRows;
  }

  take(item: unknown): void {
    if (this.#reader !== undefined) {
      this.#takeWith(this.#reader, item);
      return;
    }
    if (this.#sample.length === 0) this.#isBatches = isBatch(item);
    this.#sample.push(item);
    if (this.#isBatches || this.#sample.length === SAMPLED_ROWS) this.#start();
  }

  finish(): ScanResult {
    if (this.#sample.length > 0) this.#start();
    if (this.#reader === undefined) throw emptyInput();
    const { intake } = this.#reader;
    intake.flush();
    this.#onRows(this.#rows);
    return { intake, scanner: { rows: this.#rows, blankLines: 0 } };
  }

  #start(): void {
    const objects = this.#sample.filter(isRowObject);
    if (objects.length === 0) {
      throw invalid("source[0]", "a row object or a batch of columns", this.#sample[0]);
    }
    const reader = new ObjectReader(objects, this.#mapping, this.#target);
    this.#reader = reader;
    for (const item of this.#sample) this.#takeWith(reader, item);
    this.#sample = [];
  }

  #takeWith(reader: ObjectReader, item: unknown): void {
    const line = this.#rows + 1;
    if (this.#isBatches) {
      if (!isRowObject(item))
        throw invalid("an item of the source", "a batch like the first", item);
      this.#rows += reader.takeBatch(item as ColumnBatch, line);
    } else {
      if (isRowObject(item)) reader.take(item, line);
      else reader.intake.quarantine.rejectRow(line, "", "notAnObject");
      this.#rows++;
    }
    if (this.#isBatches || this.#rows % ROWS_PER_REPORT === 0) this.#onRows(this.#rows);
  }
}

/** True for an object that holds nothing but columns. */
function isBatch(item: unknown): boolean {
  if (!isRowObject(item)) return false;
  const values = Object.values(item);
  return values.length > 0 && values.every((value) => isColumn(value));
}

function isColumn(value: unknown): boolean {
  return typeof value === "object" && value !== null && "length" in value;
}

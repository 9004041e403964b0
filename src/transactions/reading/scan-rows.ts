import { ClienteleError, invalid } from "../../core/errors.js";
import { findColumns } from "./find-columns.js";
import type { TransactionMapping } from "./mapping.js";
import { takeObject } from "./ndjson-scanner.js";
import { OrderIntake } from "./order-intake.js";
import type { ScanResult, ScanTarget } from "./scan-bytes.js";

const ROWS_PER_REPORT = 65_536;

/** One order as an object; its keys are the columns. */
export type RowObject = Readonly<Record<string, unknown>>;

/** Several orders as aligned columns. */
export type ColumnBatch = Readonly<Record<string, ArrayLike<unknown>>>;

/** Row objects or column batches, at hand or streaming. */
export type RowSource = Iterable<RowObject | ColumnBatch> | AsyncIterable<RowObject | ColumnBatch>;

/**
 * Reads row objects or column batches. The first one's keys are the columns.
 *
 * @throws ClienteleError EMPTY_INPUT, MISSING_COLUMN, INVALID_ARGUMENT
 */
export async function scanRows(
  source: RowSource,
  mapping: TransactionMapping,
  target: ScanTarget,
  onRows: (rows: number) => void,
): Promise<ScanResult> {
  let started: StartedRows | undefined;
  let rows = 0;
  for await (const item of source) {
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      throw invalid(`source[${rows}]`, "a row object or a batch of columns", item);
    }
    started ??= startRows(item, mapping, target);
    rows = started.isBatch
      ? takeBatch(item as ColumnBatch, started, rows)
      : takeRow(item as RowObject, started, rows);
    if (started.isBatch || rows % ROWS_PER_REPORT === 0) onRows(rows);
  }
  if (started === undefined) {
    throw new ClienteleError("EMPTY_INPUT", "the source has no rows", {
      expected: "at least one order",
    });
  }
  started.intake.flush();
  const scanner = { line: rows + 1, rows, blankLines: 0, scan: () => 0 };
  return { intake: started.intake, scanner };
}

interface StartedRows {
  readonly names: readonly string[];
  readonly columns: ReturnType<typeof findColumns>;
  readonly intake: OrderIntake;
  readonly isBatch: boolean;
}

function startRows(first: object, mapping: TransactionMapping, target: ScanTarget): StartedRows {
  const names = Object.keys(first);
  const columns = findColumns(names, mapping);
  const byRole = Object.fromEntries(
    Object.entries(columns).map(([role, index]) => [role, names[index]!]),
  );
  const intake = new OrderIntake(
    mapping,
    byRole,
    target.dictionary,
    target.quarantine,
    target.sink,
  );
  const customers = (first as Record<string, unknown>)[names[columns.customer]!];
  const isBatch = typeof customers === "object" && customers !== null && "length" in customers;
  return { names, columns, intake, isBatch };
}

/** Takes one row object and counts it. */
function takeRow(row: RowObject, started: StartedRows, rows: number): number {
  takeObject(row, started.names, started.columns, started.intake, rows + 1);
  return rows + 1;
}

/** Takes the rows of one batch and counts them. */
function takeBatch(batch: ColumnBatch, started: StartedRows, rows: number): number {
  const used = Object.values(started.columns).map((index) => started.names[index]!);
  const length = batch[used[0]!]?.length ?? 0;
  for (const name of used) {
    const column = Object.hasOwn(batch, name) ? batch[name] : undefined;
    if (column?.length !== length) {
      throw invalid(`column ${name}`, `of length ${length}, like ${used[0]}`, column?.length, {
        code: "LENGTH_MISMATCH",
      });
    }
  }
  for (let index = 0; index < length; index++) {
    const row = Object.fromEntries(used.map((name) => [name, batch[name]![index]]));
    takeObject(row, started.names, started.columns, started.intake, rows + index + 1);
  }
  return rows + length;
}

import { invalid } from "../../core/errors.js";
import { type ColumnNames, findColumns, locateColumn, namesByRole } from "./find-columns.js";
import { findKnownColumn, normalizeName } from "./known-column-names.js";
import type { TransactionMapping } from "./mapping.js";
import { dateCell, idCell, textCell } from "./object-cells.js";
import { OrderIntake } from "./order-intake.js";
import type { RowObject } from "./parse-object.js";
import type { ScanTarget } from "./start-scan.js";

/** Several orders as aligned columns. */
export type ColumnBatch = Readonly<Record<string, ArrayLike<unknown>>>;

/** Columns that the first rows may well lack: then the mapping's word is taken for their name. */
const SPARSE_ROLES = ["currency", "order", "refundOf"] as const;
/** Names beyond this many are looked at again each time they appear. */
const MOST_NAMES = 10_000;

/** Turns row objects, from NDJSON or from a caller, into orders. */
export class ObjectReader {
  readonly intake: OrderIntake;
  readonly #names: ColumnNames;
  readonly #seen: Set<string>;

  /**
   * @param sample - the first objects; all their keys are columns
   * @throws ClienteleError MISSING_COLUMN
   */
  constructor(sample: readonly object[], mapping: TransactionMapping, target: ScanTarget) {
    this.#seen = new Set(sample.flatMap((object) => Object.keys(object)));
    const seen = [...this.#seen];
    const names = [...seen, ...sparseNames(seen, mapping)];
    this.#names = namesByRole(names, findColumns(names, mapping));
    const { dictionary, quarantine, sink } = target;
    this.intake = new OrderIntake(mapping, this.#names, dictionary, quarantine, sink);
  }

  /** Takes or rejects the order that an object holds. */
  take(object: RowObject, line: number): void {
    this.#lookForCurrency(object);
    this.#accept((name) => ownValue(object, name), line);
  }

  /**
   * Takes or rejects the orders of a batch.
   *
   * @param line - that of the first
   * @returns the number of orders
   * @throws ClienteleError LENGTH_MISMATCH, INVALID_ARGUMENT
   */
  takeBatch(batch: ColumnBatch, line: number): number {
    this.#lookForCurrency(batch);
    const columns = new Map<string, ArrayLike<unknown>>();
    for (const name of Object.values(this.#names)) {
      const column = ownValue(batch, name);
      if (column !== undefined) columns.set(name, checkColumn(name, column));
    }
    const [first = ["", []], ...others] = columns;
    const { length } = first[1];
    for (const [name, column] of others) {
      if (column.length !== length) {
        throw invalid(`column ${name}`, `of length ${length}, like ${first[0]}`, column.length, {
          code: "LENGTH_MISMATCH",
        });
      }
    }
    for (let row = 0; row < length; row++) {
      this.#accept((name) => columns.get(name)?.[row], line + row);
    }
    return length;
  }

  #accept(valueAt: (name: string) => unknown, line: number): void {
    const { customer, date, amount, currency, order, refundOf } = this.#names;
    this.intake.acceptCells(
      {
        customer: idCell(valueAt(customer!)),
        date: dateCell(valueAt(date!)),
        amount: textCell(valueAt(amount!)),
        currency: currency === undefined ? "" : textCell(valueAt(currency)),
        order: order === undefined ? "" : idCell(valueAt(order)),
        refundOf: refundOf === undefined ? "" : idCell(valueAt(refundOf)),
      },
      line,
    );
  }

  /** A currency that only some rows name may first appear far behind the sample. */
  #lookForCurrency(object: object): void {
    if (this.#names.currency !== undefined) return;
    for (const name of Object.keys(object)) {
      if (this.#seen.has(name)) continue;
      if (this.#seen.size < MOST_NAMES) this.#seen.add(name);
      if (findKnownColumn("currency", [normalizeName(name)]) === 0) this.#names.currency = name;
    }
  }
}

function sparseNames(names: readonly string[], mapping: TransactionMapping): string[] {
  return SPARSE_ROLES.map((role) => mapping[role]).filter(
    (reference) => typeof reference === "string" && locateColumn(reference, names) === undefined,
  ) as string[];
}

function ownValue(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as RowObject)[name] : undefined;
}

function checkColumn(name: string, column: unknown): ArrayLike<unknown> {
  const length =
    typeof column === "object" && column !== null && (column as { length?: unknown }).length;
  if (Number.isSafeInteger(length) && (length as number) >= 0) return column as ArrayLike<unknown>;
  throw invalid(`column ${name}`, "an array or a typed array, as in the first batch", column);
}

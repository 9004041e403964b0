import { AmountReader } from "./amount-reader.js";
import type { ColumnNames, ColumnRole } from "./find-columns.js";
import { LONGEST_ID } from "./id-arena.js";
import type { IdDictionary } from "./id-dictionary.js";
import type { TransactionMapping } from "./mapping.js";
import type { OrderBlock, OrderSink } from "./order-block.js";
import { compileDateFormat, type DateParser } from "./parse-date.js";
import type { Quarantine, RejectReason } from "./quarantine.js";
import { isReadableTime } from "./zone-clock.js";

/** A cell as text; `undefined` when its bytes are not text in the encoding of the file. */
export type Cell = string | undefined;

/** The cells of one row: one for each role that has a column. */
export interface RowCells {
  readonly customer: Cell | number;
  /** A number is an instant in epoch milliseconds. */
  readonly date: Cell | number;
  readonly amount: Cell;
  readonly currency?: Cell;
  readonly order?: Cell | number;
  readonly refundOf?: Cell | number;
}

const BATCH_ROWS = 8192;

/**
 * The one place where rows become orders: it validates cells, names customers by number, brings
 * amounts into one currency, and hands blocks to a sink. Every row it is shown is counted once,
 * as accepted or as rejected.
 */
export class OrderIntake {
  accepted = 0;

  readonly #customerIndex = new Int32Array(BATCH_ROWS);
  readonly #atMs = new Float64Array(BATCH_ROWS);
  readonly #amountMinor = new Float64Array(BATCH_ROWS);
  #count = 0;
  readonly #roles: readonly ColumnRole[];
  readonly #parseDate: DateParser;
  readonly #amounts: AmountReader;
  readonly #isLinked: boolean;

  readonly mapping: TransactionMapping;
  /** What the column of each role is called, for the quarantine. */
  readonly names: Readonly<ColumnNames>;
  readonly dictionary: IdDictionary;
  readonly quarantine: Quarantine;
  readonly sink: OrderSink;

  constructor(
    mapping: TransactionMapping,
    names: Readonly<ColumnNames>,
    dictionary: IdDictionary,
    quarantine: Quarantine,
    sink: OrderSink,
  ) {
    this.mapping = mapping;
    this.names = names;
    this.dictionary = dictionary;
    this.quarantine = quarantine;
    this.sink = sink;
    this.#roles = Object.keys(names) as ColumnRole[];
    this.#parseDate = compileDateFormat(mapping.dateFormat, mapping.zone);
    this.#amounts = new AmountReader(mapping, names.currency !== undefined);
    this.#isLinked = names.order !== undefined || names.refundOf !== undefined;
  }

  /** The currency of all accepted amounts; the default where no row has said another. */
  get currency(): string {
    return this.#amounts.currency;
  }

  /** The currency that rows can be read in without conversion; `undefined` before the first row. */
  get settledCurrency(): string | undefined {
    return this.#amounts.settledCurrency;
  }

  get roundedAmounts(): number {
    return this.#amounts.rounded;
  }

  get convertedAmounts(): number {
    return this.#amounts.converted;
  }

  /** Takes the first `count` orders of a block, which stand one per line from `line` on. */
  acceptBlock(bytes: Uint8Array, block: OrderBlock, count: number, line: number): void {
    if (count === 0) return;
    const { customerFrom, customerTo, customerIndex, atMs, amountMinor } = block;
    this.flush();
    this.dictionary.internBlock(bytes, customerFrom, customerTo, count, customerIndex);
    let kept = 0;
    for (let row = 0; row < count; row++) {
      const customer = customerIndex[row]!;
      if (customer < 0) {
        const isLong = customerTo[row]! - customerFrom[row]! > LONGEST_ID;
        this.#reject(line + row, { role: "customer", reason: isLong ? "badId" : "badEncoding" });
        continue;
      }
      customerIndex[kept] = customer;
      atMs[kept] = atMs[row]!;
      amountMinor[kept] = amountMinor[row]!;
      kept++;
    }
    this.accepted += kept;
    if (kept > 0) this.sink.addBatch(customerIndex, atMs, amountMinor, kept);
  }

  /** Takes or rejects one row of cells. */
  acceptCells(cells: RowCells, line: number): void {
    const fault = this.#take(cells, line);
    if (fault !== undefined) this.#reject(line, fault);
  }

  /** Hands what is left to the sink. */
  flush(): void {
    if (this.#count === 0) return;
    this.sink.addBatch(this.#customerIndex, this.#atMs, this.#amountMinor, this.#count);
    this.#count = 0;
  }

  /** Takes the row, unless it has a fault. */
  #take(cells: RowCells, line: number): RowFault | undefined {
    for (const role of this.#roles) {
      if (cells[role] === undefined) return { role, reason: "badEncoding" };
    }
    const customer = idOf(cells.customer);
    if (customer === "") return { role: "customer", reason: "missingCustomer" };
    if (customer === undefined || !this.dictionary.canHold(customer)) {
      return { role: "customer", reason: "badId" };
    }
    const atMs = this.#readDate(cells.date!);
    if (typeof atMs !== "number") return atMs;
    const order = idOf(cells.order ?? "");
    if (order === undefined) return { role: "order", reason: "badId" };
    const refundOf = idOf(cells.refundOf ?? "");
    if (refundOf === undefined) return { role: "refundOf", reason: "badId" };
    const amount = cells.amount!.trim();
    if (amount === "") return { role: "amount", reason: "missingAmount" };
    const amountMinor = this.#amounts.read(amount, cells.currency?.trim() ?? "", line);
    if (typeof amountMinor !== "number") return amountMinor;
    if (this.#isLinked) this.sink.addLink?.(order || undefined, refundOf || undefined);
    this.#accept(this.dictionary.internText(customer), atMs, amountMinor);
    return undefined;
  }

  #readDate(cell: string | number): number | RowFault {
    if (typeof cell === "number") {
      const isInstant = Number.isInteger(cell) && isReadableTime(cell);
      return isInstant ? cell : { role: "date", reason: "badDate", value: String(cell) };
    }
    const text = cell.trim();
    if (text === "") return { role: "date", reason: "missingDate" };
    return this.#parseDate(text) ?? { role: "date", value: text, reason: "badDate" };
  }

  #accept(customer: number, atMs: number, amountMinor: number): void {
    const index = this.#count;
    this.#customerIndex[index] = customer;
    this.#atMs[index] = atMs;
    this.#amountMinor[index] = amountMinor;
    this.accepted++;
    this.#count = index + 1;
    if (this.#count === BATCH_ROWS) this.flush();
  }

  #reject(line: number, { role, value = "", reason }: RowFault): void {
    this.quarantine.reject(line, this.names[role] ?? role, value, reason);
  }
}

/** The text of an id; `undefined` for a number that is not whole, or so large that digits are lost. */
function idOf(cell: Cell | number): string | undefined {
  if (typeof cell !== "number") return cell?.trim();
  return Number.isSafeInteger(cell) ? String(cell) : undefined;
}

/** What is wrong with a row, and in which column. */
interface RowFault {
  readonly role: ColumnRole;
  readonly value?: string;
  readonly reason: RejectReason;
}

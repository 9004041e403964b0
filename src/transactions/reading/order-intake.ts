import { ClienteleError } from "../../core/errors.js";
import { isCurrency, minorDigits, type RateConverter, rateConverter } from "../../money/index.js";
import type { IdDictionary } from "./id-dictionary.js";
import type { TransactionMapping } from "./mapping.js";
import { parseAmount } from "./parse-amount.js";
import { compileDateFormat, type DateParser } from "./parse-date.js";
import type { Quarantine, RejectReason } from "./quarantine.js";

/** Takes accepted orders in blocks; the arrays are reused after it returns. */
export interface OrderSink {
  addBatch(
    customerIndex: Int32Array,
    atMs: Float64Array,
    amountMinor: Float64Array,
    count: number,
  ): void;
  /** Order and refund numbers of one order, called before its batch; only where such a column is mapped. */
  addLink?(order: string | undefined, refundOf: string | undefined): void;
}

/** The cells of one row as texts; `undefined` for a cell that is missing, or not valid UTF-8. */
export interface RowTexts {
  readonly customer: string | undefined;
  readonly date: string | undefined;
  readonly amount: string | undefined;
  readonly currency?: string | undefined;
  readonly order?: string | undefined;
  readonly refundOf?: string | undefined;
}

/** Orders whose customers are still bytes: `[customerFrom, customerTo)` of the text they stand in. */
export interface OrderBlock {
  readonly customerFrom: Int32Array;
  readonly customerTo: Int32Array;
  readonly customerIndex: Int32Array;
  readonly atMs: Float64Array;
  readonly amountMinor: Float64Array;
}

/** An empty block of the given capacity. */
export function orderBlock(rows: number): OrderBlock {
  return {
    customerFrom: new Int32Array(rows),
    customerTo: new Int32Array(rows),
    customerIndex: new Int32Array(rows),
    atMs: new Float64Array(rows),
    amountMinor: new Float64Array(rows),
  };
}

const BATCH_ROWS = 8192;

/**
 * The one place where rows become orders: it validates texts, names customers by number, brings
 * amounts into one currency, and hands blocks to a sink. Every row it is shown is counted once,
 * as accepted or as rejected.
 */
export class OrderIntake {
  accepted = 0;
  roundedAmounts = 0;
  convertedAmounts = 0;

  readonly #customerIndex = new Int32Array(BATCH_ROWS);
  readonly #atMs = new Float64Array(BATCH_ROWS);
  readonly #amountMinor = new Float64Array(BATCH_ROWS);
  #count = 0;
  /** The currency of the log; known from the first row on where a column says it. */
  #currency: string | undefined;
  readonly #parseDate: DateParser;
  readonly #convert: RateConverter | undefined;

  readonly mapping: TransactionMapping;
  /** What each role's column is called, for the quarantine. */
  readonly names: Readonly<Record<string, string>>;
  readonly dictionary: IdDictionary;
  readonly quarantine: Quarantine;
  readonly sink: OrderSink;

  constructor(
    mapping: TransactionMapping,
    names: Readonly<Record<string, string>>,
    dictionary: IdDictionary,
    quarantine: Quarantine,
    sink: OrderSink,
  ) {
    this.mapping = mapping;
    this.names = names;
    this.dictionary = dictionary;
    this.quarantine = quarantine;
    this.sink = sink;
    this.#parseDate = compileDateFormat(mapping.dateFormat, mapping.zone);
    this.#convert = mapping.rates && rateConverter(mapping.rates);
    minorDigits(mapping.defaultCurrency);
    this.#currency =
      mapping.rates?.base ?? (names.currency === undefined ? mapping.defaultCurrency : undefined);
  }

  /** The currency of all accepted amounts; the default where no row has said another. */
  get currency(): string {
    return this.#currency ?? this.mapping.defaultCurrency;
  }

  /** The currency that rows can be read in without conversion; `undefined` before the first row. */
  get settledCurrency(): string | undefined {
    return this.#currency;
  }

  /** Takes an order that needs no more checks. */
  accept(customer: number, atMs: number, amountMinor: number): void {
    const index = this.#count;
    this.#customerIndex[index] = customer;
    this.#atMs[index] = atMs;
    this.#amountMinor[index] = amountMinor;
    this.accepted++;
    this.#count = index + 1;
    if (this.#count === BATCH_ROWS) this.flush();
  }

  /** Takes the first `count` orders of a block, which stand one per line from `line` on. */
  acceptBlock(bytes: Uint8Array, block: OrderBlock, count: number, line: number): void {
    if (count === 0) return;
    const { customerIndex, atMs, amountMinor } = block;
    this.flush();
    this.dictionary.internBlock(bytes, block.customerFrom, block.customerTo, count, customerIndex);
    let kept = 0;
    for (let index = 0; index < count; index++) {
      if (customerIndex[index]! < 0) {
        this.quarantine.reject(line + index, this.names.customer ?? "", "", "badEncoding");
        continue;
      }
      customerIndex[kept] = customerIndex[index]!;
      atMs[kept] = atMs[index]!;
      amountMinor[kept] = amountMinor[index]!;
      kept++;
    }
    this.accepted += kept;
    if (kept > 0) this.sink.addBatch(customerIndex, atMs, amountMinor, kept);
  }

  /** Takes or rejects one row of texts. */
  acceptTexts(row: RowTexts, line: number): void {
    const fault = this.#take(row, line);
    if (fault === undefined) return;
    const { role, value = "", reason } = fault;
    const column = this.names[role] ?? role;
    this.quarantine.reject(line, column, value, reason, role === "customer");
  }

  /** Hands what is left to the sink. */
  flush(): void {
    if (this.#count === 0) return;
    this.sink.addBatch(this.#customerIndex, this.#atMs, this.#amountMinor, this.#count);
    this.#count = 0;
  }

  /** Takes the row, unless it has a fault. */
  #take(row: RowTexts, line: number): RowFault | undefined {
    const customer = row.customer?.trim();
    const date = row.date?.trim();
    const amount = row.amount?.trim();
    if (customer === undefined) return { role: "customer", reason: "badEncoding" };
    if (date === undefined) return { role: "date", reason: "badEncoding" };
    if (amount === undefined) return { role: "amount", reason: "badEncoding" };
    if (customer === "") return { role: "customer", reason: "missingCustomer" };
    if (date === "") return { role: "date", reason: "missingDate" };
    if (amount === "") return { role: "amount", reason: "missingAmount" };
    const atMs = this.#parseDate(date);
    if (atMs === undefined) return { role: "date", value: date, reason: "badDate" };
    const amountMinor = this.#readAmount(amount, row.currency, line);
    if (typeof amountMinor !== "number") return amountMinor;
    const number = this.dictionary.internText(customer);
    if (number < 0) return { role: "customer", value: customer, reason: "badEncoding" };
    if (this.names.order !== undefined || this.names.refundOf !== undefined) {
      this.sink.addLink?.(row.order?.trim() || undefined, row.refundOf?.trim() || undefined);
    }
    this.accept(number, atMs, amountMinor);
    return undefined;
  }

  #readAmount(text: string, currencyText: string | undefined, line: number): number | RowFault {
    const currency = currencyText?.trim().toUpperCase() || this.mapping.defaultCurrency;
    if (!isCurrency(currency)) {
      return { role: "currency", value: currencyText ?? "", reason: "unknownCurrency" };
    }
    const parsed = parseAmount(text, minorDigits(currency), this.mapping.decimal);
    if (typeof parsed === "string") return { role: "amount", value: text, reason: parsed };
    if (parsed.rounded) this.roundedAmounts++;
    this.#currency ??= currency;
    return currency === this.#currency
      ? parsed.minor
      : this.#convertAmount(parsed.minor, currency, line);
  }

  #convertAmount(minor: number, currency: string, line: number): number | RowFault {
    if (this.#convert === undefined) {
      throw new ClienteleError(
        "CURRENCY_MISMATCH",
        `line ${line} is in ${currency}, but the rows before it are in ${this.#currency}; give rates into one currency (mapping.rates), or one file per currency`,
        { where: `line ${line}`, expected: this.currency, got: currency, remedy: "mapping.rates" },
      );
    }
    try {
      const converted = this.#convert(minor, currency);
      if (converted === undefined) return { role: "currency", value: currency, reason: "noRate" };
      this.convertedAmounts++;
      return converted;
    } catch {
      // Beyond the safe integers after conversion.
      return { role: "amount", value: String(minor), reason: "amountTooLarge" };
    }
  }
}

/** What is wrong with a row, and in which column. */
interface RowFault {
  readonly role: "customer" | "date" | "amount" | "currency";
  readonly value?: string;
  readonly reason: RejectReason;
}

import { ClienteleError } from "../core/errors.js";

/** What is kept of each customer, aligned by customer number; money in minor units. */
export interface CustomerFacts {
  /** Purchases: orders that are no refunds. */
  readonly orderCount: Int32Array;
  /** Instants of the first and the last purchase; Infinity and -Infinity where there is none. */
  readonly firstAt: Float64Array;
  readonly lastAt: Float64Array;
  /** The sum of all purchases. */
  readonly grossMinor: Float64Array;
  /** The sum of all refunds, 0 or less. */
  readonly refundMinor: Float64Array;
  /** The first purchase, the smallest of several at that instant; 0 where there is none. */
  readonly firstMinor: Float64Array;
}

/** {@link CustomerFacts} in any kind of array. */
export type FactColumns = { readonly [Column in keyof CustomerFacts]: ArrayLike<number> };

/** How many orders were taken, or not. */
export interface SummaryCounts {
  readonly purchases: number;
  readonly refunds: number;
  /** Entries not taken because they lie at the end or later. */
  readonly afterEnd: number;
}

/** All that has been kept, as it lies in memory, to hand to another thread. */
export interface SummaryCells extends SummaryCounts {
  readonly customers: number;
  readonly cells: Float64Array<ArrayBuffer>;
  readonly refundMinor: Float64Array<ArrayBuffer>;
}

/** One customer is five neighbouring numbers, so that an order touches one place in memory. */
const WIDTH = 5;
const COUNT = 0;
const FIRST_AT = 1;
const LAST_AT = 2;
const GROSS = 3;
const FIRST_MINOR = 4;
/** Customers whose cells are loaded together while merging. */
const BATCH = 256;

const NOTHING_KEPT: SummaryCells = {
  customers: 0,
  cells: new Float64Array(0),
  refundMinor: new Float64Array(0),
  purchases: 0,
  refunds: 0,
  afterEnd: 0,
};

/**
 * Sums orders up by customer in any order: memory grows with customers alone. It trusts its
 * callers: customer numbers are below {@link SummaryColumns.reserve}, amounts are safe integers.
 */
export class SummaryColumns {
  /** Purchases and refunds taken so far, and entries not taken because they lie at `endMs` or later. */
  purchases = 0;
  refunds = 0;
  afterEnd = 0;
  /** Where the loads of {@link warmUp} end, so that they are not optimised away. */
  protected warmed = 0;

  readonly #endMs: number;
  #customers: number;
  #cells: Float64Array<ArrayBuffer>;
  /** Apart, because refunds are rare. */
  #refundMinor: Float64Array<ArrayBuffer>;

  /**
   * @param endMs - orders from this instant on are not taken
   * @param kept - what other columns have handed over; from then on it belongs to these
   */
  constructor(endMs: number = Infinity, kept: SummaryCells = NOTHING_KEPT) {
    this.#endMs = endMs;
    this.#customers = kept.customers;
    this.#cells = kept.cells;
    this.#refundMinor = kept.refundMinor;
    this.#count(kept);
  }

  /** The customers that there is room for; numbers below this may be used. */
  get customers(): number {
    return this.#customers;
  }

  /** Makes room for customers with numbers below `customers`. */
  reserve(customers: number): void {
    if (customers <= this.#customers) return;
    if (customers > this.#refundMinor.length) this.#grow(Math.max(customers, 2 * this.#customers));
    this.#customers = customers;
  }

  /**
   * Loads what a batch will touch. With very many customers in random order the cache misses, not
   * the sums, are the cost, and a loop this short lets them overlap.
   */
  warmUp(customerIndex: Int32Array, count: number): void {
    const cells = this.#cells;
    let warmed = 0;
    const rows = Math.min(count, customerIndex.length);
    for (let row = 0; row < rows; row++) warmed += cells[customerIndex[row]! * WIDTH]!;
    this.warmed = warmed;
  }

  /** Takes the orders `[from, to)` of aligned columns. */
  addBatch(
    customerIndex: Int32Array,
    atMs: Float64Array,
    amountMinor: Float64Array,
    from: number,
    to: number,
  ): void {
    const cells = this.#cells;
    const endMs = this.#endMs;
    let refunds = 0;
    let afterEnd = 0;
    for (let row = from; row < to; row++) {
      const at = atMs[row]!;
      const amount = amountMinor[row]!;
      if (at >= endMs) {
        afterEnd++;
        continue;
      }
      if (amount < 0) {
        this.#refundMinor[customerIndex[row]!]! += amount;
        refunds++;
        continue;
      }
      const cell = customerIndex[row]! * WIDTH;
      cells[cell + COUNT]! += 1;
      cells[cell + GROSS]! += amount;
      if (at > cells[cell + LAST_AT]!) cells[cell + LAST_AT] = at;
      const firstAt = cells[cell + FIRST_AT]!;
      if (at > firstAt) continue;
      if (at < firstAt || amount < cells[cell + FIRST_MINOR]!) cells[cell + FIRST_MINOR] = amount;
      cells[cell + FIRST_AT] = at;
    }
    this.refunds += refunds;
    this.afterEnd += afterEnd;
    this.purchases += to - from - refunds - afterEnd;
  }

  /** All that is kept, to hand to another thread: not a copy. */
  handOver(): SummaryCells {
    const { purchases, refunds, afterEnd } = this;
    const [customers, cells, refundMinor] = [this.#customers, this.#cells, this.#refundMinor];
    return { customers, cells, refundMinor, purchases, refunds, afterEnd };
  }

  /** Takes what other columns have handed over; `numbers[n]` is the number here of their customer `n`. */
  mergeCells({ cells, refundMinor, ...other }: SummaryCells, numbers: Int32Array): void {
    this.#count(other);
    for (let number = 0; number < other.customers; number++) {
      if (number % BATCH === 0) this.warmUp(numbers.subarray(number), BATCH);
      const customer = numbers[number]!;
      const cell = number * WIDTH;
      this.#refundMinor[customer]! += refundMinor[number]!;
      this.#mergePurchases(
        customer * WIDTH,
        cells[cell + COUNT]!,
        cells[cell + GROSS]!,
        cells[cell + FIRST_AT]!,
        cells[cell + LAST_AT]!,
        cells[cell + FIRST_MINOR]!,
      );
    }
  }

  /** Takes what was once written down as {@link SummaryColumns.facts | facts}. */
  mergeFacts(facts: FactColumns, counts: SummaryCounts, numbers: ArrayLike<number>): void {
    this.#count(counts);
    for (let number = 0; number < numbers.length; number++) {
      const customer = numbers[number]!;
      this.#refundMinor[customer]! += facts.refundMinor[number]!;
      this.#mergePurchases(
        customer * WIDTH,
        facts.orderCount[number]!,
        facts.grossMinor[number]!,
        facts.firstAt[number]!,
        facts.lastAt[number]!,
        facts.firstMinor[number]!,
      );
    }
  }

  /**
   * What has been kept so far, as columns of its own.
   *
   * @throws ClienteleError UNSAFE_INTEGER when a customer's purchases or refunds exceed 2^53 - 1
   */
  facts(): CustomerFacts {
    const customers = this.#customers;
    const facts = {
      orderCount: new Int32Array(customers),
      firstAt: new Float64Array(customers),
      lastAt: new Float64Array(customers),
      grossMinor: new Float64Array(customers),
      refundMinor: this.#refundMinor.slice(0, customers),
      firstMinor: new Float64Array(customers),
    };
    for (let customer = 0; customer < customers; customer++) {
      const cell = customer * WIDTH;
      facts.orderCount[customer] = this.#cells[cell + COUNT]!;
      facts.firstAt[customer] = this.#cells[cell + FIRST_AT]!;
      facts.lastAt[customer] = this.#cells[cell + LAST_AT]!;
      facts.grossMinor[customer] = this.#cells[cell + GROSS]!;
      facts.firstMinor[customer] = this.#cells[cell + FIRST_MINOR]!;
    }
    checkSums(facts);
    return facts;
  }

  #count({ purchases, refunds, afterEnd }: SummaryCounts): void {
    this.purchases += purchases;
    this.refunds += refunds;
    this.afterEnd += afterEnd;
  }

  #mergePurchases(
    cell: number,
    count: number,
    gross: number,
    firstAt: number,
    lastAt: number,
    firstMinor: number,
  ): void {
    if (count === 0) return;
    const cells = this.#cells;
    cells[cell + COUNT]! += count;
    cells[cell + GROSS]! += gross;
    cells[cell + LAST_AT] = Math.max(cells[cell + LAST_AT]!, lastAt);
    if (firstAt > cells[cell + FIRST_AT]!) return;
    if (firstAt < cells[cell + FIRST_AT]! || firstMinor < cells[cell + FIRST_MINOR]!) {
      cells[cell + FIRST_MINOR] = firstMinor;
    }
    cells[cell + FIRST_AT] = firstAt;
  }

  #grow(capacity: number): void {
    const cells = new Float64Array(capacity * WIDTH);
    cells.set(this.#cells);
    for (let cell = this.#cells.length; cell < cells.length; cell += WIDTH) {
      cells[cell + FIRST_AT] = Infinity;
      cells[cell + LAST_AT] = -Infinity;
    }
    const refundMinor = new Float64Array(capacity);
    refundMinor.set(this.#refundMinor);
    this.#cells = cells;
    this.#refundMinor = refundMinor;
  }
}

/**
 * Sums of one sign pass 2^53 once and for all, so that looking at the end finds every inexact sum,
 * in whatever order it was built.
 */
function checkSums(facts: CustomerFacts): void {
  for (let customer = 0; customer < facts.grossMinor.length; customer++) {
    const isSafe =
      facts.grossMinor[customer]! <= Number.MAX_SAFE_INTEGER &&
      facts.refundMinor[customer]! >= Number.MIN_SAFE_INTEGER;
    if (isSafe) continue;
    throw new ClienteleError(
      "UNSAFE_INTEGER",
      `the orders of customer number ${customer} must sum to at most 2^53 - 1 minor units`,
      { where: `customerIds[${customer}]`, expected: "at most 2^53 - 1 minor units" },
    );
  }
}

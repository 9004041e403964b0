import { ClienteleError } from "../core/errors.js";

/** Sums of purchases and of refunds, in minor units, by cell. */
export class SpendCells {
  readonly #gross: Float64Array;
  readonly #refunds: Float64Array;

  constructor(cells: number) {
    this.#gross = new Float64Array(cells);
    this.#refunds = new Float64Array(cells);
  }

  /** Adds a purchase, or a refund when the amount is negative. */
  add(cell: number, amountMinor: number): void {
    if (amountMinor < 0) this.#refunds[cell]! += amountMinor;
    else this.#gross[cell]! += amountMinor;
  }

  /**
   * The net sum of a cell in major units.
   *
   * @throws ClienteleError UNSAFE_INTEGER when its purchases or refunds exceed 2^53 - 1
   */
  toMajor(cell: number, minorDigits: number): number {
    const gross = this.#gross[cell]!;
    const refunds = this.#refunds[cell]!;
    // Sums of one sign pass 2^53 once and for all, whatever their order.
    if (gross <= Number.MAX_SAFE_INTEGER && refunds >= Number.MIN_SAFE_INTEGER) {
      return (gross + refunds) / 10 ** minorDigits;
    }
    throw new ClienteleError(
      "UNSAFE_INTEGER",
      "the orders of one period must sum to at most 2^53 - 1 minor units",
      { where: "log.amountMinor", expected: "at most 2^53 - 1 minor units" },
    );
  }
}

import { ClienteleError } from "../../core/errors.js";
import type { RejectedRow, RejectReason } from "./quarantine.js";

/**
 * What became of every row that was read:
 * `rows = orders + rejected + mergedOrderLines + emptyRefunds`.
 */
export interface ReadAudit {
  /** Rows read; header and blank lines are not rows. */
  readonly rows: number;
  /** Orders and refunds in the log. */
  readonly orders: number;
  /** Rows in quarantine. */
  readonly rejected: number;
  readonly rejectedByReason: Readonly<Partial<Record<RejectReason, number>>>;
  /** Rows that were further lines of an order already counted; only where an order column is mapped. */
  readonly mergedOrderLines: number;
  /** Refunds of nothing, left out; only where a refund column is mapped. */
  readonly emptyRefunds: number;
  /** Of `orders`, refunds that name an order in the log. */
  readonly linkedRefunds: number;
  readonly blankLines: number;
  /** Amounts that had more decimals than their currency, rounded half to even. */
  readonly roundedAmounts: number;
  /** Amounts converted by the rate table. */
  readonly convertedAmounts: number;
}

/** Counts rejects by reason, most frequent first. */
export function countByReason(
  rejected: readonly RejectedRow[],
): Partial<Record<RejectReason, number>> {
  const counts = new Map<RejectReason, number>();
  for (const { reason } of rejected) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((left, right) => right[1] - left[1]));
}

const HINTS: Readonly<Partial<Record<RejectReason, string>>> = {
  badDate: "give the date's form with --date-format, such as dd/MM/yyyy",
  badAmount: "is the column right (--amount)? is the decimal mark a comma (--decimal ,)?",
  badEncoding: "give the file's encoding with --encoding; Chinese Excel files are usually gb18030",
  tooFewFields: "is the field separator right (--delimiter)?",
  tooManyFields: "quote fields that hold the separator, or give another one with --delimiter",
  unknownCurrency: "is the currency column right (--currency)? it must hold ISO 4217 codes",
  noRate: "add the missing currency to the rate table",
  missingCustomer: "is the customer column right (--customer)?",
  notAnObject: "write one JSON object per line",
};

/**
 * Refuses a reading whose share of rejected rows is over the tolerance. The error carries the
 * rejected rows, so that they can be written to a file.
 *
 * @throws ClienteleError TOO_MANY_REJECTED; EMPTY_INPUT when there was no row at all
 */
export function checkTolerance(
  rows: number,
  rejected: readonly RejectedRow[],
  tolerance: number,
): void {
  if (rows === 0) {
    throw new ClienteleError("EMPTY_INPUT", "the source has a header but no orders", {
      expected: "at least one order",
    });
  }
  // With nothing accepted there is no log, whatever the tolerance.
  if (rejected.length <= tolerance * rows && rejected.length < rows) return;
  const [reason, count] = Object.entries(countByReason(rejected))[0] as [RejectReason, number];
  const first = rejected.find((row) => row.reason === reason)!;
  const hint = HINTS[reason];
  throw new ClienteleError(
    "TOO_MANY_REJECTED",
    `${rejected.length} of ${rows} rows cannot be used, over the tolerance of ${tolerance * 100} %; most often ${reason} (${count} rows, first line ${first.line}${first.column && `, column ${first.column}`}${first.value && `, value ${JSON.stringify(first.value)}`})${hint ? `; ${hint}` : ""}`,
    {
      where: `line ${first.line}`,
      expected: `at most ${tolerance * 100} % rejected rows`,
      got: `${rejected.length} of ${rows}`,
      ...(hint && { remedy: hint }),
      rows,
      rejected,
    },
  );
}

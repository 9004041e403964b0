import { ClienteleError } from "../../core/errors.js";
import type { RejectedRow, RejectReason } from "./quarantine.js";
import { suggestDateFormat } from "./suggest-date-format.js";

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

const REMEDIES: Readonly<Record<RejectReason, string>> = {
  missingCustomer: "is the customer column right (--customer)?",
  missingDate: "is the date column right (--date)?",
  badDate: "give the form of the dates with --date-format, such as dd/MM/yyyy or epoch-s",
  missingAmount: "is the amount column right (--amount)?",
  badAmount: "is the amount column right (--amount)? is the decimal mark a comma (--decimal ,)?",
  nonFiniteAmount: "mend the formulas or divisions by zero that made these amounts",
  amountTooLarge: "is the amount column right (--amount)? amounts go up to 2^53 - 1 minor units",
  badId: "write ids as text: as numbers they lose digits beyond 9007199254740991",
  unknownCurrency: "is the currency column right (--currency)? it must hold ISO 4217 codes",
  otherCurrency: "name the currency of each row in a column (--currency), and give --rates",
  noRate: "add the missing currency to the rate table",
  tooFewFields: "is the field separator right (--delimiter)?",
  tooManyFields: "quote fields that hold the separator, or give another one with --delimiter",
  badQuoting: "close every quoted field, and double the quotes inside it",
  badEncoding: "give the file's encoding with --encoding; Chinese Excel files are usually gb18030",
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
    throw new ClienteleError("EMPTY_INPUT", "the source has no orders, only a header or blanks", {
      expected: "at least one order",
    });
  }
  // With nothing accepted there is no log, whatever the tolerance.
  if (rejected.length / rows <= tolerance && rejected.length < rows) return;
  const [reason, count] = Object.entries(countByReason(rejected))[0] as [RejectReason, number];
  const first = rejected.find((row) => row.reason === reason)!;
  const remedy = (reason === "badDate" && suggestDateFormat(rejected)) || REMEDIES[reason];
  const percent = `${Number((tolerance * 100).toPrecision(12))} %`;
  const what =
    rejected.length === rows
      ? `none of the ${rows} rows can be used`
      : `${rejected.length} of ${rows} rows cannot be used, over the tolerance of ${percent}`;
  throw new ClienteleError(
    "TOO_MANY_REJECTED",
    `${what}; most often ${reason} (${count} rows, first ${describe(first)}); ${remedy}`,
    {
      where: `line ${first.line}`,
      expected: `at most ${percent} rejected rows`,
      got: `${rejected.length} of ${rows}`,
      remedy,
      rows,
      rejected,
    },
  );
}

function describe({ line, column, value }: RejectedRow): string {
  const parts = [`line ${line}`];
  if (column !== "") parts.push(`column ${column.slice(0, 40)}`);
  if (value !== "") parts.push(`value ${JSON.stringify(value)}`);
  return parts.join(", ");
}

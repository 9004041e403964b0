import { ClienteleError } from "../../core/errors.js";

/** Why a row was not accepted. */
export type RejectReason =
  | "missingCustomer"
  | "missingDate"
  | "badDate"
  | "missingAmount"
  | "badAmount"
  | "nonFiniteAmount"
  | "amountTooLarge"
  | "tooFewFields"
  | "tooManyFields"
  | "badQuoting"
  | "badEncoding"
  | "notAnObject"
  | "unknownCurrency"
  | "noRate";

/** One row that was not accepted. */
export interface RejectedRow {
  /** Where the row starts in the file, from 1; for row objects, their index plus 1. */
  readonly line: number;
  /** The column as the file names it; empty when the whole row is at fault. */
  readonly column: string;
  /** What stood there, masked where it may be personal, at most 40 characters. */
  readonly value: string;
  readonly reason: RejectReason;
}

/** More rejects than this are a wrong call, not bad rows: reading stops. */
const MOST_REJECTED = 1_000_000;

/** Collects rejected rows; none is ever dropped. */
export class Quarantine {
  readonly rows: RejectedRow[] = [];

  /** Keeps one row. `personal` values are masked whatever they look like. */
  reject(
    line: number,
    column: string,
    value: string,
    reason: RejectReason,
    personal = false,
  ): void {
    if (this.rows.length === MOST_REJECTED) {
      throw new ClienteleError(
        "TOO_MANY_REJECTED",
        `more than ${MOST_REJECTED.toLocaleString("en")} rows are unreadable (the last: line ${line}, column ${column}, ${reason}); check the columns and --date-format`,
        { where: `line ${line}`, rejected: this.rows },
      );
    }
    this.rows.push({ line, column, value: personal ? mask(value) : maskSuspect(value), reason });
  }
}

/** Characters that dates, amounts and their usual placeholders are written with. */
const HARMLESS =
  /^(?:[\d\s.,:;/+\-()%$€£¥￥元年月日TZ]*|[+-]?(?:nan|inf|infinity)|n\/?a|null|none|nil|#[A-Z0-9/]+[!?]?|unknown|tbd|free|test|empty)$/i;
const LONGEST = 40;

function maskSuspect(value: string): string {
  return value.length <= LONGEST && HARMLESS.test(value) ? value : mask(value);
}

/** Keeps the shape and hides the content: letters become `a`, digits `9`, ideographs `文`. */
function mask(value: string): string {
  const shape = value
    .slice(0, LONGEST)
    .replaceAll(/\p{Script=Han}/gu, "文")
    .replaceAll(/\p{Nd}/gu, "9")
    .replaceAll(/(?!文)\p{L}/gu, "a");
  return value.length > LONGEST ? `${shape}… (${value.length} characters)` : shape;
}

import { ClienteleError } from "../../core/errors.js";
import { maskPersonal, maskSuspect } from "./mask-value.js";

/** Why a row was not accepted. */
export type RejectReason =
  | "missingCustomer"
  | "missingDate"
  | "badDate"
  | "missingAmount"
  | "badAmount"
  | "nonFiniteAmount"
  | "amountTooLarge"
  | "badId"
  | "unknownCurrency"
  | "otherCurrency"
  | "noRate"
  | "tooFewFields"
  | "tooManyFields"
  | "badQuoting"
  | "badEncoding"
  | "notAnObject";

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

  /** Keeps one row for the sake of one cell. */
  reject(line: number, column: string, value: string, reason: RejectReason): void {
    this.#keep({ line, column, value: maskSuspect(value), reason });
  }

  /** Keeps one row for the sake of its form, with its text or the start of it. */
  rejectRow(line: number, text: string, reason: RejectReason): void {
    this.#keep({ line, column: "", value: maskPersonal(text), reason });
  }

  /** Keeps one row for the sake of its number of fields. */
  rejectFields(line: number, found: number, expected: number): void {
    const reason = found < expected ? "tooFewFields" : "tooManyFields";
    this.#keep({ line, column: "", value: `${found} of ${expected} fields`, reason });
  }

  #keep(row: RejectedRow): void {
    if (this.rows.length === MOST_REJECTED) {
      throw new ClienteleError(
        "TOO_MANY_REJECTED",
        `more than ${MOST_REJECTED.toLocaleString("en")} rows are unreadable (the last: line ${row.line}, ${row.reason}); check the columns and --date-format`,
        { where: `line ${row.line}`, rejected: this.rows },
      );
    }
    this.rows.push(row);
  }
}

/** Every stable code that a {@link ClienteleError} can carry; codes are added, never renamed. */
export type ErrorCode =
  | "INVALID_ARGUMENT"
  | "UNKNOWN_OPTION"
  | "LENGTH_MISMATCH"
  | "EMPTY_INPUT"
  | "INVALID_DATA"
  | "OUT_OF_RANGE"
  | "UNSAFE_INTEGER"
  | "UNSUPPORTED_FORMAT"
  | "UNSUPPORTED_VERSION"
  | "TRUNCATED_INPUT"
  | "LIMIT_EXCEEDED"
  | "MISSING_COLUMN"
  | "AMBIGUOUS_DATE"
  | "TOO_MANY_REJECTED"
  | "UNKNOWN_CURRENCY"
  | "CURRENCY_MISMATCH"
  | "UNKNOWN_TIME_ZONE"
  | "NO_CONVERGENCE"
  | "NOT_IDENTIFIED";

/** What an error tells the person who has to fix the data. */
export interface ErrorDetails {
  /** The place, as a path: `values[17]`, `options.unit`, `orders.csv line 12`. */
  readonly where?: string;
  /** What would have been right. */
  readonly expected?: string;
  /** What was there, shortened; never a personal value in full. */
  readonly got?: string;
  /** The next step that mends it. */
  readonly remedy?: string;
  readonly [fact: string]: unknown;
}

/** The one exception of this library: a broken call or broken data, with a stable `code`. */
export class ClienteleError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "ClienteleError";
    this.code = code;
    this.details = details;
  }
}

/**
 * Builds the usual error: `values[17] must be a non-negative number, got NaN. Remove the row.`
 *
 * @param where - the place as a path
 * @param expected - what would have been right, completing "must be …"
 * @param got - the offending value; it is shown through {@link describeValue}
 * @param options - the code (default `INVALID_ARGUMENT`) and the remedy
 */
export function invalid(
  where: string,
  expected: string,
  got: unknown,
  options: { readonly code?: ErrorCode; readonly remedy?: string } = {},
): ClienteleError {
  const shown = describeValue(got);
  const remedy = options.remedy === undefined ? "" : `. ${options.remedy}`;
  return new ClienteleError(
    options.code ?? "INVALID_ARGUMENT",
    `${where} must be ${expected}, got ${shown}${remedy}`,
    { where, expected, got: shown, ...(options.remedy && { remedy: options.remedy }) },
  );
}

const LONGEST_SHOWN = 40;

/** Shows any value in at most about forty characters, without calling its own code. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") {
    const text =
      value.length > LONGEST_SHOWN
        ? `${value.slice(0, LONGEST_SHOWN)}… (${value.length} characters)`
        : value;
    return JSON.stringify(text);
  }
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (typeof value === "bigint") return `${describeDigits(value)}n`;
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value instanceof Date) {
    const atMs = Date.prototype.getTime.call(value);
    return Number.isNaN(atMs) ? "an invalid Date" : `Date ${new Date(atMs).toISOString()}`;
  }
  if (ArrayBuffer.isView(value)) return "a typed array or view";
  return "an object";
}

function describeDigits(value: bigint): string {
  const digits = value.toString();
  return digits.length > LONGEST_SHOWN ? `${digits.slice(0, LONGEST_SHOWN)}…` : digits;
}

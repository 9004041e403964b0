/** What a table program may take for a formula: these at the start, full-width forms included. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
/** Signed numbers and phone numbers start so too, and are harmless. */
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * Writes a text as one CSV cell (RFC 4180). A text that a table program would run as a formula
 * gets an apostrophe in front, which the program hides and which makes it a text (OWASP, "CSV
 * injection"); `verbatim` leaves it as it is, for programs that only read data.
 */
export function csvText(text: string, verbatim = false): string {
  const isFormula = FORMULA_START.test(text) && !PLAIN_NUMBER.test(text);
  const safe = isFormula && !verbatim ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Ends a record. */
export const CSV_LINE_END = "\r\n";

/** The mark that tells table programs, Excel above all, that the file is UTF-8. */
export const BYTE_ORDER_MARK = "\u{FEFF}";

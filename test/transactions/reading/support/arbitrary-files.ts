import fc from "fast-check";

/** Texts that break something, or nearly. */
const ODD_CELLS = [
  "",
  " ",
  '"',
  '""',
  'a"b',
  "a,b",
  "a\nb",
  "a\r\nb",
  "\r",
  "客户",
  "　全角　",
  "\u00a0x",
  "é",
  "\u{1f600}",
  "\ufeff",
  "\u0000",
  "NaN",
  "(5)",
  "$5",
  "€5",
  "1e3",
  "-0",
  "1,234.50",
  "99999999999999999999",
  "0.005",
  "2025-02-30",
  "2025-01-31T10:15:30+08:00",
  "20250131",
  "1738318530123",
  "31/01/2025",
  "2025-03-30 02:30:00",
  "2025-01-31 24:00:00",
  "2025-01-31 23:59:60",
  "2025-01-31 23:60:00",
  "2025-01-31 10:15:30.12",
  "1899-12-31",
  "2200-01-01",
  "USD",
  "EUR",
  "a-customer-whose-id-is-rather-long",
];

const oddCell = fc.constantFrom(...ODD_CELLS);
const customerCell = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 30 }).map((number) => `C${number}`) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 1, arbitrary: oddCell },
);
const day = fc
  .date({
    min: new Date(Date.UTC(1900, 0, 2)),
    max: new Date(Date.UTC(2199, 11, 30)),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
const dateCell = fc.oneof(
  { weight: 6, arbitrary: day.map((iso) => iso.slice(0, 10)) },
  { weight: 1, arbitrary: day.map((iso) => iso.slice(0, 10).replaceAll("-", "")) },
  { weight: 1, arbitrary: day.map((iso) => iso.slice(0, 19).replace("T", " ")) },
  { weight: 1, arbitrary: day },
  { weight: 2, arbitrary: oddCell },
);
const amountCell = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.constantFrom("", "-", "+"),
        fc.nat(1e7),
        fc.constantFrom("", ".", ".5", ".25", ".125"),
      )
      .map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.bigInt({ min: 10n ** 12n, max: 10n ** 17n }).map(String) },
  {
    weight: 1,
    arbitrary: fc.bigInt({ min: 10n ** 13n, max: 10n ** 14n }).map((whole) => `${whole}.99`),
  },
  { weight: 1, arbitrary: oddCell },
);

/** The cells of one row: customer, date, amount, a note. */
export const rowCells: fc.Arbitrary<string[]> = fc
  .tuple(customerCell, dateCell, amountCell, fc.oneof(fc.constant("-"), oddCell))
  .map((cells) => [...cells]);

/** A file of cells. */
export const HEADER_CELLS: readonly string[] = ["customer", "date", "amount", "note"];

/** How a cell is written. */
export type CellWriter = (cell: string, delimiter: string) => string;

/** In quotes only where RFC 4180 asks for them, or where our reader would take blanks and quotes for quoting. */
export function writeWhereNeeded(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? writeQuoted(cell) : cell;
}

/** Always in quotes. */
export function writeQuoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A delimited file. */
export function writeFile(
  rows: readonly (readonly string[])[],
  write: CellWriter,
  delimiter = ",",
  lineEnd = "\n",
): string {
  return [HEADER_CELLS, ...rows]
    .map((cells) => cells.map((cell) => write(cell, delimiter)).join(delimiter) + lineEnd)
    .join("");
}

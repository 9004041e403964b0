import { ClienteleError } from "../../core/errors.js";
import type { ColumnChoice, ColumnRole } from "./find-columns.js";
import { maskPersonal } from "./mask-value.js";

const FLAGS: Readonly<Record<ColumnRole, string>> = {
  customer: "--customer",
  date: "--date",
  amount: "--amount",
  currency: "--currency",
  order: "--order",
  refundOf: "--refund-of",
};

/** What a cell of data looks like and the name of a column does not: a number, a date, a time. */
const DATA = /^[-+]?[\d.,/:-]*\d[\d.,/:-]*(?:[T ][\d:.Z+-]+)?$/;
const MOST_SHOWN = 30;
const LONGEST_SHOWN = 40;

/** The error for a role whose column cannot be found; it tells the columns there are and what to do. */
export function missingColumn(
  role: ColumnRole,
  names: readonly string[],
  choice: ColumnChoice,
): ClienteleError {
  const asked = choice[role];
  const isData = choice.header && names.some((name) => DATA.test(name));
  // A first line of data may name people.
  const shown = isData ? names.map(maskPersonal) : names;
  const what =
    asked === undefined
      ? `no column looks like the ${role}`
      : `there is no column ${shorten(String(asked))} for the ${role}`;
  const remedy = remedyFor(role, isData, choice.header);
  return new ClienteleError(
    "MISSING_COLUMN",
    `${what}; ${isData ? "the first line reads (masked)" : "the columns are"} ${listOf(shown)}. ${remedy}`,
    {
      where: `mapping.${role}`,
      expected: "the name or number of a column",
      ...(asked !== undefined && { got: shorten(String(asked)) }),
      remedy,
      columns: shown,
    },
  );
}

/** The error for a name that two columns bear. */
export function ambiguousColumn(
  role: ColumnRole,
  name: string,
  first: number,
  second: number,
): ClienteleError {
  const remedy = `Say which by its number: ${FLAGS[role]} ${first} or ${FLAGS[role]} ${second} (in code: mapping.${role})`;
  return new ClienteleError(
    "MISSING_COLUMN",
    `columns ${first} and ${second} are both called ${shorten(name)}. ${remedy}`,
    { where: `mapping.${role}`, expected: "one column of that name", remedy },
  );
}

function remedyFor(role: ColumnRole, isData: boolean, hasHeader: boolean): string {
  const numbers = "columns by number: --customer 1 --date 2 --amount 3";
  if (isData) {
    return `It looks like data: if the file has no header, say --no-header (in code: header: false) and give the ${numbers}`;
  }
  if (!hasHeader) return `Without a header, give the ${numbers}`;
  return `Name it with ${FLAGS[role]} (in code: mapping.${role})`;
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_SHOWN).map(shorten).join(", ");
  return names.length > MOST_SHOWN ? `${shown}, … (${names.length} in all)` : shown;
}

function shorten(name: string): string {
  return JSON.stringify(name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name);
}

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { TimeUnit } from "../core/calendar.js";
import type { Locale } from "../core/locale.js";
import type { FileMapping } from "../files/index.js";
import type { RateTable } from "../money/index.js";
import { WrongCall } from "./wrong-call.js";

/** A `report` command line, understood. */
export interface ReportFlags {
  readonly file: string;
  readonly mapping: FileMapping;
  readonly asOf: string | undefined;
  readonly unit: TimeUnit;
  readonly locale: Locale;
  readonly title: string | undefined;
  readonly out: string;
}

const TEXT = { type: "string" } as const;
const FLAGS = {
  customer: TEXT,
  date: TEXT,
  amount: TEXT,
  currency: TEXT,
  order: TEXT,
  "refund-of": TEXT,
  "date-format": TEXT,
  decimal: TEXT,
  delimiter: TEXT,
  encoding: TEXT,
  "no-header": { type: "boolean" },
  zone: TEXT,
  rates: TEXT,
  "as-of": TEXT,
  unit: TEXT,
  locale: TEXT,
  title: TEXT,
  out: TEXT,
  tolerance: TEXT,
  help: { type: "boolean", short: "h" },
} as const;

/**
 * Reads the arguments behind `report`.
 *
 * @returns `"help"` when help is asked for
 * @throws WrongCall
 */
export function readReportFlags(args: readonly string[]): ReportFlags | "help" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const [file, ...more] = positionals;
  if (file === undefined || file === "")
    throw new WrongCall("report needs a file: clientele report orders.csv");
  if (more.length > 0) throw new WrongCall(`report takes one file, not ${positionals.length}`);
  return {
    file,
    mapping: {
      customer: values.customer,
      date: values.date,
      amount: values.amount,
      ...currencyOf(values.currency),
      order: values.order,
      refundOf: values["refund-of"],
      dateFormat: values["date-format"],
      decimal: oneOf("decimal", values.decimal, [".", ","]),
      delimiter: delimiterOf(values.delimiter),
      encoding: values.encoding,
      header: values["no-header"] ? false : undefined,
      zone: values.zone,
      rates: values.rates === undefined ? undefined : readRates(values.rates),
      tolerance: toleranceOf(values.tolerance),
    },
    asOf: values["as-of"],
    unit: oneOf("unit", values.unit, ["day", "week", "month", "year"]) ?? "day",
    locale: oneOf("locale", values.locale, ["en", "zh"]) ?? "en",
    title: values.title,
    out: outputOf(values.out),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch (error) {
    // Node's message names the flag; its advice on `--` would only puzzle.
    throw new WrongCall((error as Error).message.split(". ")[0] ?? "the options cannot be read");
  }
}

function outputOf(value: string | undefined): string {
  if (value?.trim() === "") throw new WrongCall("--out needs the name of a folder");
  return value ?? "out";
}

/** A three-letter code in capitals is the currency of all orders; anything else names the column. */
function currencyOf(value: string | undefined): FileMapping {
  if (value === undefined) return {};
  return /^[A-Z]{3}$/.test(value) ? { defaultCurrency: value } : { currency: value };
}

function delimiterOf(value: string | undefined): FileMapping["delimiter"] {
  const named = value === "tab" || value === "\\t" ? "\t" : value === " " ? "space" : value;
  return oneOf("delimiter", named, [",", ";", "\t", "|", "space", "auto"]);
}

function toleranceOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const percent = Number(value.replace(/\s*%$/, ""));
  if (value.trim() === "" || !(percent >= 0 && percent <= 100)) {
    throw new WrongCall(`--tolerance must be a percentage from 0 to 100, got ${value}`);
  }
  return percent / 100;
}

function oneOf<Word extends string>(
  flag: string,
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const known = words.map((candidate) => (candidate === "\t" ? "tab" : candidate)).join(" ");
  throw new WrongCall(`--${flag} must be one of ${known}, got ${value}`);
}

function readRates(path: string): RateTable {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new WrongCall(`--rates: the file ${path} cannot be read`);
  }
  try {
    return JSON.parse(text) as RateTable;
  } catch {
    throw new WrongCall(
      `--rates: ${path} is not JSON; write {"base":"EUR","rates":{"USD":"1.08"}}`,
    );
  }
}

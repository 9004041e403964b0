import { ClienteleError } from "../core/errors.js";
import type { Console, ExitCode } from "./console.js";
import { WrongCall } from "./wrong-call.js";

/** Errors of the call; all others are the data's. */
const CALL_ERRORS: ReadonlySet<string> = new Set([
  "INVALID_ARGUMENT",
  "UNKNOWN_OPTION",
  "UNKNOWN_CURRENCY",
  "UNKNOWN_TIME_ZONE",
  "MISSING_COLUMN",
]);

/** What the library calls an option, and what the command does. */
const FLAGS: Readonly<Record<string, string>> = {
  "options.asOf": "--as-of",
  "mapping.zone": "--zone",
  "mapping.encoding": "--encoding",
  "mapping.defaultCurrency": "--currency",
  "mapping.dateFormat": "--date-format",
  "mapping.rates": "--rates",
};

const GIVE_ORDERS =
  "Export the orders again: a header line such as customer_id,date,amount, then one order per line";

/** Tells a person what went wrong and what mends it, in one line and without a stack trace. */
export function explainError(error: unknown, console: Console): ExitCode {
  if (error instanceof WrongCall) {
    console.err(`clientele: ${error.message}\nSee clientele --help\n`);
    return 2;
  }
  if (error instanceof ClienteleError) {
    console.err(`clientele: ${inWordsOfTheCommand(error)}\n`);
    return CALL_ERRORS.has(error.code) ? 2 : 1;
  }
  const { code, path, message } = error as { code?: string; path?: string; message?: string };
  if (code !== undefined) {
    console.err(`clientele: ${path ?? "a file"} cannot be written or read (${code})\n`);
    return 2;
  }
  console.err(
    `clientele: something went wrong that should not have: ${message ?? String(error)}\nPlease report it with the command that you ran.\n`,
  );
  return 1;
}

function inWordsOfTheCommand({ code, message, details }: ClienteleError): string {
  const where = Object.keys(FLAGS).find((option) => details.where?.startsWith(option));
  const named =
    where !== undefined && message.startsWith(where)
      ? FLAGS[where] + message.slice(where.length)
      : message;
  const remedy = details.remedy ?? (code === "EMPTY_INPUT" ? GIVE_ORDERS : undefined);
  return remedy === undefined || named.includes(remedy) ? named : `${named}. ${remedy}`;
}

import { readFileSync } from "node:fs";
import { ClienteleError } from "../core/errors.js";
import type { Console, ExitCode } from "./console.js";
import { HELP } from "./help.js";
import { reportCommand } from "./report-command.js";
import { WrongCall } from "./wrong-call.js";

type Command = (args: readonly string[], console: Console) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = { report: reportCommand };

/** Errors of the call; all others are the data's. */
const CALL_ERRORS: ReadonlySet<string> = new Set([
  "INVALID_ARGUMENT",
  "UNKNOWN_OPTION",
  "UNKNOWN_CURRENCY",
  "UNKNOWN_TIME_ZONE",
  "MISSING_COLUMN",
]);

/** Runs one command line and says how it ended; it never throws. */
export async function runCli(args: readonly string[], console: Console): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    console.out(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === "--version" || name === "-v") {
    console.out(`${readVersion()}\n`);
    return 0;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new WrongCall(`there is no command ${JSON.stringify(name)}`);
    return await command(rest, console);
  } catch (error) {
    return explain(error, console);
  }
}

function explain(error: unknown, console: Console): ExitCode {
  if (error instanceof WrongCall) {
    console.err(`clientele: ${error.message}\nSee clientele --help\n`);
    return 2;
  }
  if (error instanceof ClienteleError) {
    console.err(`clientele: ${error.message}\n`);
    return CALL_ERRORS.has(error.code) ? 2 : 1;
  }
  const { code, path, message } = error as { code?: string; path?: string; message?: string };
  console.err(
    code === undefined
      ? `clientele: something went wrong that should not have: ${message ?? String(error)}\nPlease report it with the command that you ran.\n`
      : `clientele: ${path ?? "a file"} cannot be written or read (${code})\n`,
  );
  return code === undefined ? 1 : 2;
}

function readVersion(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

import { readFileSync } from "node:fs";
import { checkCommand } from "./check-command.js";
import type { Console, ExitCode } from "./console.js";
import { explainError } from "./explain-error.js";
import { HELP } from "./help.js";
import { reportCommand } from "./report-command.js";
import { WrongCall } from "./wrong-call.js";

type Command = (args: readonly string[], console: Console) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = {
  report: reportCommand,
  check: checkCommand,
};

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
    return explainError(error, console);
  }
}

function readVersion(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

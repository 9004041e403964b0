import { parseArgs } from "node:util";
import type { Locale } from "../../core/locale.js";
import { WrongCall } from "../wrong-call.js";

/** A `check` command line, understood. */
export interface CheckFlags {
  readonly file: string;
  readonly machines: readonly string[];
  readonly earlier: readonly string[];
  readonly locale: Locale;
  readonly strict: boolean;
  readonly out: string;
}

const FILES = { type: "string", multiple: true } as const;
const FLAGS = {
  machine: FILES,
  earlier: FILES,
  locale: { type: "string" },
  strict: { type: "boolean" },
  out: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * Reads the arguments behind `check`.
 *
 * @returns `"help"` when help is asked for
 * @throws WrongCall
 */
export function readCheckFlags(args: readonly string[]): CheckFlags | "help" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const [file = "", ...more] = positionals;
  if (file === "") throw new WrongCall("check needs a file: clientele check lifecycle.json");
  if (more.length > 0) throw new WrongCall(`check takes one file, not ${positionals.length}`);
  const { locale = "en", out = "out" } = values;
  if (locale !== "en" && locale !== "zh") {
    throw new WrongCall(`--locale must be one of en, zh, got ${JSON.stringify(locale)}`);
  }
  if (out.trim() === "") throw new WrongCall("--out needs the name of a folder");
  const { machine: machines = [], earlier = [], strict = false } = values;
  return { file, machines, earlier, locale, strict, out };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch (error) {
    // Node's message names the flag; its advice on `--` would only puzzle.
    throw new WrongCall((error as Error).message.split(". ")[0] ?? "the options cannot be read");
  }
}

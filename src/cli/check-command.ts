import { basename, extname } from "node:path";
import { ClienteleError } from "../core/errors.js";
import { isRecord } from "../rules/grammar/record.js";
import { readCheckFlags } from "./check/check-flags.js";
import type { ConfigKind } from "./check/config-kind.js";
import { countText, findingsText, type PlacedFinding } from "./check/findings-text.js";
import { placeOfPath } from "./check/json-place.js";
import { LIFECYCLE_KIND } from "./check/lifecycle-kind.js";
import { PROGRAM_KIND } from "./check/program-kind.js";
import { type JsonFile, readJsonFile } from "./check/read-json-file.js";
import type { Console, ExitCode } from "./console.js";
import { HELP } from "./help.js";
import { checkOutputFolder, writeOutput } from "./output-folder.js";

/** The first kind that matches counts. */
const KINDS: readonly ConfigKind[] = [LIFECYCLE_KIND, PROGRAM_KIND];

/** `clientele check`: a configuration in, its findings with their places out, and its diagrams. */
export async function checkCommand(args: readonly string[], console: Console): Promise<ExitCode> {
  const flags = readCheckFlags(args);
  if (flags === "help") {
    console.out(HELP);
    return 0;
  }
  await checkOutputFolder(flags.out);
  const file = await readJsonFile(flags.file);
  const kind = kindOf(file);
  const related = {
    machines: await readAll(flags.machines),
    earlier: await readAll(flags.earlier),
  };
  const findings = kind
    .check(file.value, related)
    .map((finding): PlacedFinding => ({ ...finding, place: placeOfPath(file.text, finding.path) }))
    .sort((one, other) => comparePlaces(one, other));
  const { locale, strict, out } = flags;
  console.out(findingsText(flags.file, findings, locale));
  console.out(`${basename(flags.file)} (${kind.name}): ${countText(findings, locale)}\n`);
  if (findings.some(({ severity }) => severity === "error")) return 1;
  const stem = basename(flags.file, extname(flags.file));
  for (const [ending, content] of Object.entries(kind.draw(file.value, flags))) {
    console.out(`  ${await writeOutput(out, `${stem}.${ending}`, content)}\n`);
  }
  return strict && findings.length > 0 ? 1 : 0;
}

function kindOf({ path, value }: JsonFile): ConfigKind {
  const kind = isRecord(value) ? KINDS.find(({ matches }) => matches(value)) : undefined;
  if (kind !== undefined) return kind;
  const names = KINDS.map(({ name }) => name).join(", ");
  throw new ClienteleError(
    "INVALID_DATA",
    `${basename(path)} is no configuration that can be checked; there are: ${names}`,
    {
      where: path,
      expected: names,
      remedy: "A lifecycle has `stages` and `moves`, a points programme has `earning`",
    },
  );
}

async function readAll(paths: readonly string[]): Promise<readonly unknown[]> {
  const files = await Promise.all(paths.map(readJsonFile));
  return files.map(({ value }) => value);
}

function comparePlaces({ place: one }: PlacedFinding, { place: other }: PlacedFinding): number {
  return one.line - other.line || one.column - other.column;
}

import { basename } from "node:path";
import { formatIsoDate } from "../core/epoch-day.js";
import { ClienteleError } from "../core/errors.js";
import { zoneRules } from "../core/zone.js";
import { readTransactionsFile } from "../files/index.js";
import { analyzeOrders, customerCsvChunks, renderReport } from "../report/index.js";
import type { RejectedRow, TransactionLog, TransactionReading } from "../transactions/index.js";
import type { Console, ExitCode } from "./console.js";
import { HELP } from "./help.js";
import { checkOutputFolder, writeOutput } from "./output-folder.js";
import { progressLine } from "./progress-line.js";
import { renderRejects } from "./render-rejects.js";
import { type ReportFlags, readReportFlags } from "./report-flags.js";
import { summaryText } from "./summary-text.js";

/** `clientele report`: an order file in, a page and a customer table out. */
export async function reportCommand(args: readonly string[], console: Console): Promise<ExitCode> {
  const flags = readReportFlags(args);
  if (flags === "help") {
    console.out(HELP);
    return 0;
  }
  await checkOutputFolder(flags.out);
  const reading = await read(flags, console);
  const { log, rejected, audit } = reading;
  const analysis = analyzeOrders(log, { asOf: flags.asOf ?? lastOrderDay(log), unit: flags.unit });
  const page = renderReport(analysis, {
    locale: flags.locale,
    title: flags.title,
    source: { name: basename(flags.file), reading: audit },
  });
  const files: readonly (readonly [name: string, content: string | Iterable<string>])[] = [
    ["report.html", page],
    ["customers.csv", customerCsvChunks(analysis, { locale: flags.locale })],
    ...(rejected.length > 0 ? ([["rejects.csv", renderRejects(rejected)]] as const) : []),
  ];
  const paths: string[] = [];
  for (const [name, content] of files) paths.push(await writeOutput(flags.out, name, content));
  console.out(summaryText(analysis, audit, paths, flags.locale));
  return 0;
}

/** Reads the file; when too many rows are unusable, writes them down before giving up. */
async function read(flags: ReportFlags, console: Console): Promise<TransactionReading> {
  const line = progressLine(console, `Reading ${basename(flags.file)}`, () => performance.now());
  try {
    return await readTransactionsFile(flags.file, flags.mapping, { onProgress: line.update });
  } catch (error) {
    line.clear();
    if (error instanceof ClienteleError && error.code === "TOO_MANY_REJECTED") {
      const rejects = renderRejects(error.details.rejected as readonly RejectedRow[]);
      const path = await writeOutput(flags.out, "rejects.csv", rejects);
      console.err(`The unusable rows are listed in ${path}\n`);
    }
    throw error;
  } finally {
    line.clear();
  }
}

/** Without --as-of, the report ends with the day of the last order, refunds not counted. */
function lastOrderDay({ atMs, amountMinor, zone }: TransactionLog): string {
  let lastMs = -Infinity;
  for (let row = 0; row < atMs.length; row++) {
    if (amountMinor[row]! >= 0 && atMs[row]! > lastMs) lastMs = atMs[row]!;
  }
  if (lastMs === -Infinity) {
    throw new ClienteleError(
      "EMPTY_INPUT",
      "all rows are refunds (negative amounts); there is no order to report on",
      {
        expected: "at least one order",
        remedy: "Is the amount column right (--amount)? Amounts of orders are positive",
      },
    );
  }
  return formatIsoDate(zoneRules(zone).toEpochDay(lastMs));
}

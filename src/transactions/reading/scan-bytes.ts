import { emptyInput } from "./empty-input.js";
import type { TransactionMapping } from "./mapping.js";
import type { OrderIntake } from "./order-intake.js";
import { PendingBytes } from "./pending-bytes.js";
import { type RowScanner, type ScanTarget, type StartedScan, startScan } from "./start-scan.js";

/** What was found in a source once it is read to its end. */
export interface ScanResult {
  readonly intake: OrderIntake;
  readonly scanner: Pick<RowScanner, "rows" | "blankLines">;
}

/** Smaller pieces are scanned together. */
const LEAST_BYTES = 65_536;

/**
 * Reads a whole stream of UTF-8 bytes. Memory: one piece of the stream, plus a row.
 *
 * @throws ClienteleError EMPTY_INPUT, UNSUPPORTED_FORMAT, MISSING_COLUMN, LIMIT_EXCEEDED,
 *   CURRENCY_MISMATCH
 */
export async function scanBytes(
  source: AsyncIterable<Uint8Array>,
  mapping: TransactionMapping,
  target: ScanTarget,
  onRows: (rows: number) => void,
): Promise<ScanResult> {
  const pending = new PendingBytes();
  const start = (final: boolean): StartedScan | undefined => {
    const found = startScan(pending.bytes, final, mapping, target);
    pending.drop(found?.dataFrom ?? 0);
    return found;
  };
  const advance = ({ scanner }: StartedScan, final: boolean): void => {
    pending.drop(scanner.scan(pending.bytes, 0, final));
    onRows(scanner.rows);
  };
  let started: StartedScan | undefined;
  let enough = LEAST_BYTES;
  for await (const piece of source) {
    pending.append(piece);
    if (pending.length < enough) continue;
    started ??= start(false);
    if (started !== undefined) advance(started, false);
    // An unfinished row is looked at again from its start, so not before it has doubled.
    enough = Math.max(LEAST_BYTES, 2 * pending.length);
  }
  started ??= start(true);
  if (started === undefined) throw emptyInput();
  advance(started, true);
  return started;
}

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
 * @throws ClienteleError for a source that is not a list of orders at all
 */
export async function scanBytes(
  source: AsyncIterable<Uint8Array>,
  mapping: TransactionMapping,
  target: ScanTarget,
  onRows: (rows: number) => void,
): Promise<ScanResult> {
  const pending = new PendingBytes();
  let started: StartedScan | undefined;
  const advance = (final: boolean): void => {
    if (started === undefined) {
      started = startScan(pending.bytes, final, mapping, target);
      if (started === undefined) return;
      pending.drop(started.dataFrom);
    }
    pending.drop(started.scanner.scan(pending.bytes, 0, final));
    onRows(started.scanner.rows);
  };
  let enough = LEAST_BYTES;
  for await (const piece of source) {
    pending.append(piece);
    if (pending.length < enough) continue;
    advance(false);
    // An unfinished row is looked at again from its start, so not before it has doubled.
    enough = Math.max(LEAST_BYTES, 2 * pending.length);
  }
  advance(true);
  const { intake, scanner } = started as unknown as StartedScan;
  return { intake, scanner };
}

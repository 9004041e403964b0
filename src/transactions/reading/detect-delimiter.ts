import type { Delimiter } from "./mapping.js";

const QUOTE = 34;
const CANDIDATES: readonly Delimiter[] = [",", ";", "\t", "|"];

/** The candidate that stands most often outside quotes; runs of spaces when none does. */
export function detectDelimiter(line: Uint8Array): Delimiter {
  const counts = CANDIDATES.map((candidate) => countOutsideQuotes(line, candidate.charCodeAt(0)));
  const most = Math.max(...counts);
  if (most > 0) return CANDIDATES[counts.indexOf(most)]!;
  const words = new TextDecoder().decode(line).trim().split(/\s+/).length;
  return words >= 3 ? "space" : ",";
}

/** The delimiter that spreadsheets announce in a first line of its own: `sep=;`. */
export function announcedDelimiter(line: Uint8Array): Delimiter | undefined {
  if (line.length > 10) return undefined;
  const sign = /^"?sep=(.)"?\r?$/i.exec(new TextDecoder().decode(line))?.[1];
  return CANDIDATES.find((candidate) => candidate === sign);
}

function countOutsideQuotes(line: Uint8Array, wanted: number): number {
  let count = 0;
  let isQuoted = false;
  for (const byte of line) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === wanted && !isQuoted) count++;
  }
  return count;
}

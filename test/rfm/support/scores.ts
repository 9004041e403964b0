import type { RfmScoreColumns } from "../../../src/rfm/index.js";

/** Scores read off their codes, such as `545`. */
export function scoresOf(codes: readonly string[], bins = 5): RfmScoreColumns {
  const digit = (at: number) => Uint8Array.from(codes, (code) => Number(code[at]));
  return {
    recency: digit(0),
    frequency: digit(1),
    monetary: digit(2),
    bins: { recency: bins, frequency: bins, monetary: bins },
  };
}

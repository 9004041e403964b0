import { ClienteleError } from "../core/errors.js";
import { checkSegmentMap } from "./check-segment-map.js";
import { joinScores } from "./rfm-code.js";
import type { ScoreRange, SegmentCells, SegmentMap } from "./types.js";

/** In how many gaps and overlaps an error goes into detail. */
const MOST_NAMED = 12;

/**
 * Proves that a segment map gives every combination of scores to exactly one segment.
 *
 * @param map - plain JSON; a block without a measure takes all its scores
 * @returns the same map
 * @throws ClienteleError INVALID_DATA naming the codes that have no segment or several; `details`
 *   lists all of them as `gaps` and `overlaps`
 * @throws ClienteleError INVALID_ARGUMENT for a map of the wrong shape; UNSUPPORTED_VERSION
 * @example
 * const map = defineSegmentMap({
 *   kind: "segmentMap", version: 1, bins: { recency: 2, frequency: 2 },
 *   segments: [
 *     { id: "active", ...texts.active, cells: [{ recency: [2, 2] }] },
 *     { id: "away", ...texts.away, cells: [{ recency: [1, 1] }] },
 *   ],
 * });
 */
export function defineSegmentMap(map: SegmentMap): SegmentMap {
  ownersOfCells(map);
  return map;
}

/**
 * The index of the segment that owns each cell; recency runs slowest, money fastest.
 *
 * @throws ClienteleError as `defineSegmentMap`
 */
export function ownersOfCells(map: SegmentMap): Uint8Array {
  checkSegmentMap(map);
  const { recency, frequency, monetary = 1 } = map.bins;
  const claims: number[][] = Array.from({ length: recency * frequency * monetary }, () => []);
  map.segments.forEach((segment, index) => {
    const cells = new Set(segment.cells.flatMap((block) => cellsOf(block, map.bins)));
    for (const cell of cells) claims[cell]?.push(index);
  });
  const disputed = claims.flatMap((owners, cell) => (owners.length === 1 ? [] : [cell]));
  if (disputed.length > 0) throw incompleteMap(map, claims, disputed);
  return Uint8Array.from(claims, (owners) => owners[0] as number);
}

/** The indices of the cells of one block. */
function cellsOf(block: SegmentCells, bins: SegmentMap["bins"]): number[] {
  const { recency, frequency, monetary = 1 } = bins;
  return scoresIn(block.recency, recency).flatMap((r) =>
    scoresIn(block.frequency, frequency).flatMap((f) =>
      scoresIn(block.monetary, monetary).map(
        (m) => ((r - 1) * frequency + (f - 1)) * monetary + (m - 1),
      ),
    ),
  );
}

function scoresIn(range: ScoreRange | undefined, bins: number): number[] {
  const [from, to] = range ?? [1, bins];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function incompleteMap(map: SegmentMap, claims: number[][], disputed: number[]): ClienteleError {
  const gaps = disputed.filter((cell) => claims[cell]?.length === 0).map((c) => codeOf(c, map));
  const overlaps = disputed
    .filter((cell) => claims[cell]?.length !== 0)
    .map((cell) => ({
      code: codeOf(cell, map),
      segments: (claims[cell] ?? []).map((index) => map.segments[index]?.id),
    }));
  const complaints = [
    gaps.length > 0 ? `no segment has ${listSome(gaps)}` : "",
    overlaps.length > 0
      ? `several segments have ${listSome(overlaps.map((o) => `${o.code} (${o.segments.join(", ")})`))}`
      : "",
  ].filter(Boolean);
  return new ClienteleError(
    "INVALID_DATA",
    `the segment map must give each of its ${claims.length} codes to one segment: ${complaints.join("; ")}`,
    { where: "map.segments", expected: "every code in one segment", gaps, overlaps },
  );
}

function codeOf(cell: number, { bins }: SegmentMap): string {
  const { recency, frequency, monetary = 1 } = bins;
  const pair = Math.floor(cell / monetary);
  const scores = [Math.floor(pair / frequency) + 1, (pair % frequency) + 1, (cell % monetary) + 1];
  return joinScores(
    bins.monetary === undefined ? scores.slice(0, 2) : scores,
    Math.max(recency, frequency, monetary),
  );
}

function listSome(items: readonly string[]): string {
  const rest = items.length - MOST_NAMED;
  return items.slice(0, MOST_NAMED).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

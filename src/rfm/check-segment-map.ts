import { checkNumber, checkOneOf } from "../core/column.js";
import { ClienteleError, describeValue, invalid } from "../core/errors.js";
import type { LocalizedText } from "../core/locale.js";
import { checkBinCount } from "./bins.js";
import type { ScoreRange, Segment, SegmentCells, SegmentMap } from "./types.js";

/** The index of a segment is kept in one byte. */
const MOST_SEGMENTS = 255;

/**
 * Refuses a map of the wrong shape; whether it covers its grid is proved elsewhere.
 *
 * @throws ClienteleError INVALID_ARGUMENT; UNSUPPORTED_VERSION
 */
export function checkSegmentMap(map: SegmentMap): void {
  if (typeof map !== "object" || map === null) throw invalid("map", "a segment map", map);
  checkOneOf(map.kind, "map.kind", ["segmentMap"]);
  if (map.version !== 1) {
    throw new ClienteleError(
      "UNSUPPORTED_VERSION",
      `map.version ${describeValue(map.version)} is not known here; this library reads version 1`,
      { where: "map.version", expected: "1", got: describeValue(map.version) },
    );
  }
  if (typeof map.bins !== "object" || map.bins === null) {
    throw invalid("map.bins", "the number of scores of each measure", map.bins);
  }
  checkBinCount(map.bins.recency, "map.bins.recency");
  checkBinCount(map.bins.frequency, "map.bins.frequency");
  if (map.bins.monetary !== undefined) checkBinCount(map.bins.monetary, "map.bins.monetary");
  checkSegments(map);
}

function checkSegments(map: SegmentMap): void {
  const { segments } = map;
  if (!Array.isArray(segments) || segments.length < 1 || segments.length > MOST_SEGMENTS) {
    throw invalid("map.segments", `an array of 1 to ${MOST_SEGMENTS} segments`, segments);
  }
  const ids = new Set<string>();
  segments.forEach((segment: Segment, index) => {
    const where = `map.segments[${index}]`;
    if (typeof segment !== "object" || segment === null) throw invalid(where, "a segment", segment);
    if (typeof segment.id !== "string" || segment.id === "" || ids.has(segment.id)) {
      throw invalid(`${where}.id`, "a name that no other segment has", segment.id);
    }
    ids.add(segment.id);
    checkText(segment.label, `${where}.label`);
    checkText(segment.meaning, `${where}.meaning`);
    checkText(segment.action, `${where}.action`);
    if (!Array.isArray(segment.cells)) {
      throw invalid(`${where}.cells`, "an array of blocks of the grid", segment.cells);
    }
    segment.cells.forEach((block: SegmentCells, position) => {
      checkBlock(block, `${where}.cells[${position}]`, map.bins);
    });
  });
}

function checkText(text: LocalizedText, where: string): void {
  if (typeof text?.en !== "string" || typeof text.zh !== "string") {
    throw invalid(where, "a text in English and Chinese, { en, zh }", text);
  }
}

function checkBlock(block: SegmentCells, where: string, bins: SegmentMap["bins"]): void {
  if (typeof block !== "object" || block === null || Array.isArray(block)) {
    throw invalid(where, "a block of the grid, such as { recency: [4, 5] }", block);
  }
  checkRange(block.recency, `${where}.recency`, bins.recency);
  checkRange(block.frequency, `${where}.frequency`, bins.frequency);
  if (bins.monetary !== undefined) {
    checkRange(block.monetary, `${where}.monetary`, bins.monetary);
  } else if (block.monetary !== undefined) {
    throw invalid(`${where}.monetary`, "left out: the map has no monetary bins", block.monetary);
  }
}

function checkRange(range: ScoreRange | undefined, where: string, bins: number): void {
  if (range === undefined) return;
  if (!Array.isArray(range) || range.length !== 2) {
    throw invalid(where, "a range of scores, [from, to]", range);
  }
  for (const score of range) checkNumber(score, where, "integer");
  const [from, to] = range as ScoreRange;
  if (from < 1 || to > bins || from > to) {
    throw invalid(where, `a range within 1 to ${bins}`, `${from} to ${to}`);
  }
}

import * as z from "zod";
import { ClienteleError } from "../core/errors.js";
import { FEWEST_BINS, MOST_BINS } from "./bins.js";
import { defineSegmentMap } from "./define-segment-map.js";
import type { SegmentMap } from "./types.js";

const binCount = z.int().min(FEWEST_BINS).max(MOST_BINS);
const score = z.int().min(1).max(MOST_BINS);
const scoreRange = z.tuple([score, score]).describe("Inclusive range of scores: [from, to]");
const localizedText = z.strictObject({ en: z.string(), zh: z.string() });

const segmentCells = z
  .strictObject({
    recency: scoreRange.optional(),
    frequency: scoreRange.optional(),
    monetary: scoreRange.optional(),
  })
  .describe("A block of the score grid; a measure that is left out takes all its scores");

const segment = z.strictObject({
  id: z.string().min(1),
  label: localizedText,
  meaning: localizedText.describe("Who these customers are"),
  action: localizedText.describe("What to do with them"),
  cells: z.array(segmentCells),
});

/** The shape of a segment map; that it covers its grid is proved by `parseSegmentMap`. */
export const segmentMapSchema: z.ZodType<SegmentMap> = z.strictObject({
  kind: z.literal("segmentMap"),
  version: z.literal(1),
  bins: z.strictObject({
    recency: binCount,
    frequency: binCount,
    monetary: binCount.optional(),
  }),
  segments: z.array(segment).min(1).max(255),
});

/**
 * Reads a segment map from untrusted JSON, and proves that it covers its grid without overlap.
 *
 * @param json - parsed JSON of any shape
 * @throws ClienteleError INVALID_DATA naming every place that is wrong, or the codes that have no
 *   segment or several
 * @example
 * const map = parseSegmentMap(JSON.parse(text));
 */
export function parseSegmentMap(json: unknown): SegmentMap {
  const parsed = segmentMapSchema.safeParse(json);
  if (parsed.success) return defineSegmentMap(parsed.data);
  const issues = parsed.error.issues.map(
    ({ path, message }) => `map${path.map(stepOf).join("")}: ${message}`,
  );
  throw new ClienteleError("INVALID_DATA", `this is not a segment map: ${issues.join("; ")}`, {
    where: "map",
    expected: "a segment map",
    issues,
  });
}

function stepOf(key: PropertyKey): string {
  return typeof key === "number" ? `[${key}]` : `.${String(key)}`;
}

import { expect, test } from "vitest";
import * as rfm from "../../src/rfm/index.js";
import { type Call, rawErrors } from "../hostile-calls.js";
import { summariesOf } from "./support/summaries.js";

const summaries = () => summariesOf({ since: [1, 2, 3], orders: [1, 2, 3], spend: [1, 2, 3] });
const scores = (options?: rfm.RfmOptionsInput) => rfm.scoreRfm(summaries(), options);
const segmentation = () => rfm.segmentRfm(scores(), rfm.RFM_SEGMENT_MAP);

const CALLS: Readonly<Record<string, Call>> = {
  applyRfmCuts: { run: rfm.applyRfmCuts, args: () => [summaries(), scores().cuts] },
  "applyRfmCuts nested": {
    run: rfm.applyRfmCuts,
    args: () => [summaries(), scores({ method: "nested", bins: 2 }).cuts],
  },
  defineSegmentMap: {
    run: rfm.defineSegmentMap,
    args: () => [structuredClone(rfm.RFM_SEGMENT_MAP)],
  },
  describeSegments: { run: rfm.describeSegments, args: () => [segmentation(), summaries()] },
  parseSegmentMap: { run: rfm.parseSegmentMap, args: () => [structuredClone(rfm.RFM_SEGMENT_MAP)] },
  rfmCode: { run: rfm.rfmCode, args: () => [scores(), 0] },
  rfmGrid: { run: rfm.rfmGrid, args: () => [scores(), summaries()] },
  scoreRfm: { run: rfm.scoreRfm, args: () => [summaries(), { bins: 5, ties: "mid", cutStep: 0 }] },
  segmentRfm: {
    run: rfm.segmentRfm,
    args: () => [scores(), structuredClone(rfm.RFM_SEGMENT_MAP)],
  },
  weighRfm: {
    run: rfm.weighRfm,
    args: () => [scores(), { recency: 1, frequency: 1, monetary: 1 }],
  },
};

test("covers every public function", () => {
  const functions = Object.entries(rfm).filter(([, each]) => typeof each === "function");
  expect(functions.map(([name]) => name).filter((name) => !(name in CALLS))).toEqual([]);
});

test("answers hostile input with errors that have a code", () => {
  expect(rawErrors(CALLS)).toEqual([]);
});

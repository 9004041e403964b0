import { describe, expect, it } from "vitest";
import { placeOfPath } from "../../src/cli/check/json-place.js";

const TEXT = `{
  "stages": { "a b": {}, "客户": { "x": "}]\\"," , "y": [1, [2, 3]] } },
  "moves": [
    { "id": "m" },\t{ "id" : "n", "when": null }
  ],
  "twice": 1, "twice": 2
}`;

describe("placeOfPath", () => {
  it.each([
    ["$", 1, 1],
    ["$.stages", 2, 3],
    ['$.stages["a b"]', 2, 15],
    ["$.stages.客户", 2, 26],
    ["$.stages.客户.y", 2, 49],
    ["$.stages.客户.y[1][0]", 2, 59],
    ["$.moves[0].id", 4, 7],
    ["$.moves[1]", 4, 20],
    ["$.moves[1].when", 4, 34],
    ["$.twice", 6, 15],
    ["$.moves[1].missing.deeper", 4, 20],
    ["$.moves[9]", 3, 3],
    ["$.nowhere", 1, 1],
  ])("finds %s", (path, line, column) => {
    expect(placeOfPath(TEXT, path)).toEqual({ line, column });
  });
});

import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseSegmentMap, RF_SEGMENT_MAP, segmentMapSchema } from "../../src/rfm/index.js";

describe("parseSegmentMap", () => {
  it("reads a map from JSON", () => {
    expect(parseSegmentMap(JSON.parse(JSON.stringify(RF_SEGMENT_MAP)))).toEqual(RF_SEGMENT_MAP);
  });

  it("names every place that is wrong", () => {
    const json = {
      ...RF_SEGMENT_MAP,
      version: 3,
      segments: [{ id: "", cells: [{ recncy: [1, 2] }] }],
    };
    expect(() => parseSegmentMap(json)).toThrow(
      expect.objectContaining({
        code: "INVALID_DATA",
        message: expect.stringMatching(
          /map\.version: .*map\.segments\[0\]\.id: .*map\.segments\[0\]\.cells\[0\]: .*recncy/,
        ),
      }),
    );
  });

  it("refuses a map with gaps, though its shape is right", () => {
    const json = { ...RF_SEGMENT_MAP, segments: RF_SEGMENT_MAP.segments.slice(1) };
    expect(() => parseSegmentMap(json)).toThrow("no segment has 54, 55");
  });

  it("is not fooled by what is no JSON object", () => {
    for (const json of [undefined, null, 7, "map", [], JSON.parse('{"__proto__": {"kind": 1}}')]) {
      expect(() => parseSegmentMap(json)).toThrow(
        expect.objectContaining({ code: "INVALID_DATA" }),
      );
    }
  });

  it("has a JSON Schema for editors", () => {
    expect(z.toJSONSchema(segmentMapSchema)).toMatchObject({
      type: "object",
      required: ["kind", "version", "bins", "segments"],
      additionalProperties: false,
    });
  });
});

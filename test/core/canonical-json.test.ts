import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../src/core/index.js";

describe("canonicalJson", () => {
  it("gives the text of the example in RFC 8785, section 3.2.3", () => {
    const example = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts keys by UTF-16 unit, as RFC 8785 lists them", () => {
    const keys = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6 };
    const sorted = [...canonicalJson(keys).matchAll(/:(\d)/g)].map((match) => match[1]);
    expect(sorted).toEqual(["2", "4", "6", "1", "5", "3"]);
  });

  it("writes -0 as 0 and leaves out members that are undefined", () => {
    expect(canonicalJson({ b: -0, a: undefined })).toBe('{"b":0}');
  });

  it("keeps an own member named __proto__", () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });

  it("names the place of what JSON cannot carry", () => {
    expect(() => canonicalJson({ a: [1, Number.NaN] }, "config")).toThrow(/^config\.a\[1\] must/);
    for (const wrong of [
      undefined,
      1n,
      Symbol("s"),
      () => 1,
      new Date(0),
      new Map(),
      new Array(1),
    ]) {
      expect(() => canonicalJson(wrong)).toThrow(expect.objectContaining({ code: "INVALID_DATA" }));
    }
  });

  it("refuses circles, half surrogates and endless nesting, and lets a shared part appear twice", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => canonicalJson(circle)).toThrow("value.self must be free of circles");
    expect(() => canonicalJson({ "\ud800": 1 })).toThrow(/half surrogate/);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(() => canonicalJson(deep)).toThrow(expect.objectContaining({ code: "LIMIT_EXCEEDED" }));
    const shared = { a: 1 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });

  test.prop([fc.jsonValue()])("reads back as the same value", (value) => {
    expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  test.prop([fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue())])(
    "does not depend on the order of the keys",
    (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(object));
    },
  );
});

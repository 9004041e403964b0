import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { ClienteleError } from "../../src/core/errors.js";
import { parseCustomer } from "../../src/customer/index.js";
import { maskMessage } from "../../src/customer/parsing/mask-message.js";
import { maskValue } from "../../src/customer/parsing/mask-value.js";
import { person } from "./customers.js";

/**
 * Texts that are not their own shape, as "aaaa" and "--" are. The section sign before them is in no
 * message of the library and in no name of a field.
 */
const personal = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .filter((text) => /[b-zB-Z0-8\u4e00-\u9fff]/u.test(text) && text.trim() === text)
  .map((text) => `§${text}`);

describe("Shapes", () => {
  test.each([
    ["Ada.Lovelace+1@example.com", 'text like "Aaa.Aaaaaaaa+9@aaaaaaa.a…" (length 26)'],
    ["李小龙", 'text like "文文文" (length 3)'],
    ["José", 'text like "Aaaa" (length 4)'],
    ["+86 138-0013", 'text like "+99 999-9999" (length 12)'],
    ["\u0000\u202e😀", 'text like "???" (length 4)'],
    ["", "an empty text"],
    [1990.5, "a number like 9999.9"],
    [Number.NaN, "NaN"],
    [123n, "a bigint"],
    [new Date(0), "a Date"],
    [undefined, "nothing"],
    [null, "null"],
    [[1, 2], "an array of 2"],
  ])("%s", (value, shape) => {
    expect(maskValue(value)).toBe(shape);
  });

  test.prop([personal])("never show the text.", (text) => {
    expect(maskValue(text)).not.toContain(text);
  });
});

describe("Messages of validators", () => {
  test.each([
    ['must be a date (was "29 Feb 1990")', "29 Feb 1990", 'must be a date (was "99 Aaa 9999")'],
    ["was 13800138000", 13_800_138_000, "was 99999999999"],
    ['was "O\\"Brien"', 'O"Brien', 'was "A\\"Aaaaa"'],
    ["值李四无效", "李四", "值文文无效"],
    ["not one of no, yes", "no", "not one of aa, yes"],
    ["at least 3 characters", { name: "Al", minimum: 3 }, "at least 3 characters"],
    ["no (a|b) here: $& (a|b)", "$& (a|b)", "no (a|b) here: $& (a|a)"],
  ])("%s", (message, input, masked) => {
    expect(maskMessage(message, input)).toBe(masked);
  });

  test("A value deep inside is found.", () => {
    expect(maskMessage("was Turing", { a: [{ b: { c: "Turing" } }] })).toBe("was Aaaaaa");
  });

  test("A key that is data is found.", () => {
    expect(maskMessage("unknown ada@b.cc", { "ada@b.cc": 1 })).toBe("unknown aaa@a.aa");
  });

  test("A cycle ends the search, and too much to search withholds the message.", () => {
    const cycle: Record<string, unknown> = { name: "Turing" };
    cycle.self = cycle;
    expect(maskMessage("was Turing", cycle)).toBe("was Aaaaaa");
    expect(maskMessage("was Turing", new Array(5000).fill("Turing"))).toBe("see the schema");
  });

  test.prop([personal])("never repeat a text of the input.", (text) => {
    expect(maskMessage(`expected x, got ${JSON.stringify(text)}`, { text })).not.toContain(text);
  });
});

test.prop([personal])("No error repeats a text of the customer, wherever it stands.", (text) => {
  const inputs = [
    { ...person, kind: text },
    { ...person, [text]: text, language: text, timeZone: text, custom: { [text]: () => text } },
    { ...person, names: [{ full: text, order: text, use: text, [text]: 1 }], preferences: text },
    { ...person, contactPoints: [{ kind: text }, { kind: "web", url: text }, { address: text }] },
    { ...person, contactPoints: [{ kind: "postal", country: text, lines: text, validTo: text }] },
    { ...person, provenance: { source: "crm", observedAt: text } },
  ];
  for (const input of inputs) {
    const error = catchError(() => parseCustomer(input));
    expect(`${error.message} ${JSON.stringify(error.details)}`).not.toContain(text);
  }
});

function catchError(call: () => unknown): ClienteleError {
  try {
    call();
  } catch (error) {
    if (error instanceof ClienteleError) return error;
    throw error;
  }
  throw new Error("expected a ClienteleError");
}

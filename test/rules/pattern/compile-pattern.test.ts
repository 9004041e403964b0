import { describe, expect, it } from "vitest";
import { ClienteleError } from "../../../src/core/errors.js";
import { compilePattern } from "../../../src/rules/pattern/compile-pattern.js";

const matches = (pattern: string, text: string) => compilePattern(pattern)(text);

describe("compilePattern", () => {
  it("matches the whole text, not a part of it", () => {
    expect(matches("gold", "gold")).toBe(true);
    expect(matches("gold", "gold card")).toBe(false);
    expect(matches(".*gold.*", "old gold card")).toBe(true);
    expect(matches("", "")).toBe(true);
    expect(matches("", "x")).toBe(false);
  });

  it("reads a mobile number, a postal code and a company suffix", () => {
    expect(matches("(\\+86)?1[3-9]\\d{9}", "+8613800138000")).toBe(true);
    expect(matches("(\\+86)?1[3-9]\\d{9}", "12800138000")).toBe(false);
    expect(matches(".+(有限公司|Ltd\\.?)", "北京客户有限公司")).toBe(true);
    expect(matches("[^@\\s]+@[^@\\s]+\\.[a-z]{2,}", "li@example.com")).toBe(true);
  });

  it("counts a character outside the basic plane as one", () => {
    expect(matches(".", "𠮷")).toBe(true);
    expect(matches("[𠮀-𠮿]{2}", "𠮷𠮷")).toBe(true);
  });

  it("keeps bounded repeats exact", () => {
    const twoToFour = compilePattern("a{2,4}");
    expect([1, 2, 4, 5].map((length) => twoToFour("a".repeat(length)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(matches("a{2,}", "a".repeat(50))).toBe(true);
  });

  it("gives the same answer when it is used again after a refusal", () => {
    const pattern = compilePattern("(ab)*");
    expect([pattern("aba"), pattern("abab"), pattern(""), pattern("b")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it.each(["(a+)+b", "(a|a)*b", "(a*)*b", "(a|aa)+b", "(.*)(.*)(.*)(.*)(.*)b"])(
    "answers %s on 20,000 letters without backtracking",
    (pattern) => {
      expect(matches(pattern, "a".repeat(20_000))).toBe(false);
    },
  );

  it.each([
    ["(?=a)b", "look-around"],
    ["(?<name>a)", "look-around or a named group"],
    ["(a)\\1", "back-reference"],
    ["^a$", "leave out ^ and $"],
    ["a**", "two repeats"],
    ["a+?", "two repeats"],
    ["*a", "without meaning"],
    ["(a", "without its )"],
    ["a)", "without its ("],
    ["[a", "ends too early"],
    ["[]", "empty []"],
    ["[z-a]", "range"],
    ["a{3,2}", "repeat"],
    ["a{,2}", "repeat without a number"],
    ["a\\", "ends too early"],
    ["\\q", "unknown escape"],
  ])("refuses %s and says why", (pattern, reason) => {
    expect(() => compilePattern(pattern, "$.when.matches")).toThrow(reason);
    expect(() => compilePattern(pattern, "$.when.matches")).toThrow("$.when.matches");
  });

  it.each([
    "a".repeat(501),
    "(".repeat(40) + ")".repeat(40),
    "((a{1000}){1000}){1000}",
    "a{1001}",
    "((a?){1000}){1000}",
  ])("refuses a pattern beyond the limits at once", (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(
      expect.objectContaining({ code: "LIMIT_EXCEEDED" }) as ClienteleError,
    );
  });

  it("does not hang on empty groups repeated many times", () => {
    expect(matches("((((){1000}){1000}){1000}){1000}a", "a")).toBe(true);
  });

  it("refuses what is not a text", () => {
    expect(() => compilePattern(/a/ as unknown as string)).toThrow(ClienteleError);
  });
});

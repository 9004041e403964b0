import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { type DecimalMark, parseAmount } from "../../../src/transactions/reading/parse-amount.js";
import { readRejects } from "./support/read.js";

/** Minor units of a text in a currency with two decimals, or why there are none. */
function read(text: string, decimal: DecimalMark = ".", minorDigits = 2): number | string {
  const parsed = parseAmount(text, minorDigits, decimal);
  return typeof parsed === "string" ? parsed : parsed.minor;
}

describe("amounts", () => {
  it.each([
    ["12.50", 1250],
    ["12", 1200],
    ["12.", 1200],
    [".5", 50],
    ["007.10", 710],
    ["+12.50", 1250],
    ["-12.50", -1250],
    ["\u221212.50", -1250],
    ["－12.50", -1250],
    ["12.50-", -1250],
    ["(12.50)", -1250],
    ["($12.50)", -1250],
    ["$(12.50)", -1250],
    ["$12.50", 1250],
    ["$ 12.50", 1250],
    ["-$12.50", -1250],
    ["$-12.50", -1250],
    ["US$12.50", 1250],
    ["12.50 €", 1250],
    ["USD 12.50", 1250],
    ["12.50 usd", 1250],
    ["¥12.50", 1250],
    ["￥１２．５０", 1250],
    ["12.50元", 1250],
    ["人民币12.50", 1250],
    ["RMB 12.50", 1250],
    ["1,234.50", 123450],
    ["1,234,567", 123456700],
    ["1 234 567.89", 123456789],
    ["1\u00a0234.5", 123450],
    ["1\u202f234.5", 123450],
    ["1'234'567.89", 123456789],
    ["1’234.50", 123450],
    ["12,34,567.89", 123456789],
    ["1.25e3", 125000],
    ["1.25E+03", 125000],
    ["125e-2", 125],
    ["1e-7", 0],
    ["0e999", 0],
    ["90071992547409.91", 9007199254740991],
    ["-90071992547409.91", -9007199254740991],
    ["0.0000000000000000000000001", 0],
    ["00000000000000000000000012.50", 1250],
  ])("%s is %d", (text, minor) => {
    expect(read(text)).toBe(minor);
  });

  it.each([
    ["12,50", 1250],
    ["1.234.567,89", 123456789],
    ["1 234,5", 123450],
    ["12", 1200],
    ["-0,5", -50],
    ["12,50 €", 1250],
    ["1,5e3", 150000],
    ["1.234", 123400],
  ])("%s with a decimal comma is %d", (text, minor) => {
    expect(read(text, ",")).toBe(minor);
  });

  it.each([
    ["0.005", 0],
    ["0.015", 2],
    ["0.025", 2],
    ["0.0250001", 3],
    ["-0.025", -2],
    ["-0.035", -4],
    ["2.675", 268],
    ["1.005", 100],
    ["0.9999", 100],
    ["90071992547409.905", 9007199254740990],
  ])("%s is rounded half to even, to %d", (text, minor) => {
    expect(parseAmount(text, 2)).toMatchObject({ minor, rounded: true });
  });

  it("are rounded to the decimals of their currency", () => {
    expect(read("12.5", ".", 0)).toBe(12);
    expect(read("13.5", ".", 0)).toBe(14);
    expect(read("1.2345", ".", 3)).toBe(1234);
    expect(parseAmount("1.20", 1)).toMatchObject({ minor: 12, rounded: false });
  });

  it.each(["-0", "-0.00", "(0)", "0-", "-0.001"])("%s is 0, not -0", (text) => {
    expect(Object.is(read(text), 0)).toBe(true);
  });

  it.each(["NaN", "nan", "inf", "-Infinity", "+inf", "∞", "#NUM!", "#DIV/0!", "1.#INF"])(
    "%s is not finite",
    (text) => {
      expect(read(text)).toBe("nonFiniteAmount");
    },
  );

  it.each(["90071992547409.92", "90071992547409.915", "1e15", "1e999", "9".repeat(400)])(
    "%s is too large",
    (text) => {
      expect(read(text)).toBe("amountTooLarge");
    },
  );

  it.each([
    "",
    "-",
    "$",
    ".",
    "e5",
    "5e",
    "1e1000",
    "--5",
    "+-5",
    "-5-",
    "(-5)",
    "-(5)",
    "(5",
    "5)",
    "((5))",
    "1,23",
    "1,2345",
    "1,234,56",
    "1,234 567",
    "1.2.3",
    "12.50.",
    "1_000",
    "0x10",
    "5%",
    "5 apples",
    "$5€",
    "$5 USD",
    "five",
    "5 5",
    "2025-01-31",
    "N/A",
    "#N/A",
    "__proto__",
    `-${" ".repeat(50_000)}x`,
    `${"1".repeat(50_000)}x`,
    `${"1,111".repeat(10_000)}x`,
    `(${"(".repeat(50_000)}`,
  ])("%j is none", (text) => {
    expect(read(text)).toBe("badAmount");
  });

  it("are never rounded twice or through floating point", () => {
    expect(read("4.35")).toBe(435);
    expect(read("1.1e0")).toBe(110);
    expect(read("0.07")).toBe(7);
    expect(read("70368744177664.03")).toBe(7036874417766403);
  });
});

describe("amounts in a file", () => {
  it("are counted where they are rounded, in accepted rows alone", async () => {
    const text =
      "customer,date,amount\nA,2025-01-31,1.005\nA,2025-01-31,1.50\nA,soon,1.005\n,2025-01-31,1.005\n";
    const { audit, log } = await readTransactions(text, { tolerance: 1 });
    expect(audit.roundedAmounts).toBe(1);
    expect([...log.amountMinor]).toEqual([100, 150]);
  });

  it("may have a decimal comma, on the fast path and off it", async () => {
    const text =
      'customer;date;amount\nA;2025-01-31;12,50\nA;2025-01-31;"-1.234,5"\nA;2025-01-31;7\n';
    const { log } = await readTransactions(text, { decimal: "," });
    expect([...log.amountMinor]).toEqual([1250, -123450, 700]);
  });

  it("may have a decimal comma between commas, if they stand in quotes", async () => {
    const text = 'customer,date,amount\nA,2025-01-31,"12,50"\nA,2025-01-31,7\nA,2025-01-31,1,5\n';
    const reading = await readTransactions(text, { decimal: ",", tolerance: 0.5 });
    expect([...reading.log.amountMinor]).toEqual([1250, 700]);
    expect(reading.rejected).toMatchObject([{ line: 4, reason: "tooManyFields" }]);
  });

  it.each([
    ["NaN", "nonFiniteAmount", "NaN"],
    ["-inf", "nonFiniteAmount", "-inf"],
    ["1e30", "amountTooLarge", "1e30"],
    ["12345678901234567890", "amountTooLarge", "99999999999999999999"],
    ["abc", "badAmount", "abc"],
    ["", "missingAmount", ""],
  ])("%s is quarantined as %s", async (amount, reason, value) => {
    const text = `customer,date,amount\nA,2025-01-31,1\nA,2025-01-31,${amount}\n`;
    expect(await readRejects(text)).toEqual([{ line: 3, column: "amount", value, reason }]);
  });
});

import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { maskPersonal, maskSuspect } from "../../../src/transactions/reading/mask-value.js";
import { readError } from "./support/read.js";

const HEADER = "customer,date,amount\n";
const GOOD = "A,2025-01-31,1\n";
const BAD = "A,soon,1\n";

describe("the tolerance", () => {
  it.each([
    [0.01, 99, 1],
    [0.29, 71, 29],
    [0.07, 93, 7],
    [0.57, 43, 57],
    [1, 1, 99],
    [0, 100, 0],
  ])(
    "%d lets %d good and %d bad rows pass, and not one bad row more",
    async (tolerance, good, bad) => {
      const text = HEADER + GOOD.repeat(good) + BAD.repeat(bad);
      const { audit, rejected } = await readTransactions(text, { tolerance });
      expect(audit).toMatchObject({ rows: 100, orders: good, rejected: bad });
      expect(rejected).toHaveLength(bad);
      const error = await readError(HEADER + GOOD.repeat(good - 1) + BAD.repeat(bad + 1), {
        tolerance,
      });
      expect(error.code).toBe("TOO_MANY_REJECTED");
    },
  );

  it("is one row in a hundred by default", async () => {
    expect((await readTransactions(HEADER + GOOD.repeat(99) + BAD)).audit.rejected).toBe(1);
    const error = await readError(HEADER + GOOD.repeat(98) + BAD);
    expect(error.message).toBe(
      '1 of 99 rows cannot be used, over the tolerance of 1 %; most often badDate (1 rows, first line 100, column date, value "aaaa"); give the form of the dates with --date-format, such as dd/MM/yyyy or epoch-s',
    );
  });

  it("is told as it was given", async () => {
    expect((await readError(HEADER + GOOD + BAD, { tolerance: 0.29 })).message).toContain(
      "over the tolerance of 29 %;",
    );
  });

  it("does not make a log of no rows", async () => {
    const error = await readError(HEADER + BAD + BAD, { tolerance: 1 });
    expect(error.message).toMatch(/^none of the 2 rows can be used; most often badDate/);
  });

  it("gives up with all rejected rows at hand, the most frequent reason first", async () => {
    const text = `${HEADER}${GOOD}${BAD}A,2025-01-31,x\n${BAD}${BAD}A\n`;
    const error = await readError(text);
    expect(error.details.rows).toBe(6);
    expect(error.details.rejected).toEqual([
      { line: 3, column: "date", value: "aaaa", reason: "badDate" },
      { line: 4, column: "amount", value: "a", reason: "badAmount" },
      { line: 5, column: "date", value: "aaaa", reason: "badDate" },
      { line: 6, column: "date", value: "aaaa", reason: "badDate" },
      { line: 7, column: "", value: "1 of 3 fields", reason: "tooFewFields" },
    ]);
    expect(error.message).toContain("5 of 6 rows cannot be used");
    expect(error.message).toContain("most often badDate (3 rows, first line 3");
  });

  it("counts by reason, most frequent first", async () => {
    const text = `${HEADER}${GOOD}A,2025-01-31,x\n${BAD}${BAD}`;
    const { audit } = await readTransactions(text, { tolerance: 1 });
    expect(Object.entries(audit.rejectedByReason)).toEqual([
      ["badDate", 2],
      ["badAmount", 1],
    ]);
  });
});

describe("masks", () => {
  it.each([
    "2025-13-45",
    "31/12/2025",
    "1.2.25 8:05 PM",
    "2025年13月1日",
    "2025-01-31T25:00:00Z",
    "20251345",
    "12,50",
    "1.234,56",
    "(12.50)",
    "$5-",
    "-",
    "n/a",
    "NULL",
    "#REF!",
    "XYZ",
    "",
  ])("show %j, which can only be a date, an amount or a placeholder", (value) => {
    expect(maskSuspect(value)).toBe(value);
  });

  it.each([
    ["Jane Doe", "aaaa aaa"],
    ["jane.doe@example.com", "aaaa.aaa@aaaaaaa.aaa"],
    ["王小明", "文文文"],
    ["Ильич", "aaaaa"],
    ["Zoë O’Neil-3", "aaa a’aaaa-9"],
    ["13800138000", "99999999999"],
    ["+86 138 0013 8000", "+99 999 9999 9999"],
    ["555-1234", "999-9999"],
    ["123-45-6789", "999-99-9999"],
    ["4111 1111 1111 1111", "9999 9999 9999 9999"],
    ["01 23 45 67 89", "99 99 99 99 99"],
    ["1738318530123", "9999999999999"],
    ["١٢٣", "999"],
  ])("hide %j", (value, masked) => {
    expect(maskSuspect(value)).toBe(masked);
    expect(maskPersonal(value)).toBe(masked);
  });

  it("cut what is long", () => {
    expect(maskSuspect("1".repeat(60))).toBe(`${"9".repeat(40)}… (60 characters)`);
    expect(maskPersonal("ab".repeat(30))).toBe(`${"a".repeat(40)}… (60 characters)`);
  });

  it("hide people wherever a row is broken", async () => {
    const secrets = ["Jane", "Doe", "13800138000", "王小明", "jane@example"];
    const rows = [
      '"Jane Doe,2025-01-31,1\n',
      '"Jane Doe"x,2025-01-31,1\n',
      "13800138000,Jane Doe,1\n",
      "A,13800138000,1\n",
      "A,2025-01-31,jane@example.com\n",
      "A,2025-01-31,王小明\n",
      "Jane Doe\n",
      "Jane,Doe,jane@example.com,13800138000\n",
      ",2025-01-31,13800138000\n",
    ];
    for (const row of rows) {
      const error = await readError(HEADER + row);
      const told = JSON.stringify([error.message, error.details]);
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    }
    const line = '{"customer":"Jane Doe","date":"13800138000","amount":"王小明"}\nJane Doe\n';
    const error = await readError(line);
    const told = JSON.stringify([error.message, error.details]);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });
});

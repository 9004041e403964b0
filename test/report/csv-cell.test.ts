import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { csvText } from "../../src/report/csv/csv-cell.js";

describe("csvText", () => {
  test("leaves plain texts alone", () => {
    expect(csvText("00001")).toBe("00001");
    expect(csvText("王小明")).toBe("王小明");
    expect(csvText("")).toBe("");
  });

  test("quotes commas, quotes and line ends", () => {
    expect(csvText("Smith, John")).toBe('"Smith, John"');
    expect(csvText('5" disk')).toBe('"5"" disk"');
    expect(csvText("two\nlines")).toBe('"two\nlines"');
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3", "'-2+3"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ["＝1＋1", "'＝1＋1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ])("keeps a table program from running %j", (text, cell) => {
    expect(csvText(text)).toBe(cell);
  });

  test("leaves signed numbers and phone numbers alone", () => {
    expect(csvText("-5")).toBe("-5");
    expect(csvText("+8613800138000")).toBe("+8613800138000");
    expect(csvText("-1.25")).toBe("-1.25");
  });

  test("keeps formulas where asked to", () => {
    expect(csvText("=1+1", true)).toBe("=1+1");
  });

  test.prop([fc.string({ unit: "binary" })])("reads back as written, when verbatim", (text) => {
    const cell = csvText(text, true);
    const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    expect(read).toBe(text);
    expect(cell.startsWith('"') || !/[",\r\n]/.test(cell)).toBe(true);
  });
});

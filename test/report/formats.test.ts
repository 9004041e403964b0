import { describe, expect, test } from "vitest";
import { createFormats } from "../../src/report/html/formats.js";

describe("English with dollars", () => {
  const formats = createFormats("en", "USD", 2);
  test("writes counts, decimals and shares", () => {
    expect(formats.count(23570)).toBe("23,570");
    expect(formats.decimal(2.9554)).toBe("2.96");
    expect(formats.decimal(2.9554, 1)).toBe("3");
    expect(formats.percent(0.6649)).toBe("66%");
    expect(formats.percent(0.6649, 1)).toBe("66.5%");
  });
  test("writes cents below a thousand and whole dollars above", () => {
    expect(formats.money(35.89)).toBe("$35.89");
    expect(formats.money(-35.5)).toBe("-$35.50");
    expect(formats.money(2_500_315.63)).toBe("$2,500,316");
  });
  test("writes short amounts for axes", () => {
    expect(formats.shortMoney(250_000)).toBe("$250K");
    expect(formats.shortCount(12_000)).toBe("12K");
  });
  test("writes days and periods", () => {
    expect(formats.day("1997-01-05")).toBe("Jan 5, 1997");
    expect(formats.period("1997-01-01", "month")).toBe("Jan 1997");
    expect(formats.period("1997-04-01", "quarter")).toBe("Q2 1997");
    expect(formats.period("1997-01-01", "year")).toBe("1997");
    expect(formats.period("1997-01-06", "week")).toBe("Jan 6, 1997");
    expect(formats.shortPeriod("1997-01-06", "week")).toBe("Jan 6");
    expect(formats.shortPeriod("1997-01-01", "month")).toBe("Jan 97");
  });
});

describe("Chinese with yuan", () => {
  const formats = createFormats("zh", "CNY", 2);
  test("writes amounts, days and periods", () => {
    expect(formats.money(1234.5)).toBe("¥1,235");
    expect(formats.shortMoney(250_000)).toBe("¥25万");
    expect(formats.day("1997-01-05")).toBe("1997年1月5日");
    expect(formats.period("1997-04-01", "quarter")).toBe("1997年2季度");
    expect(formats.period("1997-01-01", "month")).toBe("1997年1月");
  });
});

test("writes plain numbers where no currency is known", () => {
  expect(createFormats("en", "XXX", 2).money(35.891)).toBe("35.89");
  expect(createFormats("en", "XXX", 2).money(35891)).toBe("35,891");
});

test("gives a currency without decimals none", () => {
  expect(createFormats("en", "JPY", 0).money(356)).toBe("¥356");
});

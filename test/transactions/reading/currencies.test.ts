import { describe, expect, it } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { readError, readOrders, readRejects } from "./support/read.js";

const RATES = { base: "EUR", rates: { USD: "1.25", JPY: "160" } };

function file(...rows: string[]): string {
  return `customer,date,currency,amount\n${rows.map((row) => `A,2025-01-31,${row}\n`).join("")}`;
}

describe("one currency", () => {
  it("is that of the rows, in any case", async () => {
    const { log } = await readTransactions(file("usd,1", " USD ,2", "USD,3"));
    expect(log).toMatchObject({ currency: "USD", minorDigits: 2 });
    expect([...log.amountMinor]).toEqual([100, 200, 300]);
  });

  it("is the default where the rows do not say it", async () => {
    const { log } = await readTransactions(file("USD,1", ",2"), { defaultCurrency: "USD" });
    expect(log.currency).toBe("USD");
    expect([...log.amountMinor]).toEqual([100, 200]);
  });

  it("sets the decimals of the minor unit", async () => {
    const yen = await readTransactions(file("JPY,100", "JPY,250.5"));
    expect(yen.log).toMatchObject({ currency: "JPY", minorDigits: 0 });
    expect([...yen.log.amountMinor]).toEqual([100, 250]);
    const dinar = await readTransactions(file("KWD,1.234"));
    expect([...dinar.log.amountMinor]).toEqual([1234]);
  });

  it("may be written as a sign or a name that means it alone", async () => {
    const { log } = await readTransactions(file("RMB,1", "人民币,2", "CNY,3"));
    expect(log.currency).toBe("CNY");
    expect((await readRejects(file("CNY,1", "¥,2"))).map(({ reason }) => reason)).toEqual([
      "unknownCurrency",
    ]);
  });

  it("is quarantined where it is none", async () => {
    expect(await readRejects(file("USD,1", "XYZ,2", "dollars,3", "USD,4"))).toEqual([
      { line: 3, column: "currency", value: "XYZ", reason: "unknownCurrency" },
      { line: 4, column: "currency", value: "aaaaaaa", reason: "unknownCurrency" },
    ]);
  });
});

describe("several currencies", () => {
  it("are refused without rates, with the line", async () => {
    const error = await readError(file("USD,1", "USD,2", "EUR,3"));
    expect(error.code).toBe("CURRENCY_MISMATCH");
    expect(error.message).toBe(
      "line 4 is in EUR, but the rows before it are in USD; give rates into one currency (--rates, in code: mapping.rates), or one file per currency",
    );
  });

  it("are refused beside rows that have none", async () => {
    const error = await readError(file(",1", "EUR,3"));
    expect(error.message).toMatch(/^line 3 is in EUR, but the rows before it have no currency;/);
  });

  it("are converted by given rates, each amount once, exactly", async () => {
    const { log, audit } = await readTransactions(
      file("USD,1.25", "EUR,2", "JPY,400", "USD,0.01"),
      {
        rates: RATES,
      },
    );
    expect(log.currency).toBe("EUR");
    expect([...log.amountMinor]).toEqual([100, 200, 250, 1]);
    expect(audit.convertedAmounts).toBe(3);
  });

  it("are converted from the default currency as well", async () => {
    const text = "customer,date,amount\nA,2025-01-31,1.25\nA,2025-01-31,2.50\n";
    const mapping = { rates: RATES, defaultCurrency: "USD" };
    const { log, audit } = await readTransactions(text, mapping);
    expect([...log.amountMinor]).toEqual([100, 200]);
    expect(audit.convertedAmounts).toBe(2);
  });

  it("without a rate are quarantined, and so are amounts too large once converted", async () => {
    const rates = { base: "EUR", rates: { USD: "0.00000001" } };
    expect(await readRejects(file("EUR,1", "GBP,2", "USD,90071992547409"), { rates })).toEqual([
      { line: 3, column: "currency", value: "GBP", reason: "noRate" },
      { line: 4, column: "amount", value: "99999999999999", reason: "amountTooLarge" },
    ]);
  });

  it("show in the signs of amounts too", async () => {
    const text =
      "customer,date,amount\nA,2025-01-31,$1\nA,2025-01-31,€2\nA,2025-01-31,3\nA,2025-01-31,US$4\n";
    expect(await readRejects(text)).toEqual([
      { line: 3, column: "amount", value: "€2", reason: "otherCurrency" },
    ]);
    expect(await readRejects(text, { defaultCurrency: "EUR" })).toMatchObject([
      { line: 2, reason: "otherCurrency" },
      { line: 5, reason: "otherCurrency" },
    ]);
    expect(await readOrders(text, { defaultCurrency: "USD" })).toHaveLength(3);
  });
});

import { describe, expect, it } from "vitest";
import { isCurrency, minorDigits } from "../../src/money/index.js";

/** Every code of three letters that is a currency, by its decimals. */
function currenciesByDigits(): Record<number, string[]> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const byDigits: Record<number, string[]> = {};
  for (const code of codes.filter(isCurrency)) {
    const digits = minorDigits(code);
    byDigits[digits] ??= [];
    byDigits[digits].push(code);
  }
  return byDigits;
}

describe("minorDigits", () => {
  it("follows ISO 4217 where a currency has not two decimals", () => {
    const { 0: none, 3: three, 4: four } = currenciesByDigits();
    expect(none?.join(" ")).toBe(
      "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    );
    expect(three?.join(" ")).toBe("BHD IQD JOD KWD LYD OMR TND");
    expect(four?.join(" ")).toBe("CLF UYW");
  });

  it("knows the 165 active currencies with a minor unit, 14 withdrawn ones, and no currency", () => {
    const counts = Object.values(currenciesByDigits()).map((codes) => codes.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(165 + 14 + 1);
  });

  it("gives no currency two decimals", () => {
    expect(minorDigits("XXX")).toBe(2);
  });

  it("is not that of Intl, which drops decimals that are not in use", () => {
    const intlDigits = (currency: string): number | undefined =>
      new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
        .maximumFractionDigits;
    expect([minorDigits("IQD"), minorDigits("IDR"), minorDigits("HUF")]).toEqual([3, 2, 2]);
    expect(intlDigits("KWD")).toBe(minorDigits("KWD"));
  });

  it.each(["XAU", "XTS", "XDR", "BTC", "usd", "USD ", "", "toString", "__proto__"])(
    "%j has none",
    (code) => {
      expect(isCurrency(code)).toBe(false);
      expect(() => minorDigits(code)).toThrow(
        expect.objectContaining({ code: "UNKNOWN_CURRENCY" }),
      );
    },
  );
});

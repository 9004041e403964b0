import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { readTransactions } from "../../../src/transactions/read-transactions.js";
import { parseAmount } from "../../../src/transactions/reading/parse-amount.js";

const amounts = fc.record({
  sign: fc.constantFrom("", "-", "+"),
  whole: fc.bigInt({ min: 0n, max: 10n ** 18n }).map(String),
  fraction: fc.stringMatching(/^\d{0,8}$/),
  exponent: fc.option(fc.integer({ min: -12, max: 12 }), { nil: undefined }),
  isGrouped: fc.boolean(),
  decimal: fc.constantFrom(".", ","),
});
type Amount = typeof amounts extends fc.Arbitrary<infer T> ? T : never;

function write({ sign, whole, fraction, exponent, isGrouped, decimal }: Amount): string {
  const gap = decimal === "." ? "," : ".";
  const grouped = isGrouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, gap) : whole;
  const places = fraction === "" ? "" : decimal + fraction;
  return `${sign}${grouped}${places}${exponent === undefined ? "" : `e${exponent}`}`;
}

/** The amount in minor units by integers alone, half to even; `undefined` past 2^53 - 1. */
function exactMinor(
  { sign, whole, fraction, exponent = 0 }: Amount,
  digits: number,
): number | undefined {
  const value = BigInt(whole + fraction);
  const shift = digits + exponent - fraction.length;
  const divisor = 10n ** BigInt(Math.max(-shift, 0));
  const scaled = value * 10n ** BigInt(Math.max(shift, 0));
  const floor = scaled / divisor;
  const twice = 2n * (scaled % divisor);
  const up = twice > divisor || (twice === divisor && floor % 2n === 1n);
  const minor = up ? floor + 1n : floor;
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return minor === 0n ? 0 : Number(sign === "-" ? -minor : minor);
}

describe("amounts equal those of an independent parser of whole numbers", () => {
  test.prop([amounts, fc.integer({ min: 0, max: 4 })], { numRuns: 5000 })(
    "as texts",
    (amount, digits) => {
      const exact = exactMinor(amount, digits);
      const parsed = parseAmount(write(amount), digits, amount.decimal);
      if (exact === undefined) expect(parsed).toBe("amountTooLarge");
      else expect(parsed).toMatchObject({ minor: exact });
    },
  );

  test.prop([
    fc.array(amounts, { minLength: 1, maxLength: 30 }),
    fc.constantFrom("USD", "JPY", "KWD", "CLF"),
  ])("as cells of a file", async (cells, defaultCurrency) => {
    const digits = { USD: 2, JPY: 0, KWD: 3, CLF: 4 }[defaultCurrency] as number;
    const pointed = cells.map((amount) => ({ ...amount, decimal: "." as const, isGrouped: false }));
    const text = pointed.map((amount) => `A,2025-01-31,${write(amount)}\n`).join("");
    const { log, rejected } = await readTransactions(
      `customer,date,amount\nA,2025-01-31,1\n${text}`,
      {
        defaultCurrency,
        tolerance: 1,
      },
    );
    const exact = pointed.map((amount) => exactMinor(amount, digits));
    expect([...log.amountMinor].slice(1)).toEqual(exact.filter((minor) => minor !== undefined));
    expect(rejected.map(({ reason }) => reason)).toEqual(
      exact.filter((minor) => minor === undefined).map(() => "amountTooLarge"),
    );
  });

  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })])(
    "as numbers, by their shortest decimal text",
    async (amount) => {
      const { log } = await readTransactions([{ customer: "A", date: "2025-01-31", amount }]);
      const [, sign = "", whole = "", fraction = "", exponent = "0"] =
        /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(amount)) ?? [];
      const parts = {
        sign,
        whole,
        fraction,
        exponent: Number(exponent),
        isGrouped: false,
        decimal: ".",
      };
      expect(log.amountMinor[0]).toBe(exactMinor(parts as Amount, 2));
    },
  );
});

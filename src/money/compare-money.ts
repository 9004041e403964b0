import { checkSameCurrency } from "./create-money.js";
import type { Money } from "./types.js";

/**
 * Orders two amounts of one currency, for sorting: -1 when the first is smaller, 0 when they are
 * equal, 1 when it is larger.
 *
 * @throws ClienteleError CURRENCY_MISMATCH; as `money` for what is no money
 */
export function compareMoney<Currency extends string>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): -1 | 0 | 1 {
  checkSameCurrency(a, b);
  if (a.minor === b.minor) return 0;
  return a.minor < b.minor ? -1 : 1;
}

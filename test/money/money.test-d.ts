import {
  addMoney,
  allocate,
  compareMoney,
  convert,
  type Money,
  money,
  multiplyMoney,
  subtractMoney,
  sumMoney,
} from "../../src/money/index.js";

const dollars = money(100, "USD");
const euros = money(100, "EUR");

// The currency is part of the type, and every function keeps it.
dollars satisfies Money<"USD">;
addMoney(dollars, dollars) satisfies Money<"USD">;
sumMoney([dollars], "USD") satisfies Money<"USD">;
allocate(dollars, [1, 2]) satisfies Money<"USD">[];
multiplyMoney(dollars, "0.5", { rounding: "halfEven" }) satisfies Money<"USD">;
convert(
  dollars,
  { from: "USD", to: "EUR", rate: "0.9" },
  { rounding: "down" },
) satisfies Money<"EUR">;

// @ts-expect-error an amount in dollars is none in euros
dollars satisfies Money<"EUR">;
// @ts-expect-error dollars and euros do not add up
addMoney(dollars, euros);
// @ts-expect-error nor do they subtract
subtractMoney(dollars, euros);
// @ts-expect-error nor compare
compareMoney(dollars, euros);
// @ts-expect-error nor sum
sumMoney([dollars, euros], "USD");
// @ts-expect-error a rate from euros does not convert dollars
convert(dollars, { from: "EUR", to: "JPY", rate: 160 }, { rounding: "down" });
// @ts-expect-error a rounding must be named
multiplyMoney(dollars, "0.5");
// @ts-expect-error amounts do not change
dollars.minor = 5;

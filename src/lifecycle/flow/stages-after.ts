import { MS_PER_DAY } from "../../core/calendar.js";
import { checkNumber } from "../../core/column.js";
import { invalid } from "../../core/errors.js";
import type { Matrix } from "../../core/math/index.js";
import { type Chain, readChain } from "./read-chain.js";
import type { StageFlow, StageOutlook } from "./types.js";

/** A stage through which all passed at once is left after a millisecond. */
const SHORTEST_DAYS = 1 / MS_PER_DAY;
const MOST_DAYS = 3_652_425;
/** Terms of the series for half an expected move: 0.5^18 / 18! is below the rounding. */
const TERMS = 18;

/**
 * Where customers of each stage are some days later: exp(Q days) with the rates Q of the chain, as a
 * series of nothing but additions (uniformisation; Jensen, 1953) for a fraction of the time in which
 * half a move is expected at most, squared as often as needed.
 *
 * @param flow - from `stageFlow`
 * @param days - of 24 hours, 0 or more
 * @returns one row per stage, in the order of the flow; the shares of a row add up to 1
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION; OUT_OF_RANGE beyond 10,000 years
 * @example
 * stagesAfter(flow, 30)[0] //=> { stage: "active", shares: [0.81, 0.17, 0.02] }
 */
export function stagesAfter(flow: StageFlow, days: number): StageOutlook[] {
  checkNumber(days, "days", "nonNegative");
  if (days > MOST_DAYS) {
    throw invalid("days", "at most 10,000 years", days, { code: "OUT_OF_RANGE" });
  }
  const chain = readChain(flow);
  return rowsAfter(chain, days).map((shares, place) => ({
    stage: chain.names[place] as string,
    shares,
  }));
}

function rowsAfter({ next, stayDays }: Chain, days: number): Matrix {
  const leaving = stayDays.map((stay) => 1 / Math.max(stay, SHORTEST_DAYS));
  const fastest = Math.max(...leaving, 0);
  const identity = next.map((row, place) => row.map((_, to) => (to === place ? 1 : 0)));
  if (!(fastest * days > 0)) return identity;
  const halvings = Math.max(0, Math.ceil(Math.log2(fastest * days)) + 1);
  const expected = fastest * days * 2 ** -halvings;
  // A clock ticks at the rate of the fastest stage; in a slower one, some ticks move nobody.
  const tick = next.map((row, place) => {
    const moves = (leaving[place] as number) / fastest;
    return row.map((share, to) => moves * share + (to === place ? 1 - moves : 0));
  });
  let power: Matrix = identity;
  let weight = Math.exp(-expected);
  let result: Matrix = scale(identity, weight);
  for (let ticks = 1; ticks <= TERMS; ticks++) {
    power = multiply(power, tick);
    weight *= expected / ticks;
    const term = scale(power, weight);
    result = result.map((row, place) => row.map((sum, to) => sum + (term[place]![to] as number)));
  }
  for (let squaring = 0; squaring < halvings; squaring++) {
    result = normalizeRows(multiply(result, result));
  }
  return normalizeRows(result);
}

function multiply(left: Matrix, right: Matrix): Matrix {
  return left.map((row) => {
    const product = row.map(() => 0);
    row.forEach((factor, middle) => {
      if (factor === 0) return;
      const other = right[middle] as readonly number[];
      for (let to = 0; to < product.length; to++) product[to]! += factor * (other[to] as number);
    });
    return product;
  });
}

function scale(matrix: Matrix, factor: number): Matrix {
  return matrix.map((row) => row.map((value) => value * factor));
}

/** Rows of shares add up to 1: what rounding has taken or given is put right before it grows. */
function normalizeRows(matrix: Matrix): Matrix {
  return matrix.map((row) => {
    const total = row.reduce((sum, value) => sum + value, 0);
    return row.map((value) => value / total);
  });
}

import type { AliveGrid, ValueRange } from "../../value-types.js";

/** Where a new row, and a new column, begins. */
const SILENT_WEEKS = [0, 4, 8, 13, 26, 39, 52, 78, 104, 156, 208] as const;
const PURCHASES = [1, 2, 3, 4, 6, 10, 20] as const;
const DAYS_PER_WEEK = 7;

/**
 * The mean probability to be alive of customers who have been silent for about as long and have
 * bought about as often; outer rows and columns without customers are left out.
 */
export function aliveGrid(
  silentDays: Int32Array,
  repeatCount: Int32Array,
  probabilityAlive: Float64Array,
): AliveGrid {
  const customers = SILENT_WEEKS.map(() => PURCHASES.map(() => 0));
  const sums = SILENT_WEEKS.map(() => PURCHASES.map(() => 0));
  for (let row = 0; row < silentDays.length; row++) {
    const line = lastAtMost(SILENT_WEEKS, (silentDays[row] as number) / DAYS_PER_WEEK);
    const column = lastAtMost(PURCHASES, (repeatCount[row] as number) + 1);
    customers[line]![column]! += 1;
    sums[line]![column]! += probabilityAlive[row] as number;
  }
  const rows = filledSpan(customers.map((line) => line.some((count) => count > 0)));
  const columns = filledSpan(
    PURCHASES.map((_, column) => customers.some((line) => line[column]! > 0)),
  );
  const cut = <T>(cells: readonly (readonly T[])[]): T[][] =>
    cells.slice(...rows).map((line) => line.slice(...columns));
  return {
    silentWeeks: rangesFrom(SILENT_WEEKS).slice(...rows),
    purchases: rangesFrom(PURCHASES).slice(...columns),
    customers: cut(customers),
    probability: cut(
      sums.map((line, row) =>
        line.map((sum, column) => {
          const count = customers[row]![column]!;
          return count === 0 ? undefined : sum / count;
        }),
      ),
    ),
  };
}

function lastAtMost(starts: readonly number[], value: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= value),
  );
}

function filledSpan(filled: readonly boolean[]): [from: number, to: number] {
  return [filled.indexOf(true), filled.lastIndexOf(true) + 1];
}

function rangesFrom(starts: readonly number[]): ValueRange[] {
  return starts.map((from, index) => ({ from, to: starts[index + 1] }));
}

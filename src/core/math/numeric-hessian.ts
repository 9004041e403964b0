import { checkColumn } from "../column.js";
import type { Matrix } from "./matrix.js";

/** The widest step, as a share of the coordinate (at least of 1). */
const STEP = 2 ** -9;

/**
 * The second derivatives of a function from its gradient, by central differences of two widths and
 * one Richardson extrapolation, (4 D(h/2) - D(h)) / 3, whose error is of order h⁴ (Nocedal and
 * Wright, 2006, 8.1); four gradients per coordinate, the result made symmetric.
 *
 * @param gradient - the first derivatives at a point, exact to rounding
 * @param point - where; the gradient must be finite about 0.2 % around it
 * @throws ClienteleError INVALID_ARGUMENT, LENGTH_MISMATCH when the gradient is not
 * @example
 * numericHessian(([x, y]) => [2 * x * y, x * x], [1, 3]); //=> [[6, 2], [2, 0]]
 */
export function numericHessian(
  gradient: (point: readonly number[]) => ArrayLike<number>,
  point: readonly number[],
): Matrix {
  checkColumn(point, "point");
  const columns = point.map((coordinate, index) => {
    const at = (step: number): ArrayLike<number> => {
      const moved = [...point];
      moved[index] = coordinate + step;
      const slopes = gradient(moved);
      checkColumn(slopes, `gradient at point[${index}] = ${moved[index]}`, "finite", point.length);
      return slopes;
    };
    const wide = STEP * Math.max(1, Math.abs(coordinate));
    const [high, low] = [at(wide), at(-wide)];
    const [nearHigh, nearLow] = [at(wide / 2), at(-wide / 2)];
    return point.map((_, row) => {
      const coarse = ((high[row] as number) - (low[row] as number)) / (2 * wide);
      const fine = ((nearHigh[row] as number) - (nearLow[row] as number)) / wide;
      return (4 * fine - coarse) / 3;
    });
  });
  return point.map((_, row) =>
    point.map((_, column) => {
      const above = columns[column]?.[row] as number;
      const below = columns[row]?.[column] as number;
      return (above + below) / 2;
    }),
  );
}

/**
 * A position computed as a product, made whole where only rounding keeps it from being so: 100 * 0.07
 * is 7.000000000000001, and the value at position 7 would be missed by a hair.
 */
export function snapToWhole(position: number): number {
  const whole = Math.round(position);
  return Math.abs(position - whole) <= 4 * Number.EPSILON * whole ? whole : position;
}

/** A decimal number as the nearest integer. */
export interface RoundedDecimal {
  readonly integer: number;
  /** True when the number was no integer. */
  readonly rounded: boolean;
}

/**
 * `digits.fraction` x 10^shift as an integer, half to even, by its digits alone.
 *
 * @returns `undefined` past the safe integers
 */
export function roundDecimal(
  digits: string,
  fraction: string,
  shift: number,
): RoundedDecimal | undefined {
  const all = digits + fraction;
  const point = digits.length + shift;
  const kept = point <= 0 ? "" : all.slice(0, point).padEnd(point, "0");
  const dropped = point < 0 ? `0${all}` : all.slice(point);
  const significant = kept.replace(/^0+/, "");
  if (significant.length > 16) return undefined;
  const floor = Number(significant);
  const integer = roundsUp(floor, dropped) ? floor + 1 : floor;
  if (!Number.isSafeInteger(integer)) return undefined;
  return { integer, rounded: /[1-9]/.test(dropped) };
}

/** @param dropped - the digits behind the point */
function roundsUp(floor: number, dropped: string): boolean {
  const first = dropped.charCodeAt(0) - 48;
  if (!(first >= 5)) return false;
  const isTie = first === 5 && !/[1-9]/.test(dropped.slice(1));
  return isTie ? floor % 2 === 1 : true;
}

/**
 * Adds up amounts in major units without the drift of decimals: in whole minor units.
 *
 * @param minorDigits - decimals of the currency
 */
export function sumSpend(amounts: Iterable<number>, minorDigits: number): number {
  const scale = 10 ** minorDigits;
  let minor = 0;
  for (const amount of amounts) minor += Math.round(amount * scale);
  return minor / scale;
}

/** Steps of colour in a heat map; a style sheet gives each its ground and its ink. */
export const HEAT_LEVELS = 7;

/**
 * The step, 0 to 6, of a value between 0 and a maximum: steps of equal width, so that twice the
 * colour is twice the value.
 *
 * @returns 0 where the maximum is 0
 */
export function heatLevel(value: number, maximum: number): number {
  if (!(maximum > 0) || !(value > 0)) return 0;
  return Math.min(Math.floor((value / maximum) * HEAT_LEVELS), HEAT_LEVELS - 1);
}

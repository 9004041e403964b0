/** ln (z)ₖ, the logarithm of the rising factorial z (z + 1) … (z + k - 1), and its derivative by z. */
export interface RiseTable {
  readonly logs: Float64Array;
  readonly slopes: Float64Array;
}

/** Both for k = 0 to `highest`, term by term: all sums of terms of one sign for z >= 1. */
export function riseTable(z: number, highest: number): RiseTable {
  const logs = new Float64Array(highest + 1);
  const slopes = new Float64Array(highest + 1);
  for (let k = 0; k < highest; k++) {
    logs[k + 1] = logs[k]! + Math.log(z + k);
    slopes[k + 1] = slopes[k]! + 1 / (z + k);
  }
  return { logs, slopes };
}

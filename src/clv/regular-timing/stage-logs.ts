/**
 * ln of the weights of j = 0 … k - 1 stages since the last purchase of a customer who is alive and has
 * not bought again: (shape)ⱼ / j! shareʲ (the sum over an Erlang-k survival, mixed over the rates).
 *
 * @param shape - r + k x, of the customer's rate of stages
 * @param share - (T - t_x) / (α + T)
 * @param k - how many stages make a purchase
 */
export function stageLogs(shape: number, share: number, k: number): Float64Array {
  const logs = new Float64Array(k);
  for (let stage = 1; stage < k; stage++) {
    logs[stage] = logs[stage - 1]! + Math.log(((shape + stage - 1) / stage) * share);
  }
  return logs;
}

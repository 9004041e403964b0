import { invalid } from "../core/errors.js";
import type { Lifecycle } from "./compiled-types.js";
import { assertDefinition } from "./definition/find-definition-errors.js";
import { planMachine } from "./plan/plan-machine.js";
import type { MachinePlan } from "./plan/types.js";
import type { LifecycleDefinition } from "./types.js";

const PLAN: unique symbol = Symbol("plan");

/** A lifecycle as {@link compileLifecycle} makes it, with what other files of this module need. */
type Planned = Lifecycle & { readonly [PLAN]: MachinePlan };

/**
 * Checks and prepares a lifecycle once, for many customers.
 *
 * @param definition - the machine, such as parsed JSON; it is copied, so that later changes of the
 *   object change nothing
 * @throws ClienteleError INVALID_ARGUMENT with the JSON path of the first error; LIMIT_EXCEEDED for a
 *   machine that is too deep or has a rule that is too large
 * @example
 * const lifecycle = compileLifecycle({
 *   id: "shop",
 *   version: "1.0.0",
 *   zone: "Asia/Shanghai",
 *   events: { order: {} },
 *   start: "prospect",
 *   stages: { prospect: {}, customer: {} },
 *   moves: [{ id: "buys", from: "prospect", to: "customer", on: "order" }],
 * });
 */
export function compileLifecycle(definition: LifecycleDefinition): Lifecycle {
  assertDefinition(definition);
  const plan = planMachine(structuredClone(definition));
  const planned: Planned = { ...plan.lifecycle, [PLAN]: plan };
  return planned;
}

/**
 * What a compiled lifecycle runs by.
 *
 * @throws ClienteleError INVALID_ARGUMENT when it was not compiled
 */
export function planOf(lifecycle: Lifecycle): MachinePlan {
  const plan = (lifecycle as Partial<Planned> | undefined)?.[PLAN];
  if (plan !== undefined) return plan;
  throw invalid("lifecycle", "a compiled lifecycle", lifecycle, {
    remedy: "Compile the definition with compileLifecycle",
  });
}

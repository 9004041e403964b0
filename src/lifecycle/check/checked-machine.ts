import type { FactTypes } from "../../rules/index.js";
import type { MachinePlan } from "../plan/types.js";
import type { LifecycleDefinition } from "../types.js";
import { type Witnesses, witnesses } from "./ask-witness.js";
import type { Tell } from "./collect-checks.js";
import { listWays, type Ways } from "./list-ways.js";
import { eventFactType, machineFactTypes } from "./machine-facts.js";

/** A machine that can run, with what all checks of it look at. */
export interface CheckedMachine {
  readonly definition: LifecycleDefinition;
  readonly plan: MachinePlan;
  readonly factTypes: FactTypes;
  readonly ways: readonly Ways[];
  readonly witnesses: Witnesses;
  readonly tell: Tell;
}

/** Gathers what the checks of a machine look at. */
export function checkedMachine(
  plan: MachinePlan,
  machines: readonly LifecycleDefinition[],
  tell: Tell,
): CheckedMachine {
  const { definition } = plan.lifecycle;
  const factTypes = machineFactTypes(definition, plan.stages.keys(), machines);
  const event = eventFactType(definition, Object.keys(definition.events ?? {}));
  return {
    definition,
    plan,
    factTypes,
    ways: listWays(plan),
    witnesses: witnesses(definition, { ...factTypes, event }),
    tell,
  };
}

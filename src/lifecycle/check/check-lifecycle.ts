import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { findDefinitionErrors } from "../definition/find-definition-errors.js";
import { planMachine } from "../plan/plan-machine.js";
import type { LifecycleDefinition } from "../types.js";
import { checkCircles } from "./check-circles.js";
import { checkEarlier } from "./check-earlier.js";
import { checkGuards } from "./check-guards.js";
import { checkMachines } from "./check-machines.js";
import { checkOverlaps } from "./check-overlaps.js";
import { checkReach } from "./check-reach.js";
import { checkTimers } from "./check-timers.js";
import { checkTranslations } from "./check-translations.js";
import { checkedMachine } from "./checked-machine.js";
import { collectChecks, passOn } from "./collect-checks.js";
import { isTooLarge } from "./machine-size.js";
import { CHECK_DEFAULTS, type CheckOptionsInput } from "./options.js";
import type { CheckFinding } from "./types.js";

/**
 * Checks a lifecycle before it is published: whether it can run, and then what will go wrong when it
 * does. Stages that nobody reaches or leaves, guards that are never true or that read what is not
 * declared, moves that compete, circles at one instant, times within the minimum dwell, missing texts
 * and migrations, machines that wait for each other.
 *
 * What is told is proven: an overlap or a circle comes with facts for which it happens; where neither
 * proof nor disproof was found, the finding says so.
 *
 * @param config - any value, such as parsed JSON; up to 1,000 stages and 2,500 moves
 * @param options - the other machines of the same customers, and the earlier versions still in use
 * @returns the findings; empty when there is nothing to say. A machine that cannot run is told only
 *   the reasons for that
 * @throws ClienteleError INVALID_ARGUMENT when one of the other machines cannot run itself
 * @example
 * checkLifecycle(JSON.parse(text)).map(({ path, message }) => `${path}: ${message.en}`)
 * //=> ["$.stages.lost: a customer who comes to lost stays there for ever"]
 */
export function checkLifecycle(
  config: unknown,
  options: CheckOptionsInput = {},
): readonly CheckFinding[] {
  const { machines, earlier } = withDefaults(CHECK_DEFAULTS, options);
  assertMachines(machines, "options.machines");
  assertMachines(earlier, "options.earlier");
  const { findings, tell } = collectChecks();
  if (isTooLarge(config, tell)) return findings;
  for (const finding of findDefinitionErrors(config)) passOn(finding, tell);
  if (findings.some(({ severity }) => severity === "error")) return findings;
  const definition = structuredClone(config) as LifecycleDefinition;
  const plan = planMachine(definition);
  const machine = checkedMachine(plan, machines, tell);
  checkGuards(machine);
  checkReach(machine);
  checkOverlaps(machine);
  checkCircles(machine);
  checkTimers(machine);
  checkTranslations(definition, tell);
  checkEarlier(plan, earlier, tell);
  checkMachines(definition, machines, tell);
  return findings;
}

function assertMachines(machines: readonly LifecycleDefinition[], where: string): void {
  if (!Array.isArray(machines)) throw invalid(where, "a list of lifecycles", machines);
  for (const [index, machine] of machines.entries()) {
    const error = findDefinitionErrors(machine).find(({ severity }) => severity === "error");
    if (error === undefined) continue;
    const place = `${where}[${index}]${error.path.slice(1)}`;
    throw invalid(place, error.message.replace(/^must be /, ""), machine);
  }
}

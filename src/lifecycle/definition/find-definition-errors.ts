import { collectFindings, type LifecycleFinding, refuseFindings } from "../finding.js";
import { checkLifecycleShape } from "../shape/lifecycle-shape.js";
import type { LifecycleDefinition } from "../types.js";
import { checkConditions } from "./check-conditions.js";
import { checkMoves } from "./check-moves.js";
import { checkMigrations, checkNames } from "./check-names.js";
import { checkStages, nameStages } from "./check-stages.js";
import { listStages } from "./list-stages.js";

/** What is wrong with a lifecycle whatever the facts are; without an error, it can run. */
export function findDefinitionErrors(value: unknown): readonly LifecycleFinding[] {
  const { findings, report } = collectFindings();
  checkLifecycleShape(value, report);
  if (findings.length > 0) return findings;
  const definition = value as LifecycleDefinition;
  const stages = nameStages(listStages(definition), report);
  checkNames(definition, report);
  checkStages(definition, stages, report);
  checkMoves(definition, stages, report);
  checkMigrations(definition, stages, report);
  checkConditions(definition, report);
  return findings;
}

/**
 * Refuses a lifecycle that cannot run.
 *
 * @throws ClienteleError INVALID_ARGUMENT with the JSON path; LIMIT_EXCEEDED
 */
export function assertDefinition(value: unknown): asserts value is LifecycleDefinition {
  refuseFindings(findDefinitionErrors(value));
}

import { ClienteleError, invalid } from "../../core/errors.js";
import type { StageVisit } from "./types.js";

/**
 * Refuses what are no visits.
 *
 * @throws ClienteleError INVALID_ARGUMENT with the index; INVALID_DATA for a visit left before it was
 * entered, or left for no stage
 */
export function checkVisits(visits: readonly StageVisit[]): void {
  if (!Array.isArray(visits)) throw invalid("visits", "a list of visits", visits);
  for (let index = 0; index < visits.length; index++) {
    checkVisit(visits[index] as StageVisit, index);
  }
}

function checkVisit(visit: StageVisit, index: number): void {
  if (typeof visit !== "object" || visit === null) {
    throw invalid(`visits[${index}]`, "a visit of a stage", visit);
  }
  const { customerId, stage, enteredMs, leftMs, next } = visit;
  if (!isName(customerId)) throw invalid(`visits[${index}].customerId`, "a name", customerId);
  if (!isName(stage)) throw invalid(`visits[${index}].stage`, "the name of a stage", stage);
  if (!Number.isSafeInteger(enteredMs)) {
    throw invalid(`visits[${index}].enteredMs`, "whole epoch milliseconds", enteredMs);
  }
  if ((leftMs === undefined) !== (next === undefined)) {
    throw new ClienteleError(
      "INVALID_DATA",
      `visits[${index}] must have both leftMs and next, or neither while it goes on`,
      { where: `visits[${index}]`, expected: "both leftMs and next, or neither" },
    );
  }
  if (leftMs === undefined) return;
  if (!isName(next)) throw invalid(`visits[${index}].next`, "the name of a stage", next);
  if (!Number.isSafeInteger(leftMs)) {
    throw invalid(`visits[${index}].leftMs`, "whole epoch milliseconds", leftMs);
  }
  if (leftMs < enteredMs) {
    throw invalid(`visits[${index}].leftMs`, `not before its entry ${enteredMs}`, leftMs, {
      code: "INVALID_DATA",
    });
  }
}

function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

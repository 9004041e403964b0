import { invalid } from "../../core/errors.js";

/**
 * Refuses what is no list of different stages.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkStages(stages: readonly string[], where: string): void {
  if (!Array.isArray(stages)) throw invalid(where, "a list of stages", stages);
  const seen = new Set<string>();
  stages.forEach((stage, index) => {
    if (typeof stage !== "string" || stage === "") {
      throw invalid(`${where}[${index}]`, "the name of a stage", stage);
    }
    if (seen.has(stage)) throw invalid(`${where}[${index}]`, "in the list only once", stage);
    seen.add(stage);
  });
}

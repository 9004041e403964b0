import { invalid } from "./errors.js";

/**
 * Refuses what is no level of an interval.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkLevel(level: number): void {
  if (!(typeof level === "number" && level > 0 && level < 1)) {
    throw invalid("options.level", "above 0 and below 1, such as 0.95", level);
  }
}

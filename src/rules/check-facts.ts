import { invalid } from "../core/errors.js";
import type { Facts } from "./types.js";

/** Refuses facts that are no object. */
export function checkFacts(facts: Facts): void {
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) {
    throw invalid("facts", "an object", facts);
  }
}

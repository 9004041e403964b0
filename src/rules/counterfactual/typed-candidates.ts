import type { DetailedType } from "../typing/resolve-fact.js";
import { isMoney, measure } from "../values/measure.js";
import { blankValue } from "./blank-facts.js";

/** Values that the type itself suggests, for a test that suggests none: its ends and its words. */
export function typeCandidates(type: DetailedType | undefined): readonly unknown[] {
  if (type === undefined) return [];
  if (type.type === "text" && type.oneOf !== undefined) return type.oneOf;
  const ends = type.type === "number" ? [type.min, type.max] : [];
  return [blankValue(type), ...ends.filter((end) => end !== undefined)];
}

/** Whether a fact of that type can have the value; any fact can be absent. */
export function fitsType(value: unknown, type: DetailedType | undefined): boolean {
  if (type === undefined || value === undefined) return true;
  switch (type.type) {
    case "boolean":
      return typeof value === "boolean";
    case "text":
      return typeof value === "string" && (type.oneOf?.includes(value) ?? true);
    case "number": {
      if (typeof value !== "number" || (type.integer === true && !Number.isInteger(value))) {
        return false;
      }
      return value >= (type.min ?? -Infinity) && value <= (type.max ?? Infinity);
    }
    case "money":
      return isMoney(value) && (type.currency ?? value.currency) === value.currency;
    case "date":
    case "instant":
    case "period":
      return !Number.isNaN(measure(value, type.type));
    case "list":
    case "events":
      return Array.isArray(value);
    case "record":
      return true;
  }
}

import type { FactTypes } from "../fact-types.js";
import { type DetailedType, detailed } from "../typing/resolve-fact.js";

/** Facts in which everything has a value of its type, and every list is empty. */
export function blankFacts(fields: FactTypes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, type]) => [name, blankValue(detailed(type))]),
  );
}

/** A value that stands for "some value" of a type. */
export function blankValue(type: DetailedType): unknown {
  switch (type.type) {
    case "boolean":
      return false;
    case "text":
      return type.oneOf?.[0] ?? "a";
    case "number":
      return Math.min(Math.max(0, type.min ?? 0), type.max ?? 0);
    case "money":
      return { minor: 0, currency: type.currency ?? "USD" };
    case "date":
      return "2024-01-01";
    case "instant":
      return "2024-01-01T00:00:00.000Z";
    case "period":
      return "P1D";
    case "record":
      return blankFacts(type.fields);
    case "list":
    case "events":
      return [];
  }
}

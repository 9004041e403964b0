import type { FactTypes } from "../fact-types.js";
import {
  type DetailedType,
  detailed,
  itemFields,
  resolveFact,
  type TypeScope,
} from "../typing/resolve-fact.js";

/** What is known about facts beside the facts: their types, if somebody gave them. */
export interface FactHints {
  /** The type of the fact at a path of the scope. */
  typeOf(path: string): DetailedType | undefined;
  /** What an event of a list is made from when the list has none to copy. */
  blankEvent(listPath: string): object;
  /** The hints for the events of a list. */
  inside(listPath: string): FactHints;
}

/** The hints of somebody who knows no types. */
export const NO_HINTS: FactHints = {
  typeOf: () => undefined,
  blankEvent: () => ({}),
  inside: () => NO_HINTS,
};

/** The hints that fact types give. */
export function hintsOf(factTypes: FactTypes): FactHints {
  return hintsInside({ scope: factTypes, root: factTypes });
}

/** Facts in which everything has a value of its type, and every list is empty. */
export function blankFacts(fields: FactTypes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, type]) => [name, blankValue(detailed(type))]),
  );
}

function hintsInside(types: TypeScope): FactHints {
  const fieldsOf = (listPath: string): FactTypes => {
    const list = resolveFact(listPath, types);
    return "unknown" in list || !(list.type === "list" || list.type === "events")
      ? {}
      : itemFields(list);
  };
  return {
    typeOf(path) {
      const type = resolveFact(path, types);
      return "unknown" in type ? undefined : type;
    },
    blankEvent: (listPath) => blankFacts(fieldsOf(listPath)),
    inside: (listPath) => hintsInside({ scope: fieldsOf(listPath), root: types.root }),
  };
}

/** Values that stand for "some value": the rule then moves those that it asks for. */
function blankValue(type: DetailedType): unknown {
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

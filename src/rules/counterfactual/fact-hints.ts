import type { FactTypes } from "../fact-types.js";
import {
  type DetailedType,
  itemFields,
  resolveFact,
  type TypeScope,
} from "../typing/resolve-fact.js";
import { blankFacts } from "./blank-facts.js";

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

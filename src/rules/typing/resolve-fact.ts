import type { EventsType, FactType, FactTypes, ListType } from "../fact-types.js";
import { isRootPath, splitPath } from "../values/read-path.js";

/** A type with its details. */
export type DetailedType = Exclude<FactType, string>;

/** Which facts a path can name: those of the scope, and with `$.` those of the whole. */
export interface TypeScope {
  readonly scope: FactTypes;
  readonly root: FactTypes;
}

/** The names that are known where a path goes wrong. */
export interface UnknownFact {
  readonly unknown: string;
  readonly known: readonly string[];
}

/** An amount has two parts that can be named, too. */
const MONEY_FIELDS: FactTypes = { minor: { type: "number", integer: true }, currency: "text" };

/** The type of the fact at a path. */
export function resolveFact(path: string, { scope, root }: TypeScope): DetailedType | UnknownFact {
  let fields = isRootPath(path) ? root : scope;
  let type: DetailedType | undefined;
  for (const name of splitPath(path)) {
    if (!Object.hasOwn(fields, name)) return { unknown: name, known: Object.keys(fields) };
    type = detailed(fields[name] as FactType);
    fields = fieldsOf(type);
  }
  return type as DetailedType;
}

/** The facts that an item of a list has. */
export function itemFields(type: ListType | EventsType): FactTypes {
  return type.type === "events" ? type.fields : fieldsOf(detailed(type.of));
}

/** A type with its details, whether it was written as a name or as an object. */
export function detailed(type: FactType): DetailedType {
  return typeof type === "string" ? { type } : type;
}

function fieldsOf(type: DetailedType): FactTypes {
  if (type.type === "record") return type.fields;
  return type.type === "money" ? MONEY_FIELDS : {};
}

import type { LocalizedText } from "../core/locale.js";
import type { Kind, OrderedKind } from "./types.js";

/** The facts that rules may read, by name: what a rule is checked against when it is published. */
export type FactTypes = Readonly<Record<string, FactType>>;

/** The type of a fact: the name of a kind, or a description with more detail. */
export type FactType = Kind | ScalarType | RecordType | ListType | EventsType;

interface Labelled {
  /** How explanations call the fact, in the plural for a list: `{ en: "orders", zh: "订单" }`. */
  readonly label?: LocalizedText;
}

/** A single value, with what else is known about it. */
export type ScalarType =
  | TextType
  | NumberType
  | MoneyType
  | (Labelled & { readonly type: "boolean" | Exclude<OrderedKind, "number" | "money"> });

/** A text, perhaps one of a closed list. */
export interface TextType extends Labelled {
  readonly type: "text";
  readonly oneOf?: readonly string[];
}

/** A number, perhaps whole, perhaps bounded (both ends included). */
export interface NumberType extends Labelled {
  readonly type: "number";
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** An amount of money, perhaps always in one currency. */
export interface MoneyType extends Labelled {
  readonly type: "money";
  readonly currency?: string;
}

/** A group of facts. */
export interface RecordType extends Labelled {
  readonly type: "record";
  readonly fields: FactTypes;
}

/** A list without times: tags, order lines. */
export interface ListType extends Labelled {
  readonly type: "list";
  readonly of: FactType;
}

/** A list of events; `at` is the field with the time, by default `at`. */
export interface EventsType extends Labelled {
  readonly type: "events";
  readonly at?: string;
  readonly fields: FactTypes;
}

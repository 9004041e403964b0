import type {
  FieldSubject,
  Kind,
  Literal,
  MoneyLiteral,
  Operand,
  OrderedKind,
  Subject,
} from "../types.js";

/** Whether the other side of a test is a subject and not a value written in the rule. */
export function isSubject(operand: Operand): operand is Subject {
  return (
    typeof operand === "object" &&
    !("minor" in operand || "date" in operand || "instant" in operand || "period" in operand)
  );
}

/** The kind of a value written in a rule. */
export function literalKind(literal: Literal): Kind {
  if (typeof literal === "boolean") return "boolean";
  if (typeof literal === "number") return "number";
  if (typeof literal === "string") return "text";
  if ("date" in literal) return "date";
  if ("instant" in literal) return "instant";
  return "period" in literal ? "period" : "money";
}

/** The value as a fact of the same kind would hold it. */
export function literalValue(literal: Literal): boolean | number | string | MoneyLiteral {
  if (typeof literal !== "object") return literal;
  if ("date" in literal) return literal.date;
  if ("instant" in literal) return literal.instant;
  return "period" in literal ? literal.period : literal;
}

/** The kind that a side of a test gives away by itself. */
export function operandKind(operand: Operand): Kind | undefined {
  return isSubject(operand) ? subjectKind(operand) : literalKind(operand);
}

/** The kind that a subject gives away by itself. */
export function subjectKind(subject: Subject): OrderedKind | undefined {
  return "count" in subject ? "number" : subject.as;
}

/** The field that a subject combines. */
export function fieldOf(subject: FieldSubject): string {
  if ("sum" in subject) return subject.sum;
  if ("min" in subject) return subject.min;
  return "max" in subject ? subject.max : subject.last;
}

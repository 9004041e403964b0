import type { EventsType, ListType } from "../fact-types.js";
import type { Report } from "../finding.js";
import { ORDERED_KINDS } from "../grammar/check-condition-shape.js";
import { memberPath } from "../grammar/json-path.js";
import type { CountSubject, FieldSubject, Subject } from "../types.js";
import { fieldOf } from "../values/kinds.js";
import { type DetailedType, itemFields, resolveFact, type TypeScope } from "./resolve-fact.js";

/** What the checks of one leaf share. */
export interface TypeContext {
  readonly types: TypeScope;
  readonly hasZone: boolean;
  readonly report: Report;
}

/** What is missing where dates are compared with the present. */
export const DATES_NEED_ZONE = "dates need the `zone` of the rule, such as Asia/Shanghai";

const COUNT_TYPE: DetailedType = { type: "number", integer: true, min: 0 };
const DEFAULT_AT = "at";

/** The type of a subject's values; `undefined` when there is none, which is then reported. */
export function subjectType(
  subject: Subject,
  path: string,
  context: TypeContext,
): DetailedType | undefined {
  if (!("fact" in subject)) return summaryType(subject, path, context);
  const type = factType(subject.fact, memberPath(path, "fact"), context);
  if (type !== undefined && subject.as !== undefined && type.type !== subject.as) {
    const message = `reads ${subject.fact}, which is ${type.type}, as ${subject.as}`;
    context.report(memberPath(path, "as"), "TYPE_MISMATCH", message);
  }
  return type;
}

/** The type of the fact at a path; `undefined` when there is no such fact, which is then reported. */
export function factType(
  factPath: string,
  path: string,
  { types, report }: TypeContext,
): DetailedType | undefined {
  const type = resolveFact(factPath, types);
  if (!("unknown" in type)) return type;
  const known = type.known.slice(0, 20).join(", ") || "no names";
  report(path, "UNKNOWN_FACT", `no fact is called ${type.unknown} here; there is ${known}`);
  return undefined;
}

function summaryType(
  subject: CountSubject | FieldSubject,
  path: string,
  context: TypeContext,
): DetailedType | undefined {
  const isCount = "count" in subject;
  const listPath = memberPath(path, isCount ? "count" : "of");
  const list = factType(isCount ? subject.count : subject.of, listPath, context);
  if (list === undefined) return undefined;
  if (list.type !== "list" && list.type !== "events") {
    context.report(listPath, "TYPE_MISMATCH", `is ${list.type}, not a list of events`);
    return undefined;
  }
  const inside = { ...context, types: { scope: itemFields(list), root: context.types.root } };
  checkTimes(subject, list, path, inside);
  return isCount ? COUNT_TYPE : fieldType(subject, path, inside);
}

/** Checks how the events of a summary are placed in time. */
function checkTimes(
  subject: CountSubject | FieldSubject,
  list: ListType | EventsType,
  path: string,
  inside: TypeContext,
): void {
  const { report } = inside;
  const at = subject.at ?? DEFAULT_AT;
  const isTimed = subject.within !== undefined || "last" in subject;
  const ownAt = list.type === "events" ? (list.at ?? DEFAULT_AT) : at;
  if (list.type === "events" && subject.within === undefined) {
    const message = 'also counts events after `asOf`; write `within`, at least "ever"';
    report(path, "FUTURE_EVENTS", message, { severity: "warning" });
  }
  if (!isTimed) return;
  if (at !== ownAt) {
    report(path, "TYPE_MISMATCH", `the time of these events is ${ownAt}; write \`at\`: "${ownAt}"`);
    return;
  }
  const moment = factType(at, memberPath(path, "at"), inside);
  if (moment === undefined) return;
  if (moment.type !== "instant" && moment.type !== "date") {
    report(memberPath(path, "at"), "TYPE_MISMATCH", `${at} is ${moment.type}, not a time`);
  } else if (moment.type === "date" && !inside.hasZone) {
    report(memberPath(path, "within"), "ZONE_MISSING", DATES_NEED_ZONE);
  }
}

function fieldType(
  subject: FieldSubject,
  path: string,
  inside: TypeContext,
): DetailedType | undefined {
  const [operation] = ["sum", "min", "max", "last"].filter((key) => key in subject);
  const place = memberPath(path, operation as string);
  const type = factType(fieldOf(subject), place, inside);
  if (type === undefined) return undefined;
  const isSum = "sum" in subject;
  const isScalar = !["record", "list", "events"].includes(type.type);
  const isOrdered = (ORDERED_KINDS as readonly string[]).includes(type.type);
  const isRight = isSum
    ? type.type === "number" || type.type === "money"
    : isOrdered || ("last" in subject && isScalar);
  if (!isRight) {
    inside.report(place, "TYPE_MISMATCH", `cannot take the ${operation} of ${type.type}`);
    return undefined;
  }
  if (subject.as !== undefined && subject.as !== type.type) {
    const message = `reads ${fieldOf(subject)}, which is ${type.type}, as ${subject.as}`;
    inside.report(memberPath(path, "as"), "TYPE_MISMATCH", message);
  }
  // The bounds of one value are no bounds of a sum.
  return isSum && type.type === "number" ? { type: "number" } : type;
}

import type { Renderer } from "../render/render-condition.js";
import { renderValue } from "../render/render-value.js";
import { isDateText, momentMs } from "../time/moment.js";
import type { TraceLeaf } from "../trace.js";
import type { Leaf } from "../types.js";
import { literalKind } from "../values/kinds.js";
import { readEpochDay } from "../values/read-date.js";
import type { ChosenLeaf } from "./choose-leaves.js";

const MS_PER_DAY = 86_400_000;

/** A test as a reason, with the value that the fact has; of an unknown one, what is missing. */
export function renderReason(
  { leaf, wanted }: ChosenLeaf,
  asOfMs: number,
  renderer: Renderer,
): string {
  const { phrases } = renderer;
  if (leaf.value === undefined) {
    return phrases.and(leaf.missing.map(({ path, why }) => phrases.missing(path, why)));
  }
  const test = renderTest({ leaf, wanted }, renderer);
  const saysItself = leaf.test === "exists" || (leaf.test === "eq" && leaf.value && wanted);
  return saysItself ? test : phrases.now(test, renderActual(leaf, asOfMs, renderer));
}

/** A test as it has to be answered. */
export function renderTest({ leaf, wanted }: ChosenLeaf, renderer: Renderer): string {
  return renderer.test(leaf.subject as Leaf, leaf.test, wanted);
}

function renderActual(leaf: TraceLeaf, asOfMs: number, { phrases, clock }: Renderer): string {
  const { subject, actual } = leaf;
  if ("since" in subject || "until" in subject) {
    const days = isDateText(actual)
      ? (clock?.rules.toEpochDay(asOfMs) ?? Number.NaN) - readEpochDay(actual)
      : (asOfMs - momentMs(actual, clock)) / MS_PER_DAY;
    return phrases.days(Math.trunc("since" in subject ? days : -days));
  }
  return renderValue(actual, kindOfLeaf(leaf), phrases, clock);
}

/** The kind that the rule reads the fact as, where its values do not show it. */
function kindOfLeaf({ subject, test }: TraceLeaf) {
  if ("as" in subject && subject.as !== undefined) return subject.as;
  const operand = (subject as Readonly<Record<string, unknown>>)[test];
  const [first] = Array.isArray(operand) ? operand : [operand];
  const isTagged = typeof first === "object" && first !== null && !("fact" in first);
  return isTagged ? literalKind(first) : undefined;
}

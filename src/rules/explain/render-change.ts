import type { Change } from "../counterfactual/situation.js";
import type { Renderer } from "../render/render-condition.js";
import { renderInstant, renderValue } from "../render/render-value.js";
import type { TraceLeaf } from "../trace.js";
import type { Subject } from "../types.js";
import { fieldOf } from "../values/kinds.js";
import { isMoney } from "../values/measure.js";
import { compilePath } from "../values/read-path.js";
import { renderTest } from "./render-reason.js";

/** Says what a change is, in the words of the tests that it serves. */
export function renderChange(
  change: Change,
  leaves: ReadonlyMap<string, TraceLeaf>,
  renderer: Renderer,
): string {
  const { phrases, clock } = renderer;
  if (change.kind === "wait") return phrases.wait(renderInstant(change.untilMs, clock));
  const served = change.serves.flatMap(({ path, wanted }) => {
    const leaf = leaves.get(path);
    return leaf === undefined ? [] : [{ leaf, wanted }];
  });
  const tests = phrases.and(served.map((chosen) => renderTest(chosen, renderer)));
  const subject = served.map(({ leaf }) => summaryOf(leaf)).find((found) => found !== undefined);
  if (change.kind === "set" || subject === undefined) return tests;
  const events = renderer.events(subject);
  if (change.kind === "remove") return phrases.fewerEvents(change.events.length, events);
  if ("count" in subject) return phrases.moreEvents(change.events.length, events);
  if (!("sum" in subject)) return phrases.newEvent(events, tests);
  const amount = sumOf(change.events, fieldOf(subject));
  const shown = renderValue(amount, undefined, phrases, clock);
  return phrases.moreOf(shown, renderer.field(subject), phrases.events(events));
}

function summaryOf({ subject }: TraceLeaf): Exclude<Subject, { fact: string }> | undefined {
  if ("fact" in subject) return undefined;
  if (!("since" in subject || "until" in subject)) return subject;
  const source = "since" in subject ? subject.since : subject.until;
  return typeof source === "string" || "fact" in source ? undefined : source;
}

/** What the added events bring to a sum. */
function sumOf(events: readonly object[], field: string): unknown {
  const read = compilePath(field);
  const values = events.map((event) => read(event, event, 0));
  const [first] = values;
  const total = values.reduce<number>(
    (sum, value) => sum + (isMoney(value) ? value.minor : Number(value)),
    0,
  );
  return isMoney(first) ? { minor: total, currency: first.currency } : total;
}

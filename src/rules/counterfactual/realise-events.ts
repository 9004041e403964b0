import type { PlannedEvents } from "../plan/plan-events.js";
import type { CountSubject, FieldSubject, OrderedKind } from "../types.js";
import { fieldOf } from "../values/kinds.js";
import { isMoney, measure } from "../values/measure.js";
import { compilePath } from "../values/read-path.js";
import { buildEvent } from "./build-event.js";
import { isMet, isMetBy, type NeedGroup } from "./group-needs.js";
import { listCandidates } from "./list-candidates.js";
import type { Means } from "./realise-group.js";
import { applyEdit, type Edit, type Situation } from "./situation.js";

/** More events than this are no advice. */
const MOST_EVENTS = 10_000;
/** Events of a sum that are taken away one by one, and looks at events while doing so. */
const MOST_REMOVALS = 200;
const MOST_LOOKS = 1_000_000;

/** The events that a subject summarises, and how to make one more. */
interface Members {
  readonly list: string;
  readonly members: readonly unknown[];
  /** An event that would be meant, with that value in the field if it is given. */
  readonly build: (value?: unknown) => object | undefined;
}

/** Changes of a list of events that meet the needs of a group; `undefined` when none is found. */
export function realiseEvents(
  group: NeedGroup,
  subject: CountSubject | FieldSubject,
  situation: Situation,
  means: Means,
): readonly Edit[] | undefined {
  const { scope, root, asOfMs } = situation;
  const { source } = group.leaf;
  const events = source.events as PlannedEvents;
  const items = events.list(scope, root, asOfMs) ?? [];
  const isEnough = (changes: readonly Edit[]): boolean =>
    isMet(group, changes.reduce(applyEdit, situation));
  const nothing: readonly Edit[] = [{ kind: "set", path: events.listPath, to: [] }];
  if (items.length === 0 && isEnough(nothing)) return nothing;

  const members: Members = {
    list: events.listPath,
    members: items.filter((item) => events.belongs(item, root, asOfMs) === true),
    build: (value) => buildEvent(subject, events, items, value, situation, means),
  };
  const isCount = "count" in subject;
  const current = isCount ? members.members.length : source.read(scope, root, asOfMs);
  for (const target of listCandidates(group, current, situation)) {
    if (!isMetBy(group, target, situation)) continue;
    const ways = isCount
      ? countWays(target as number, members)
      : fieldWays(subject, target, current, members);
    const found = ways.find(isEnough);
    if (found !== undefined) return found;
  }
  return isCount ? undefined : removalWays(group, subject, members, situation).find(isEnough);
}

function countWays(target: number, { list, members, build }: Members): readonly Edit[][] {
  const more = target - members.length;
  if (!Number.isInteger(target) || target < 0 || more > MOST_EVENTS) return [];
  if (more <= 0) return [[{ kind: "remove", list, events: members.slice(target) }]];
  const event = build();
  if (event === undefined) return [];
  return addWays(
    Array.from({ length: more }, () => ({ ...event })),
    { list },
  );
}

function fieldWays(
  subject: FieldSubject,
  target: unknown,
  current: unknown,
  members: Members,
): readonly Edit[][] {
  if ("sum" in subject) return sumWays(target, current, subject.sum, members);
  const added = addWays([members.build(target)], members);
  const { list, members: events } = members;
  return [...added, ...added.map((edits): Edit[] => [{ kind: "remove", list, events }, ...edits])];
}

/** One event with the whole difference, or several with the value that the filter asks for. */
function sumWays(
  target: unknown,
  current: unknown,
  field: string,
  { list, build }: Members,
): readonly Edit[][] {
  const kind: OrderedKind = isMoney(target) ? "money" : "number";
  const now = current === undefined ? 0 : measure(current, kind);
  const difference = measure(target, kind) - now;
  const value = isMoney(target) ? { ...target, minor: difference } : difference;
  const event = build();
  const size = event === undefined ? Number.NaN : measure(fieldValue(event, field), kind);
  const copies = Math.ceil(difference / size);
  const several =
    event !== undefined && copies > 0 && copies <= MOST_EVENTS
      ? addWays(
          Array.from({ length: copies }, () => ({ ...event })),
          { list },
        )
      : [];
  return [...addWays([build(value)], { list }), ...several];
}

function addWays(
  events: readonly (object | undefined)[],
  { list }: Pick<Members, "list">,
): readonly Edit[][] {
  const built = events.filter((event) => event !== undefined);
  return built.length === events.length ? [[{ kind: "add", list, events: built }]] : [];
}

/**
 * Events taken away: those whose own value would not do; of a sum, ever more events, the largest
 * first or the smallest first.
 */
function removalWays(
  group: NeedGroup,
  subject: FieldSubject,
  { list, members }: Members,
  situation: Situation,
): readonly Edit[][] {
  const readValue = (event: unknown): unknown => fieldValue(event, fieldOf(subject));
  if (!("sum" in subject)) {
    const events = members.filter((event) => !isMetBy(group, readValue(event), situation));
    return [[{ kind: "remove", list, events }]];
  }
  const size = (event: unknown): number => {
    const value = readValue(event);
    return isMoney(value) ? value.minor : measure(value, "number");
  };
  const rising = [...members].sort((a, b) => size(a) - size(b));
  const most = Math.min(MOST_REMOVALS, Math.ceil(MOST_LOOKS / (members.length + 1)));
  return [rising.toReversed(), rising].flatMap((order) =>
    order
      .slice(0, most)
      .map((_, index): Edit[] => [{ kind: "remove", list, events: order.slice(0, index + 1) }]),
  );
}

function fieldValue(event: unknown, field: string): unknown {
  return typeof event === "object" && event !== null
    ? compilePath(field)(event, event, 0)
    : undefined;
}

import type {
  LifecycleDefinition,
  LifecycleEvent,
  MoveDefinition,
  StageDefinition,
} from "../../src/lifecycle/index.js";
import { type Condition, evaluateRule } from "../../src/rules/index.js";

export const DAY = 86_400_000;

/** A move that the naive machine took. */
export interface NaiveMove {
  readonly move: string;
  readonly from: string;
  readonly to: string;
  readonly day: number;
}

interface Place {
  readonly definition: StageDefinition;
  /** Outermost first, with the stage itself. */
  readonly line: readonly string[];
}

/**
 * The lifecycle once more, as simple as it can be: it looks at every single day, builds all facts anew
 * from the whole history each time, and knows nothing of due instants. Times are whole days in UTC.
 */
export function naiveReplay(
  definition: LifecycleDefinition,
  history: readonly LifecycleEvent[],
  lastDay: number,
): { readonly moves: readonly NaiveMove[]; readonly current: string } | "endless" {
  const places = new Map<string, Place>();
  const visit = (stages: Readonly<Record<string, StageDefinition>>, around: readonly string[]) => {
    for (const [id, stage] of Object.entries(stages)) {
      places.set(id, { definition: stage, line: [...around, id] });
      visit(stage.stages ?? {}, [...around, id]);
    }
  };
  visit(definition.stages, []);
  const innermost = (id: string): string => {
    const { start } = places.get(id)!.definition;
    return start === undefined ? id : innermost(start);
  };
  const lineOf = (id: string) => places.get(id)!.line;
  const dayOf = (event: LifecycleEvent) => (event.at as number) / DAY;
  const days = (period = "P0D") => Number(/^P(\d+)D$/.exec(period)![1]);

  const events = [...history].sort(
    (a, b) => dayOf(a) - dayOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const seen: LifecycleEvent[] = [];
  const moves: NaiveMove[] = [];
  let current = innermost(definition.start);
  let since: Record<string, number> = {};
  const broken: Record<string, number> = {};

  const holds = (when: Condition | undefined, day: number, event?: LifecycleEvent): boolean => {
    if (when === undefined) return true;
    const list = seen.filter(({ type }) => type === "a").map(({ at, data }) => ({ at, ...data }));
    const facts = Object.assign({ list }, ...seen.map((each) => each.facts ?? {}));
    if (event) facts.event = event.data ?? {};
    return evaluateRule({ zone: "UTC", when }, facts, { asOf: day * DAY }).value === true;
  };

  const entered = (to: string): readonly string[] => {
    const [here, there] = [lineOf(current), lineOf(to)];
    let shared = 0;
    while (shared < there.length - 1 && here[shared] === there[shared]) shared++;
    return lineOf(innermost(to)).slice(shared);
  };
  const leaves = (to: string) => {
    const kept = lineOf(innermost(to)).length - entered(to).length;
    return lineOf(current).slice(kept);
  };
  const take = (move: string, to: string, day: number) => {
    const next = innermost(to);
    const news = entered(to);
    for (const id of leaves(to)) delete broken[id];
    moves.push({ move, from: current, to: next, day });
    since = Object.fromEntries(
      lineOf(next).map((id) => [id, news.includes(id) ? day : since[id]!]),
    );
    current = next;
  };
  const mayEnter = (to: string, day: number, event?: LifecycleEvent) =>
    entered(to).every((id) => holds(places.get(id)!.definition.enter, day, event));

  /** The moves that leave the current stage, in the order in which they are tried, with their stage. */
  const candidates = (): [MoveDefinition, string][] => {
    const found: [MoveDefinition, string, number][] = [];
    for (const move of definition.moves) {
      const from = typeof move.from === "string" ? [move.from] : move.from;
      const sources = lineOf(current).filter((id) => from.includes(id));
      const source = from.includes("*") ? current : sources.at(-1);
      if (source !== undefined) found.push([move, source, lineOf(source).length]);
    }
    const rank = ([{ priority = 0 }]: [MoveDefinition, string, number]) => -priority;
    return found
      .map((each, index) => ({ each, index }))
      .sort((a, b) => rank(a.each) - rank(b.each) || b.each[2] - a.each[2] || a.index - b.index)
      .map(({ each: [move, source] }) => [move, source]);
  };
  const dwellIsOver = (to: string, day: number) =>
    leaves(to).every((id) => day >= since[id]! + days(places.get(id)!.definition.dwell));

  const firesBySelf = ([move, source]: [MoveDefinition, string], day: number): boolean => {
    if (move.on !== undefined) return false;
    if (move.after === undefined && lineOf(current).includes(move.to)) return false;
    if (move.after !== undefined) {
      const restarts = seen.filter(({ type }) => move.without === type).map(dayOf);
      if (day < Math.max(since[source]!, ...restarts) + days(move.after as string)) return false;
    }
    if (move.early !== true && !dwellIsOver(move.to, day)) return false;
    return holds(move.when, day) && mayEnter(move.to, day);
  };

  /** False when there is no end. */
  const settle = (day: number): boolean => {
    for (let count = 0; count < 100; count++) {
      for (const id of lineOf(current)) {
        const { stay } = places.get(id)!.definition;
        if (stay === undefined) continue;
        if (holds({ not: stay.when }, day)) broken[id] ??= day;
        else delete broken[id];
      }
      const step = candidates().find((each) => firesBySelf(each, day));
      if (step !== undefined) {
        take(step[0].id, step[0].to, day);
        continue;
      }
      const left = lineOf(current).find((id) => {
        const { stay } = places.get(id)!.definition;
        if (stay === undefined || broken[id] === undefined) return false;
        return day >= broken[id] + days(stay.grace) && dwellIsOver(stay.otherwise, day);
      });
      if (left === undefined) return true;
      take(`${left}:stay`, places.get(left)!.definition.stay!.otherwise, day);
    }
    return false;
  };

  const firstDay = dayOf(events[0]!);
  since = Object.fromEntries(lineOf(current).map((id) => [id, firstDay]));
  for (let day = firstDay; day <= lastDay; day++) {
    if (!settle(day)) return "endless";
    for (const event of events.filter((each) => dayOf(each) === day)) {
      seen.push(event);
      const step = candidates().find(
        ([{ on, when, to }]) =>
          on === event.type && holds(when, day, event) && mayEnter(to, day, event),
      );
      if (step !== undefined) take(step[0].id, step[0].to, day);
      else if (definition.events?.[event.type]?.request) seen.pop();
      if (!settle(day)) return "endless";
    }
  }
  return { moves, current };
}

import { unitStart } from "../../core/calendar-unit.js";
import { formatIsoDate, type ZoneRules } from "../../core/index.js";
import type { CalendarUnit } from "../../rules/index.js";
import type { Cap } from "./types.js";

/** A cap with the name of its counter. */
export interface CompiledCap {
  /** `rule/refill/0`; the counter adds whose use it is and the period. */
  readonly name: string;
  readonly counts: "points" | "times";
  readonly limit: number;
  readonly per: "member" | "account" | "program";
  readonly within: "order" | CalendarUnit | "ever";
}

/** Prepares caps. */
export function compileCaps(caps: readonly Cap[] | undefined, name: string): CompiledCap[] {
  return (caps ?? []).map((cap, index) => ({
    name: `${name}/${index}`,
    counts: cap.points === undefined ? "times" : "points",
    limit: cap.points ?? cap.times,
    per: cap.per ?? "account",
    within: cap.within ?? "ever",
  }));
}

/** The counter of a cap at a moment: `rule/refill/0@m-7/2026-03-02`. */
export function counterOf(
  { name, per, within }: CompiledCap,
  member: string,
  atMs: number,
  clock: ZoneRules,
): string {
  const whose = per === "member" ? `${name}@${member}` : name;
  if (within === "ever" || within === "order") return whose;
  return `${whose}/${formatIsoDate(unitStart(within, clock.toEpochDay(atMs)))}`;
}

/** The instant at which the counter of a cap starts anew; `undefined` when it never does. */
export function nextCounterMs(
  { within }: CompiledCap,
  atMs: number,
  clock: ZoneRules,
): number | undefined {
  if (within === "ever" || within === "order") return undefined;
  return clock.startOfDay(unitStart(within, clock.toEpochDay(atMs), -1));
}

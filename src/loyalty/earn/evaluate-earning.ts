import type { EarnContext, OpenedLot, RuleGrant } from "../ledger/entry-types.js";
import type { CompiledCap } from "../program/compile-caps.js";
import type { ProgramVersion } from "../program/compile-program.js";
import type { Order, OrderLine, ProgramEvent } from "../types.js";
import { type Award, awardEvent, awardOrder } from "./award-points.js";
import { type Grants, grantPoints, type Room } from "./grant-points.js";
import { totalOf } from "./read-source.js";

/** What an order or event earns under one version of the rules. */
export interface Earned extends Grants {
  readonly awards: readonly Award[];
}

/** The facts that conditions of rules read. */
export function factsOf(
  context: EarnContext,
  about: { readonly order?: Order; readonly event?: ProgramEvent },
  currency: string,
): object {
  const { tier, member, history } = context;
  const { order, event } = about;
  return {
    ...(order !== undefined && {
      order: { ...order, total: { minor: totalOf(order.lines), currency } },
    }),
    ...(event !== undefined && { event }),
    ...(member !== undefined && { member }),
    ...(tier !== undefined && { tier }),
    history,
  };
}

/** What the lines of an order earn. */
export function earnOrder(
  version: ProgramVersion,
  order: Order,
  lines: readonly OrderLine[],
  context: EarnContext,
  occurredMs: number,
  room: Room,
): Earned {
  const { earning, program } = version;
  const facts = factsOf(context, { order: { ...order, lines } }, program.currency);
  const awards = awardOrder(earning, lines, facts, occurredMs);
  return { awards, ...grantPoints(earning, awards, room, context.carry) };
}

/** What an event earns. */
export function earnEvent(
  version: ProgramVersion,
  event: ProgramEvent,
  context: EarnContext,
  occurredMs: number,
  room: Room,
): Earned {
  const { earning, program } = version;
  const facts = factsOf(context, { event }, program.currency);
  const awards = awardEvent(earning, event.type, facts, occurredMs);
  return { awards, ...grantPoints(earning, awards, room, undefined) };
}

/** The lots of grants, one for all points of the same terms, and what each rule gave to which. */
export function lotsOf(
  { grants }: Grants,
  earnedMs: number,
  member: string | undefined,
): { readonly opens: OpenedLot[]; readonly rules: RuleGrant[] } {
  const opens: OpenedLot[] = [];
  const places = new Map<string, number>();
  const rules = grants.map(({ rule, desired, granted, cap }): RuleGrant => {
    const named = { rule: rule.id, desired, granted, ...(cap !== undefined && { cap }) };
    if (granted === 0) return named;
    let lot = places.get(rule.terms.id);
    if (lot === undefined) {
      lot = opens.length;
      places.set(rule.terms.id, lot);
      const terms = rule.terms.termsAt(earnedMs);
      opens.push({ points: 0, ...terms, ...(member !== undefined && { member }) });
    }
    const open = opens[lot]!;
    opens[lot] = { ...open, points: open.points + granted };
    return { ...named, lot };
  });
  return { opens, rules };
}

/** What is used of each cap by grants. */
export function usesOf(
  { grants }: Grants,
  common: readonly CompiledCap[],
): { readonly cap: CompiledCap; readonly amount: number }[] {
  const total = grants.reduce((so, { granted }) => so + granted, 0);
  const useOf = (cap: CompiledCap, granted: number) => ({
    cap,
    amount: cap.counts === "points" ? granted : Math.min(granted, 1),
  });
  return [
    ...grants.flatMap(({ rule, granted }) => rule.gate.caps.map((cap) => useOf(cap, granted))),
    ...common.map((cap) => useOf(cap, total)),
  ];
}

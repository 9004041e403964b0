import { type Refused, refuse } from "../../core/index.js";
import { notEligible, outsideWindow } from "../command/check-gate.js";
import type { Draft, Turn } from "../command/run-command.js";
import type { EarnContext, EarnEntry } from "../ledger/entry-types.js";
import { nextCounterMs } from "../program/compile-caps.js";
import { isOpen } from "../program/compile-gate.js";
import type { RefusalCode } from "../refusal.js";
import type { EarnCommand, ProgramEvent } from "../types.js";
import { draftOf, refuseEarned, startContext } from "./draft-earning.js";
import { type Earned, earnEvent, factsOf } from "./evaluate-earning.js";
import { checkEvent } from "./read-source.js";

/** What an event earns; an event that earns nothing is refused with the reason. */
export function earnByEvent(
  turn: Turn,
  command: EarnCommand,
  event: ProgramEvent,
): Draft<EarnEntry> | Refused<RefusalCode> {
  checkEvent(event);
  const id = `event:${event.type}:${event.id}`;
  const earlier = refuseEarned(turn, id);
  if (earlier !== undefined) return earlier;
  const { context, room } = startContext(turn, command);
  const earned = earnEvent(turn.version, event, context, turn.occurredMs, room);
  if (earned.grants.every(({ granted }) => granted === 0)) {
    return whyNothing(turn, event, context, earned);
  }
  return { ...draftOf(turn, earned, context), source: { kind: "event", id, event } };
}

function whyNothing(
  { version, occurredMs }: Turn,
  event: ProgramEvent,
  context: EarnContext,
  { grants }: Earned,
): Refused<RefusalCode> {
  const { earning, program, clock } = version;
  const capped = grants.find(({ cap }) => cap !== undefined);
  if (capped !== undefined) {
    const cap = [...capped.rule.gate.caps, ...earning.caps].find(({ name }) => name === capped.cap);
    const opensAtMs = cap && nextCounterMs(cap, occurredMs, clock);
    return refuse("capReached", `${capped.cap} allows no more`, {
      cap: capped.cap,
      counts: cap?.counts,
      limit: cap?.limit,
      room: 0,
      asked: capped.desired,
      ...(opensAtMs !== undefined && { opensAtMs }),
    });
  }
  const rules = earning.bases.filter((rule) => rule.event === event.type);
  if (rules.length === 0) {
    return refuse("notOffered", `no rule gives points for the event ${event.type}`, {
      events: [...new Set(earning.bases.flatMap((rule) => rule.event ?? []))],
    });
  }
  const gates = rules.map(({ gate }) => gate);
  const open = gates.filter((gate) => isOpen(gate, occurredMs));
  if (open.length === 0) return outsideWindow(gates, occurredMs);
  return notEligible(open, factsOf(context, { event }, program.currency), occurredMs);
}

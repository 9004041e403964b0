import { type Refused, refuse } from "../../core/index.js";
import { nextCounterMs } from "../program/compile-caps.js";
import { type Gate, isOpen } from "../program/compile-gate.js";
import type { RefusalCode } from "../refusal.js";
import { type CapSituation, capRoom } from "./cap-room.js";

/** Refuses what a gate does not let through: its window, its condition, its caps. */
export function checkGate(
  gate: Gate,
  situation: CapSituation,
  facts: object,
  use: { readonly points: number; readonly times: number },
): Refused<RefusalCode> | undefined {
  const { occurredMs } = situation;
  if (!isOpen(gate, occurredMs)) return outsideWindow([gate], occurredMs);
  if (gate.holds !== undefined && gate.holds(facts, occurredMs) !== true) {
    return notEligible([gate], facts, occurredMs);
  }
  return checkCaps(gate, situation, use);
}

/** Refuses what goes above the caps of a gate. */
export function checkCaps(
  gate: Gate,
  situation: CapSituation,
  use: { readonly points: number; readonly times: number },
): Refused<RefusalCode> | undefined {
  for (const cap of gate.caps) {
    const room = capRoom(cap, situation);
    if (use[cap.counts] <= room) continue;
    const opensAtMs = nextCounterMs(cap, situation.occurredMs, situation.version.clock);
    return refuse("capReached", `${cap.name} allows ${room} more ${cap.counts}`, {
      cap: cap.name,
      counts: cap.counts,
      limit: cap.limit,
      room,
      asked: use[cap.counts],
      ...(opensAtMs !== undefined && { opensAtMs }),
    });
  }
  return undefined;
}

/** The refusal outside of windows; it says when they are. */
export function outsideWindow(gates: readonly Gate[], atMs: number): Refused<RefusalCode> {
  const windows = gates.map(({ name, fromMs, toMs }) => ({
    name,
    ...(Number.isFinite(fromMs) && { fromMs }),
    ...(Number.isFinite(toMs) && { toMs }),
  }));
  const names = gates.map(({ name }) => name).join(", ");
  return refuse("outsideWindow", `${names} does not hold at that time`, { atMs, windows });
}

/** The refusal of conditions that do not hold, with their traces. */
export function notEligible(
  gates: readonly Gate[],
  facts: object,
  atMs: number,
): Refused<RefusalCode> {
  const traces = Object.fromEntries(
    gates.flatMap((gate) => {
      const trace = gate.trace(facts, atMs);
      return trace === undefined ? [] : [[gate.name, trace]];
    }),
  );
  const names = gates.map(({ name }) => name).join(", ");
  return refuse("notEligible", `the condition of ${names} does not hold`, { traces });
}

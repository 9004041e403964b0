import { unitStart } from "../../core/calendar-unit.js";
import { addPeriod, invalid, parseIsoDate, parsePeriod, zoneRules } from "../../core/index.js";
import type { ActivationTerm, LotTerms } from "../ledger/entry-types.js";
import type { Activation, Expiry, Program } from "./types.js";

/** The terms of points earned at a moment. */
export interface CompiledTerms {
  /** Equal for equal terms: points of one order with the same terms form one lot. */
  readonly id: string;
  termsAt(earnedMs: number): LotTerms;
}

/** Prepares the terms of a rule, or of the programme where the rule has none of its own. */
export function compileTerms(
  program: Program,
  own: { readonly activation?: Activation; readonly expiry?: Expiry } = {},
): CompiledTerms {
  const activation = own.activation ?? program.activation;
  const expiry = own.expiry ?? program.expiry ?? "never";
  const activate = compileActivation(activation, program.zone);
  const expire = compileExpiry(expiry, activation, program.zone);
  return {
    id: JSON.stringify([activation, expiry]),
    termsAt(earnedMs) {
      const start = activate(earnedMs);
      return { ...start, ...expire(earnedMs, start.activeMs ?? earnedMs) };
    },
  };
}

/** The instant at which a term ends that starts at a moment. */
export function termEndMs(startMs: number, { after, upTo, zone }: ActivationTerm): number {
  const endMs = addPeriod(startMs, parsePeriod(after), zone);
  if (upTo === undefined) return endMs;
  const clock = zoneRules(zone);
  const day = clock.toEpochDay(endMs);
  const start = unitStart(upTo, day);
  return clock.startOfDay(start) === endMs ? endMs : clock.startOfDay(unitStart(upTo, day, -1));
}

function compileActivation(
  activation: Activation | undefined,
  zone: string,
): (earnedMs: number) => LotTerms {
  if (activation === undefined) return () => ({});
  if ("after" in activation) {
    const after = parsePeriod(activation.after, "activation.after");
    return (earnedMs) => ({ activeMs: addPeriod(earnedMs, after, zone) });
  }
  const { on, atLatest } = activation;
  if (atLatest === undefined) return () => ({ activeOn: on });
  const latest = parsePeriod(atLatest, "activation.atLatest");
  return (earnedMs) => ({ activeOn: on, activeMs: addPeriod(earnedMs, latest, zone) });
}

function compileExpiry(
  expiry: Expiry,
  activation: Activation | undefined,
  zone: string,
): (earnedMs: number, activeMs: number) => LotTerms {
  if (expiry === "never") return () => ({});
  if ("inactive" in expiry) {
    const inactive = { after: expiry.inactive, zone };
    return () => ({ inactive });
  }
  if ("through" in expiry) {
    const day = parseIsoDate(expiry.through);
    if (day === undefined) throw invalid("expiry.through", "a date", expiry.through);
    const expiresMs = zoneRules(zone).startOfDay(day + 1);
    return () => ({ expiresMs });
  }
  const { after, counted, upTo } = expiry;
  const term = { after, zone, ...(upTo !== undefined && { upTo }) };
  if (counted !== "activated") return (earnedMs) => ({ expiresMs: termEndMs(earnedMs, term) });
  const waitsForEvent = activation !== undefined && "on" in activation;
  if (waitsForEvent) return () => ({ expiresAfter: term });
  return (_, activeMs) => ({ expiresMs: termEndMs(activeMs, term) });
}

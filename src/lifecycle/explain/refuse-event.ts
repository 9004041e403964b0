import type { Locale } from "../../core/locale.js";
import { type Refused, refuse } from "../../core/outcome.js";
import type { PlacedEvent } from "../event/read-event.js";
import type { Obstacle } from "../fold/choose-step.js";
import type { Fold } from "../fold/fold.js";
import type { RefusalCode } from "../state-types.js";
import { decide } from "./explain-state.js";
import { tellerOf } from "./teller.js";

/** The refusal of an event: what is in the way of the first move that it asks for, and what would do it. */
export function refuseEvent(
  fold: Fold,
  placed: PlacedEvent,
  { code, choice }: Obstacle,
): Refused<RefusalCode> {
  const { event, atMs } = placed;
  const stage = fold.leaf.stage.id;
  const tell = (locale: Locale): { readonly text: string; readonly conditions: unknown } => {
    const teller = tellerOf(fold.plan.lifecycle, locale);
    const { phrases } = teller;
    const conditions = (code.startsWith("CONDITION") ? (choice?.crossing.guards ?? []) : [])
      .map((guard) => decide(guard, choice?.facts ?? {}, atMs, teller))
      .filter(({ evaluation }) => evaluation.value !== true);
    const { permission = "", reasons: wanted = [] } = choice?.step.move ?? {};
    const needs = [
      ...(code === "NOT_PERMITTED" ? [phrases.needsPermission(permission)] : []),
      ...(code === "NO_REASON" ? [phrases.needsReason(wanted)] : []),
    ].map(phrases.needed);
    const refused = phrases.refused(code, teller.event(event.type), teller.stage(stage));
    const reasons = conditions.map(({ explanation }) => explanation.text);
    return { text: phrases.sentences([refused, ...needs, ...reasons]), conditions };
  };
  const { text, conditions } = tell("en");
  return refuse(code, text, {
    where: "event",
    event: event.id,
    stage,
    ...(choice !== undefined && { move: choice.step.move.id }),
    conditions,
    text: { en: text, zh: tell("zh").text },
  });
}

import { type Refused, refuse } from "../../core/outcome.js";
import type { PlacedEvent } from "../event/read-event.js";
import type { Obstacle } from "../fold/choose-step.js";
import type { Fold } from "../fold/fold.js";
import type { RefusalCode } from "../state-types.js";

/** The refusal of an event. */
export function refuseEvent(
  _fold: Fold,
  { event }: PlacedEvent,
  { code }: Obstacle,
): Refused<RefusalCode> {
  return refuse(code, code, { where: event.id });
}

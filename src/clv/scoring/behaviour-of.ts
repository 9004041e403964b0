import { invalid } from "../../core/errors.js";
import { bgNbdBehaviour } from "../bg-nbd/bg-nbd-behaviour.js";
import { ggomNbdBehaviour } from "../ggom-nbd/ggom-nbd-behaviour.js";
import { mbgNbdBehaviour } from "../mbg-nbd/mbg-nbd-behaviour.js";
import { nbdBehaviour } from "../nbd/nbd-behaviour.js";
import { paretoNbdBehaviour } from "../pareto-nbd/pareto-nbd-behaviour.js";
import { bgCnbdBehaviour, mbgCnbdBehaviour } from "../regular-timing/regular-behaviour.js";
import type { PurchaseModel } from "../types.js";
import type { PurchaseBehaviour } from "./purchase-behaviour.js";

/**
 * How a model sees its customers, after a check that it is one.
 *
 * @throws ClienteleError INVALID_ARGUMENT, UNSUPPORTED_VERSION
 */
export function behaviourOf(model: PurchaseModel): PurchaseBehaviour {
  switch (model?.kind) {
    case "nbd":
      return nbdBehaviour(model);
    case "paretoNbd":
      return paretoNbdBehaviour(model);
    case "bgNbd":
      return bgNbdBehaviour(model);
    case "mbgNbd":
      return mbgNbdBehaviour(model);
    case "bgCnbd":
      return bgCnbdBehaviour(model);
    case "mbgCnbd":
      return mbgCnbdBehaviour(model);
    case "ggomNbd":
      return ggomNbdBehaviour(model);
    default:
      throw invalid(
        "model.kind",
        "nbd, paretoNbd, bgNbd, mbgNbd, bgCnbd, mbgCnbd or ggomNbd",
        (model as { kind?: unknown } | undefined)?.kind,
      );
  }
}

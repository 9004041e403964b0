import type { Random } from "../../core/random.js";
import { drawBeta, drawExponential, drawGamma, drawLogGamma } from "../../core/random-draws.js";
import type { PurchaseModel } from "../types.js";

/** One customer whose own rates have been drawn: purchases come one after another until the end. */
export interface Life {
  /** How long until the next purchase, as if the customer stayed. */
  readonly nextGap: () => number;
  /** When the customer leaves whatever happens, from the first purchase on; may be Infinity. */
  readonly leavesAt: number;
  /** Whether the customer leaves right after a purchase; its first call is about the first one. */
  readonly leavesAfterPurchase: () => boolean;
}

/** Draws the rates of one customer of a checked model. */
export function drawLife(model: PurchaseModel, random: Random): Life {
  const { r, alpha } = model.params;
  const gapScale = Math.exp(-drawLogGamma(r, alpha, random));
  const nextGap =
    "regularity" in model && model.regularity > 1
      ? (): number => drawGamma(model.regularity, 1, random) * gapScale
      : (): number => drawExponential(1, random) * gapScale;
  switch (model.kind) {
    case "nbd":
      return { nextGap, leavesAt: Infinity, leavesAfterPurchase: () => false };
    case "paretoNbd": {
      const { s, beta } = model.params;
      const lifeScale = Math.exp(-drawLogGamma(s, beta, random));
      const leavesAt = drawExponential(1, random) * lifeScale;
      return { nextGap, leavesAt, leavesAfterPurchase: () => false };
    }
    case "ggomNbd": {
      const { b, s, beta } = model.params;
      const logLevel = drawLogGamma(s, beta, random);
      // e^(-level (e^(b t) - 1)) is the chance to be alive.
      const leavesAt = Math.log1p(drawExponential(1, random) * Math.exp(-logLevel)) / b;
      return { nextGap, leavesAt, leavesAfterPurchase: () => false };
    }
    case "bgNbd":
    case "mbgNbd":
    case "bgCnbd":
    case "mbgCnbd": {
      const { a, b } = model.params;
      const chance = drawBeta(a, b, random);
      // Nobody leaves after the first purchase under BG/NBD and its kind.
      let isCertain = model.kind === "bgNbd" || model.kind === "bgCnbd";
      const leavesAfterPurchase = (): boolean => {
        const stays = isCertain || random() >= chance;
        isCertain = false;
        return !stays;
      };
      return { nextGap, leavesAt: Infinity, leavesAfterPurchase };
    }
  }
}

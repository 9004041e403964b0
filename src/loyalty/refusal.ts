import type { Evaluation } from "../rules/index.js";

/** Why a command is refused although it is well formed; `details` says what would work. */
export type RefusalCode =
  /** `details.available`, `details.missing` and `details.activating`: what becomes spendable when. */
  | "notEnoughPoints"
  /** `details.cap`, `details.room` and `details.opensAt`, the instant at which there is room again. */
  | "capReached"
  /** `details.from` and `details.to`, the window. */
  | "outsideWindow"
  /** `details.traces`, the evaluated conditions. */
  | "notEligible"
  | "outOfStock"
  | "budgetSpent"
  /** The key was used for another command; `details.sequence` is its entry. */
  | "keyReused"
  /** The order, event or friend has already earned; `details.sequence` is its entry. */
  | "alreadyEarned"
  /** Nothing is left to reverse, or less than asked; `details.left`. */
  | "alreadyReversed"
  | "unknownSource"
  | "unknownLine"
  | "unknownRedemption"
  | "unknownReward"
  | "unknownCoupon"
  /** The programme given does not hold the version that decided the entry; `details.version`. */
  | "unknownVersion"
  | "unknownMember"
  | "alreadyMember"
  | "poolFull"
  | "notOwner"
  | "currencyMismatch"
  /** Dated too long before the account's latest business; `details.earliest`. */
  | "tooLate"
  /** Not a minimum or a multiple that the programme asks; `details.minimum` and `details.step`. */
  | "amountNotAllowed"
  | "notOffered"
  /** The account would hold more points than a safe integer can. */
  | "tooManyPoints"
  | "selfReferral"
  | "referralExpired"
  | "friendNotNew";

/** The conditions of rules that did not hold, by rule id, for `explainRule`. */
export type RuleTraces = Readonly<Record<string, Evaluation>>;

import type { LocalizedText } from "../../core/index.js";

/** Something wrong with a programme, or worth knowing, at one place of its configuration. */
export interface ProgramFinding {
  /** The place, as a JSON path: `$.earning.rules[3].window`. */
  readonly path: string;
  readonly code: ProgramFindingCode;
  /** An error keeps the programme from running; a warning does not. */
  readonly severity: "error" | "warning";
  readonly message: LocalizedText;
  /** What to do about it. */
  readonly remedy: LocalizedText;
}

/** What kind of finding it is; codes are added, never renamed. */
export type ProgramFindingCode =
  /** Not a programme there: a wrong type, an unknown key or name, thresholds that do not rise, a window that ends first. */
  | "INVALID"
  /** A condition that cannot run, such as a `ref` to nothing. */
  | "INVALID_CONDITION"
  | "NEVER_TRUE"
  | "NOTHING_EARNS"
  | "OVERLAPPING_RULES"
  | "WINDOW_PAST"
  | "EXPIRES_BEFORE_ACTIVE"
  | "UNREACHABLE_REWARD"
  | "TIER_BY_BALANCE"
  | "MISSING_TRANSLATION";

/** Takes findings in. */
export type Tell = (
  path: readonly (string | number)[],
  code: ProgramFindingCode,
  message: LocalizedText,
  remedy: LocalizedText,
  severity?: ProgramFinding["severity"],
) => void;

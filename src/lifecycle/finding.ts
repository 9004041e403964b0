import { ClienteleError } from "../core/errors.js";
import type { Facts, FindingCode } from "../rules/index.js";

/** Something wrong with a lifecycle, or worth knowing, at one place of its configuration. */
export interface LifecycleFinding {
  /** The place, as a JSON path: `$.moves[3].when`. */
  readonly path: string;
  readonly code: LifecycleFindingCode;
  /** An error keeps the machine from running; a warning does not. */
  readonly severity: "error" | "warning";
  /** What would be right, for the person who edits the file. */
  readonly message: string;
  /** Facts that show it, and the present for which they do. */
  readonly witness?: { readonly facts: Facts; readonly asOfMs: number };
}

/** What kind of finding it is: those of rules, and these; codes are added, never renamed. */
export type LifecycleFindingCode =
  | FindingCode
  | "RESERVED_NAME"
  | "DUPLICATE_NAME"
  | "UNKNOWN_STAGE"
  | "UNKNOWN_EVENT"
  | "RETIRED_STAGE"
  | "MISPLACED_KEY"
  | "UNREACHABLE_STAGE"
  | "DEAD_END"
  | "OVERLAPPING_MOVES"
  | "ENDLESS_MOVES"
  | "TIMER_WITHIN_DWELL"
  | "MISSING_TRANSLATION"
  | "MISSING_MIGRATION"
  | "CYCLIC_MACHINES";

/** Takes findings in. */
export type Report = (
  path: string,
  code: LifecycleFindingCode,
  message: string,
  extra?: Partial<Pick<LifecycleFinding, "severity" | "witness">>,
) => void;

/** Nobody reads further, and a hostile file shall not fill the memory. */
const MOST_FINDINGS = 1000;

/** A list of findings with the function that adds to it. */
export function collectFindings(): {
  readonly findings: LifecycleFinding[];
  readonly report: Report;
} {
  const findings: LifecycleFinding[] = [];
  const report: Report = (path, code, message, extra = {}) => {
    if (findings.length >= MOST_FINDINGS) return;
    findings.push({ path, code, severity: "error", message, ...extra });
  };
  return { findings, report };
}

/**
 * Refuses a configuration whose findings hold an error.
 *
 * @throws ClienteleError LIMIT_EXCEEDED when it is too deep or too large; else INVALID_ARGUMENT
 */
export function refuseFindings(findings: readonly LifecycleFinding[]): void {
  const first = findings.find((finding) => finding.severity === "error");
  if (first === undefined) return;
  const isTooMuch = first.code === "TOO_DEEP" || first.code === "TOO_LARGE";
  throw new ClienteleError(
    isTooMuch ? "LIMIT_EXCEEDED" : "INVALID_ARGUMENT",
    `${first.path}: ${first.message}`,
    { where: first.path, expected: first.message, finding: first.code, findings },
  );
}

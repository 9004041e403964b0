import { ClienteleError } from "../core/errors.js";
import type { Facts } from "./types.js";

/** Something wrong, or worth knowing, at one place of a configuration. */
export interface Finding {
  /** The place, as a JSON path: `$.when.and[0].gte`. */
  readonly path: string;
  readonly code: FindingCode;
  /** An error keeps the configuration from running; a warning does not. */
  readonly severity: "error" | "warning";
  /** What would be right, for the person who edits the file. */
  readonly message: string;
  /** For a gap or an overlap: facts that fall into it, and the present for which they do. */
  readonly witness?: { readonly facts: Facts; readonly asOfMs: number };
}

/** What kind of finding it is; codes are added, never renamed. */
export type FindingCode =
  | "WRONG_TYPE"
  | "WRONG_VALUE"
  | "UNKNOWN_KEY"
  | "MISSING_KEY"
  | "AMBIGUOUS"
  | "UNSAFE_PATH"
  | "TOO_DEEP"
  | "TOO_LARGE"
  | "UNKNOWN_REF"
  | "CYCLIC_REF"
  | "UNUSED_REF"
  | "ZONE_MISSING"
  | "UNKNOWN_FACT"
  | "TYPE_MISMATCH"
  | "FUTURE_EVENTS"
  | "NEVER_TRUE"
  | "ALWAYS_TRUE"
  | "UNDECIDED"
  | "GAP"
  | "OVERLAP"
  | "UNREACHABLE_ROW";

/** Takes findings in. */
export type Report = (
  path: string,
  code: FindingCode,
  message: string,
  extra?: Partial<Pick<Finding, "severity" | "witness">>,
) => void;

/** Nobody reads further, and a hostile file shall not fill the memory. */
const MOST_FINDINGS = 1000;

/** A list of findings with the function that adds to it. */
export function collectFindings(): { readonly findings: Finding[]; readonly report: Report } {
  const findings: Finding[] = [];
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
export function refuseFindings(findings: readonly Finding[]): void {
  const first = findings.find((finding) => finding.severity === "error");
  if (first === undefined) return;
  const tooMuch = first.code === "TOO_DEEP" || first.code === "TOO_LARGE";
  throw new ClienteleError(
    tooMuch ? "LIMIT_EXCEEDED" : "INVALID_ARGUMENT",
    `${first.path}: ${first.message}`,
    { where: first.path, expected: first.message, finding: first.code, findings },
  );
}

import type { LocalizedText } from "../../core/locale.js";
import type { LifecycleFinding, LifecycleFindingCode } from "../finding.js";
import type { Advice } from "./advice.js";
import { MACHINE_ADVICE } from "./machine-advice.js";
import { RULE_ADVICE } from "./rule-advice.js";
import type { CheckFinding } from "./types.js";

/** Takes findings in. */
export type Tell = (
  path: string,
  code: LifecycleFindingCode,
  message: LocalizedText,
  extra?: Partial<Pick<CheckFinding, "severity" | "witness">>,
) => void;

/** Nobody reads further, and a hostile file shall not fill the memory. */
const MOST_FINDINGS = 1000;

/** A list of findings with the function that adds to it; the same place and words come once. */
export function collectChecks(): { readonly findings: CheckFinding[]; readonly tell: Tell } {
  const findings: CheckFinding[] = [];
  const told = new Set<string>();
  const tell: Tell = (path, code, message, extra = {}) => {
    const key = JSON.stringify([path, code, message.en]);
    if (findings.length >= MOST_FINDINGS || told.has(key)) return;
    told.add(key);
    const { remedy } = adviceOn(code);
    findings.push({ path, code, severity: "warning", message, remedy, ...extra });
  };
  return { findings, tell };
}

/** Passes on what was found where only one language is spoken: the other one says what kind it is. */
export function passOn(
  { path, code, severity, message, witness }: LifecycleFinding,
  tell: Tell,
): void {
  const { title } = adviceOn(code);
  const zh = SAID_BY_TITLE.has(code) ? title.zh : `${title.zh}：${message}`;
  tell(path, code, { en: message, zh }, { severity, ...(witness !== undefined && { witness }) });
}

const SAID_BY_TITLE: ReadonlySet<LifecycleFindingCode> = new Set([
  "NEVER_TRUE",
  "ALWAYS_TRUE",
  "UNUSED_REF",
]);

function adviceOn(code: LifecycleFindingCode): Advice {
  return { ...RULE_ADVICE, ...MACHINE_ADVICE }[code];
}

import { type AsOf, resolveAsOf } from "../../core/index.js";
import type { Program } from "../program/types.js";
import { programSchema } from "../schema.js";
import { checkConditions } from "./check-conditions.js";
import { checkOffers } from "./check-offers.js";
import { checkRules } from "./check-rules.js";
import type { ProgramFinding, Tell } from "./types.js";

/**
 * Checks a programme before it is published: that it can run, and what in it cannot be meant, such as
 * a rule that never holds, points that lapse before they can be spent, or a reward nobody can reach.
 *
 * @param config - any value, such as parsed JSON
 * @param options.asOf - the present, for windows that have passed; without it they are not looked at
 * @returns the findings, errors of shape first; empty when there is nothing to say
 * @throws ClienteleError INVALID_ARGUMENT for an `asOf` that is none
 * @example
 * checkProgram(JSON.parse(text)).map(({ path, message }) => `${path}: ${message.en}`);
 */
export function checkProgram(
  config: unknown,
  options: { readonly asOf?: AsOf | undefined } = {},
): readonly ProgramFinding[] {
  const findings: ProgramFinding[] = [];
  const tell: Tell = (path, code, message, remedy, severity = "warning") => {
    findings.push({ path: pathOf(path), code, severity, message, remedy });
  };
  const parsed = programSchema.safeParse(config);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) tellInvalid(tell, path, message);
    return findings;
  }
  const program: Program = parsed.data;
  const { asOf } = options;
  const nowMs = asOf === undefined ? undefined : resolveAsOf(asOf, program.zone).endMs - 1;
  checkConditions(program, tell);
  checkRules(program, nowMs, tell);
  checkOffers(program, nowMs, tell);
  return findings;
}

function tellInvalid(tell: Tell, path: readonly PropertyKey[], message: string): void {
  const steps = path.map((step) => (typeof step === "number" ? step : String(step)));
  tell(
    steps,
    "INVALID",
    { en: message, zh: `此处配置有误:${message}` },
    {
      en: "Correct this place; the JSON Schema of programJsonSchema helps an editor to",
      zh: "请更正此处;编辑器可借助 programJsonSchema 的 JSON Schema",
    },
    "error",
  );
}

function pathOf(steps: readonly (string | number)[]): string {
  return steps.reduce<string>(
    (path, step) =>
      typeof step === "number"
        ? `${path}[${step}]`
        : /^[A-Za-z_$][\w$]*$/.test(step)
          ? `${path}.${step}`
          : `${path}[${JSON.stringify(step)}]`,
    "$",
  );
}

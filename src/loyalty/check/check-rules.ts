import { addPeriod, parsePeriod, zoneRules } from "../../core/index.js";
import { readDayOrTimestamp } from "../program/read-time.js";
import type { Activation, EarningRule, Expiry, Program, Window } from "../program/types.js";
import type { Tell } from "./types.js";

/** Any start will do to compare two periods; this one has a short February ahead. */
const ANY_START_MS = Date.UTC(2025, 0, 15);

/** Tells of earning rules that cannot be meant. */
export function checkRules(program: Program, nowMs: number | undefined, tell: Tell): void {
  const { rules } = program.earning;
  if (!rules.some(({ give }) => "points" in give)) {
    tell(
      ["earning", "rules"],
      "NOTHING_EARNS",
      { en: "no rule gives points", zh: "没有任何规则发放积分" },
      { en: "Add a rule that gives points", zh: "请添加发放积分的规则" },
    );
  }
  checkTerms(program, program, [], tell);
  rules.forEach((rule, index) => {
    const path = ["earning", "rules", index];
    checkTerms(program, rule, path, tell);
    if (nowMs !== undefined) checkWindow(program, rule.window, [...path, "window"], nowMs, tell);
    checkOverlap(program, rules.slice(0, index), rule, path, tell);
  });
}

/** Tells of a window that has passed. */
export function checkWindow(
  program: Program,
  window: Window | undefined,
  path: readonly (string | number)[],
  nowMs: number,
  tell: Tell,
): void {
  if (window?.to === undefined || boundsOf(program, window).toMs > nowMs) return;
  tell(
    path,
    "WINDOW_PAST",
    { en: "this window has passed", zh: "该时间窗口已经过去" },
    {
      en: "Remove it with the next version, or move the window",
      zh: "请在下一版本中删除,或调整窗口",
    },
  );
}

function checkTerms(
  program: Program,
  own: { readonly activation?: Activation; readonly expiry?: Expiry },
  path: readonly (string | number)[],
  tell: Tell,
): void {
  if (own.activation === undefined && own.expiry === undefined) return;
  const activation = own.activation ?? program.activation;
  const expiry = own.expiry ?? program.expiry;
  if (activation === undefined || expiry === undefined || typeof expiry === "string") return;
  const wait = "after" in activation ? activation.after : activation.atLatest;
  if (wait === undefined || !("after" in expiry)) return;
  if (expiry.counted === "activated" || expiry.upTo !== undefined) return;
  const endOf = (period: string) => addPeriod(ANY_START_MS, parsePeriod(period), program.zone);
  if (endOf(expiry.after) > endOf(wait)) return;
  tell(
    [...path, own.expiry === undefined ? "activation" : "expiry"],
    "EXPIRES_BEFORE_ACTIVE",
    { en: "points lapse before they can be spent", zh: "积分在可用之前就已过期" },
    {
      en: 'Make the expiry longer, or count it from "activated"',
      zh: "请延长有效期,或自激活(activated)起计",
    },
  );
}

/** Of two rules of one group the earlier in the file wins, which nobody sees without a priority. */
function checkOverlap(
  program: Program,
  earlier: readonly EarningRule[],
  rule: EarningRule,
  path: readonly (string | number)[],
  tell: Tell,
): void {
  const { group, priority = 0, event } = rule;
  if (group === undefined) return;
  const bounds = boundsOf(program, rule.window);
  const rival = earlier.find((other) => {
    if (other.group !== group || (other.priority ?? 0) !== priority || other.event !== event) {
      return false;
    }
    const theirs = boundsOf(program, other.window);
    return theirs.fromMs < bounds.toMs && bounds.fromMs < theirs.toMs;
  });
  if (rival === undefined) return;
  tell(
    [...path, "priority"],
    "OVERLAPPING_RULES",
    {
      en: `"${rival.id}" of the same group and priority can apply at the same time`,
      zh: `同组且同优先级的“${rival.id}”可能同时适用`,
    },
    {
      en: "Give the one that should win a higher priority",
      zh: "请为应当优先的规则设置更高的优先级",
    },
  );
}

function boundsOf({ zone }: Program, window: Window | undefined) {
  const clock = zoneRules(zone);
  const read = (text: string | undefined, none: number) =>
    text === undefined ? none : readDayOrTimestamp(text, clock, "window");
  return { fromMs: read(window?.from, -Infinity), toMs: read(window?.to, Infinity) };
}

import { parseIsoDate, parseTimestamp, zoneRules } from "../../core/index.js";
import type { EarningRule, Program, Window } from "./types.js";

/** Something in a programme that does not fit the rest of it. */
export interface ProgramError {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Report = (path: ProgramError["path"], message: string) => void;

/** What the shape of a programme cannot say: names that must exist once, amounts of one currency, thresholds that rise. */
export function findProgramErrors(program: Program): readonly ProgramError[] {
  const errors: ProgramError[] = [];
  const report: Report = (path, message) => void errors.push({ path, message });
  checkEarning(program, report);
  checkOffers(program, report);
  checkTiers(program, report);
  checkMoneyParts(program, report);
  return errors;
}

function checkEarning({ earning, zone }: Program, report: Report): void {
  const { rules, rounding } = earning;
  checkUnique(rules, "id", ["earning", "rules"], report);
  const ids = new Set(rules.map(({ id }) => id));
  rules.forEach((rule, index) => {
    const path = ["earning", "rules", index];
    checkWindow(rule.window, zone, [...path, "window"], report);
    checkRule(rule, ids, path, report);
  });
  if (rounding?.remainder === "carry" && (rounding.at ?? "order") !== "order") {
    report(["earning", "rounding", "remainder"], 'carry needs "at": "order"');
  }
}

function checkRule(
  rule: EarningRule,
  ids: ReadonlySet<string>,
  path: ProgramError["path"],
  report: Report,
): void {
  const { give, event, lines } = rule;
  if (event !== undefined && (lines !== undefined || "per" in give || "multiply" in give)) {
    report([...path, "event"], "an event has no lines: give it points once");
  }
  if (!("multiply" in give)) return;
  if (rule.caps !== undefined) report([...path, "caps"], "cap the rules that are multiplied");
  give.rules?.forEach((id, index) => {
    if (!ids.has(id)) report([...path, "give", "rules", index], `there is no rule "${id}"`);
  });
}

function checkOffers({ rewards = [], coupons = [], tiers, zone }: Program, report: Report): void {
  checkUnique(rewards, "id", ["rewards"], report);
  checkUnique(coupons, "code", ["coupons"], report);
  const levels = new Set(tiers?.levels.map(({ id }) => id));
  rewards.forEach(({ price, window }, index) => {
    checkWindow(window, zone, ["rewards", index, "window"], report);
    if (typeof price === "number") return;
    for (const tier of Object.keys(price.tiers)) {
      if (!levels.has(tier)) {
        report(["rewards", index, "price", "tiers", tier], `there is no tier "${tier}"`);
      }
    }
  });
  coupons.forEach(({ window }, index) => {
    checkWindow(window, zone, ["coupons", index, "window"], report);
  });
}

function checkTiers({ tiers, earning }: Program, report: Report): void {
  if (tiers === undefined) return;
  checkUnique(tiers.levels, "id", ["tiers", "levels"], report);
  tiers.levels.forEach(({ from }, index) => {
    const below = tiers.levels[index - 1];
    const path = ["tiers", "levels", index, "from"];
    if (below === undefined && from !== 0) report(path, "the lowest level starts at 0");
    if (below !== undefined && from <= below.from)
      report(path, "thresholds rise from level to level");
  });
  if (tiers.metric.measure !== "points") return;
  const ids = new Set(earning.rules.map(({ id }) => id));
  tiers.metric.rules?.forEach((id, index) => {
    if (!ids.has(id)) report(["tiers", "metric", "rules", index], `there is no rule "${id}"`);
  });
}

function checkMoneyParts({ currency, earning, value, refunds }: Program, report: Report): void {
  earning.rules.forEach(({ give }, index) => {
    if (!("per" in give) || give.per === "item") return;
    const path = ["earning", "rules", index, "give", "per"];
    if (give.per.currency !== currency) report(path, `the programme's currency is ${currency}`);
    if (give.per.minor <= 0) report(path, "a positive amount");
  });
  if (value !== undefined && value.value.currency !== currency) {
    report(["value", "value"], `the programme's currency is ${currency}`);
  }
  if (value !== undefined && value.value.minor <= 0)
    report(["value", "value"], "a positive amount");
  if (refunds?.spent === "charge" && value === undefined) {
    report(["refunds", "spent"], "charging points in money needs their `value`");
  }
}

function checkUnique<Key extends string>(
  items: readonly { readonly [K in Key]: string }[],
  key: Key,
  path: ProgramError["path"],
  report: Report,
): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item[key].toLowerCase())) report([...path, index, key], "each name only once");
    seen.add(item[key].toLowerCase());
  });
}

function checkWindow(
  window: Window | undefined,
  zone: string,
  path: ProgramError["path"],
  report: Report,
): void {
  if (window?.from === undefined || window.to === undefined) return;
  const instantOf = (text: string) =>
    parseTimestamp(text) ?? zoneRules(zone).startOfDay(parseIsoDate(text) ?? Number.NaN);
  if (instantOf(window.from) >= instantOf(window.to)) report(path, "`from` is before `to`");
}

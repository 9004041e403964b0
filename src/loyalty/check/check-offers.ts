import { addPeriod, countPeriods, parsePeriod } from "../../core/index.js";
import type { Program } from "../program/types.js";
import { checkWindow } from "./check-rules.js";
import type { Tell } from "./types.js";

const ANY_START_MS = Date.UTC(2025, 0, 1);
const UNIT_PERIODS = {
  day: "P1D",
  week: "P7D",
  month: "P1M",
  quarter: "P3M",
  year: "P1Y",
} as const;

/** Tells of rewards, coupons and tiers that cannot be meant. */
export function checkOffers(program: Program, nowMs: number | undefined, tell: Tell): void {
  const { rewards = [], coupons = [], tiers } = program;
  const most = mostPoints(program);
  rewards.forEach(({ price, window, label }, index) => {
    const path = ["rewards", index];
    if (nowMs !== undefined) checkWindow(program, window, [...path, "window"], nowMs, tell);
    if (label === undefined) tellUnlabelled(tell, path);
    const least = typeof price === "number" ? price : leastPrice(price);
    if (least > most) tellUnreachable(tell, [...path, "price"], most);
  });
  coupons.forEach(({ window }, index) => {
    if (nowMs !== undefined)
      checkWindow(program, window, ["coupons", index, "window"], nowMs, tell);
  });
  tiers?.levels.forEach(({ label }, index) => {
    if (label === undefined) tellUnlabelled(tell, ["tiers", "levels", index]);
  });
  if (tiers?.metric.measure !== "balance") return;
  tell(
    ["tiers", "metric"],
    "TIER_BY_BALANCE",
    { en: "spending points lowers the tier", zh: "消费积分会降低等级" },
    {
      en: 'Measure "points" or "spend" unless this is meant',
      zh: "除非有意如此,请改用 points 或 spend",
    },
  );
}

/** The most points that the caps on all earning let an account hold before they lapse. */
function mostPoints({ earning, expiry, zone }: Program): number {
  const term = typeof expiry === "object" && "after" in expiry && expiry.upTo === undefined;
  const bounds = (earning.caps ?? []).map(({ points, per, within = "ever" }) => {
    if (points === undefined || per === "program" || per === "member") return Infinity;
    if (within === "ever") return points;
    if (within === "order" || !term) return Infinity;
    const endMs = addPeriod(ANY_START_MS, parsePeriod(expiry.after), zone);
    // A term touches one unit more than it holds.
    return (
      points * (countPeriods(ANY_START_MS, endMs, parsePeriod(UNIT_PERIODS[within]), zone) + 2)
    );
  });
  return Math.min(Infinity, ...bounds);
}

function leastPrice(price: {
  readonly default: number;
  readonly tiers: Readonly<Record<string, number>>;
}): number {
  return Math.min(price.default, ...Object.values(price.tiers));
}

function tellUnreachable(tell: Tell, path: readonly (string | number)[], most: number): void {
  tell(
    path,
    "UNREACHABLE_REWARD",
    {
      en: `the caps on earning let nobody hold more than ${most} points`,
      zh: `受获取上限限制,任何人最多只能持有${most}积分`,
    },
    {
      en: "Lower the price, or raise the caps or the expiry",
      zh: "请降低价格,或提高上限、延长有效期",
    },
  );
}

function tellUnlabelled(tell: Tell, path: readonly (string | number)[]): void {
  tell(
    path,
    "MISSING_TRANSLATION",
    { en: "members see the id: there is no label", zh: "缺少名称,会员将看到标识符" },
    { en: 'Add "label" in English and Chinese', zh: "请添加中英文名称(label)" },
  );
}

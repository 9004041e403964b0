import type { Locale } from "../core/locale.js";
import type { ModelChoice, OrderAnalysis } from "../report/index.js";
import { modelNames } from "../report/texts/models.js";

/**
 * The forecast in two lines: what is expected, by which model, and how far off it was in a rehearsal.
 *
 * @param unit - what stands behind amounts
 * @returns no lines where there is no forecast
 */
export function forecastText(
  { value }: Pick<OrderAnalysis, "value">,
  unit: string,
  locale: Locale,
): string[] {
  if (!value.ok) return [];
  const { rule, total, model } = value.value;
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const weeks = count.format(rule.horizonWeeks);
  const amount = count.format(total.expectedValue) + unit;
  const name = modelNames[model.kind];
  const outlook =
    locale === "zh"
      ? `未来 ${weeks} 周预计带来 ${amount}（${name} 模型）`
      : `in the next ${weeks} weeks they are expected to bring ${amount} (${name} model)`;
  return [outlook, ...rehearsalText(model, locale)];
}

function rehearsalText({ kind, rehearsal }: ModelChoice, locale: Locale): string[] {
  const forecast = rehearsal?.forecasts.find((each) => each.kind === kind);
  if (rehearsal === undefined || forecast === undefined) return [];
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const off = forecast.purchases / rehearsal.purchases - 1;
  const share = percent.format(Math.abs(off));
  const isRight = share === percent.format(0);
  if (locale === "zh") {
    const verdict = isRight ? "准确" : `偏${off < 0 ? "低" : "高"} ${share}`;
    return [`预演：只用截至 ${rehearsal.learntUntil} 的订单，购买次数的预测${verdict}`];
  }
  const verdict = isRight ? "the right number of" : `${share} too ${off < 0 ? "few" : "many"}`;
  return [
    `rehearsal: from the orders up to ${rehearsal.learntUntil} alone, it forecast ${verdict} purchases`,
  ];
}

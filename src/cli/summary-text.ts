import type { Locale } from "../core/locale.js";
import type { OrderAnalysis } from "../report/index.js";
import type { ReadAudit } from "../transactions/index.js";
import { forecastText } from "./forecast-text.js";

/** What the command prints when it is done: what was found, and where it is. */
export function summaryText(
  analysis: OrderAnalysis,
  audit: ReadAudit,
  files: readonly string[],
  locale: Locale,
): string {
  const { figures, tiers, attention, currency } = analysis;
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const money = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const unit = currency === "XXX" ? "" : ` ${currency}`;
  const best = tiers[0]!;
  const facts = {
    customers: count.format(figures.customers),
    orders: count.format(figures.orders),
    from: analysis.firstOrderDay,
    to: analysis.asOf,
    spend: money.format(figures.spend) + unit,
    repeat: percent.format(figures.repeatCustomers / figures.customers),
    bestCustomers: percent.format(best.customerShare),
    bestSpend: percent.format(best.spendShare ?? 0),
    attention: count.format(attention.customers),
    rows: count.format(audit.rows),
    rejected: count.format(audit.rejected),
  };
  const outlook = forecastText(analysis, unit, locale);
  const lines = (locale === "zh" ? chinese : english)(facts, outlook);
  return `${lines.join("\n")}\n\n${files.map((file) => `  ${file}`).join("\n")}\n`;
}

type Facts = Readonly<
  Record<
    | "customers"
    | "orders"
    | "from"
    | "to"
    | "spend"
    | "repeat"
    | "bestCustomers"
    | "bestSpend"
    | "attention"
    | "rows"
    | "rejected",
    string
  >
>;

function counted(count: string, noun: string): string {
  return `${count} ${count === "1" ? noun : `${noun}s`}`;
}

function english(facts: Facts, outlook: readonly string[]): string[] {
  return [
    `${counted(facts.customers, "customer")}, ${counted(facts.orders, "order")}, ${facts.from} to ${facts.to}, revenue ${facts.spend}`,
    `${facts.repeat} of them bought again; tier A is ${facts.bestCustomers} of the customers and brings ${facts.bestSpend} of the revenue`,
    `${counted(facts.attention, "good customer")} overdue: look at them first`,
    ...outlook,
    `${counted(facts.rows, "row")} read, ${facts.rejected} unusable`,
  ];
}

function chinese(facts: Facts, outlook: readonly string[]): string[] {
  return [
    `${facts.customers} 位客户，${facts.orders} 笔订单，${facts.from} 至 ${facts.to}，销售额 ${facts.spend}`,
    `${facts.repeat} 的客户再次购买；A 级占客户的 ${facts.bestCustomers}，贡献销售额的 ${facts.bestSpend}`,
    `${facts.attention} 位优质客户逾期未购，请优先跟进`,
    ...outlook,
    `共读取 ${facts.rows} 行，${facts.rejected} 行无法使用`,
  ];
}

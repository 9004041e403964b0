import type { LocalizedText } from "../../core/locale.js";
import { figureCard } from "../html/figure-card.js";
import { type Html, html } from "../html/html.js";
import type { Section, View } from "../html/view.js";
import { commonTexts } from "../texts/common.js";
import { figureTexts as texts } from "../texts/figures.js";

/** The key figures, each with its definition on hover, focus and touch. */
export const figuresSection: Section = {
  id: "figures",
  title: texts.title,
  link: texts.link,
  render: (view) => {
    const { locale, formats, analysis } = view;
    const { figures } = analysis;
    const share = (customers: number): string => formats.percent(customers / figures.customers);
    const days = commonTexts.days[locale](figures.activeDays, formats);
    const customerCount = commonTexts.customerCount[locale];
    return html`<dl class="figures">
${card(view, "customers", formats.count(figures.customers))}
${card(view, "orders", formats.count(figures.orders))}
${card(view, "spend", formats.money(figures.spend))}
${card(view, "spendPerOrder", formats.money(figures.spendPerOrder))}
${card(view, "spendPerCustomer", formats.money(figures.spendPerCustomer), texts.spendPerCustomer.median[locale](formats.money(figures.medianSpendPerCustomer)))}
${card(view, "ordersPerCustomer", formats.decimal(figures.ordersPerCustomer))}
${card(view, "repeat", share(figures.repeatCustomers), customerCount(figures.repeatCustomers, formats))}
${card(view, "active", formats.count(figures.activeCustomers), texts.active.within[locale](days, share(figures.activeCustomers)))}
</dl>`;
  },
};

type FigureName = Exclude<keyof typeof texts, "title" | "link">;

function card(view: View, name: FigureName, value: string, note?: string): Html {
  const { term, definition }: Record<"term" | "definition", LocalizedText> = texts[name];
  const { locale } = view;
  return figureCard(view, {
    id: name,
    term: term[locale],
    definition: definition[locale],
    value,
    note,
  });
}

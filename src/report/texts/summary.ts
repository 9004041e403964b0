import type { Formats } from "../html/formats.js";
import { type Html, html } from "../html/html.js";
import type { KeyFigures } from "../types.js";
import { commonTexts } from "./common.js";

/** The sentences at the top of the page. */
export const summaryTexts = {
  title: { en: "In short", zh: "概览" },
  link: { en: "In short", zh: "概览" },
  scope: {
    en: (facts: ScopeFacts, formats: Formats): Html =>
      html`<b>${commonTexts.customerCount.en(facts.customers, formats)}</b> placed <b>${commonTexts.orderCount.en(facts.orders, formats)}</b> worth <b>${formats.money(facts.spend)}</b> between ${formats.day(facts.from)} and ${formats.day(facts.to)}.`,
    zh: (facts: ScopeFacts, formats: Formats): Html =>
      html`${formats.day(facts.from)}至${formats.day(facts.to)}，<b>${commonTexts.customerCount.zh(facts.customers, formats)}</b>共下了 <b>${commonTexts.orderCount.zh(facts.orders, formats)}</b>，消费总额 <b>${formats.money(facts.spend)}</b>。`,
  },
  concentration: {
    en: (customers: string, value: string): Html =>
      html`The best <b>${customers}</b> of them bring <b>${value}</b> of the spend.`,
    zh: (customers: string, value: string): Html =>
      html`消费最高的 <b>${customers}</b> 客户贡献了 <b>${value}</b> 的消费额。`,
  },
  loyalty: {
    en: (once: string, gap: string | undefined): Html =>
      html`<b>${once}</b> bought on one day only.${gap !== undefined && html` Half of all repeat purchases come within <b>${gap}</b> of the one before.`}`,
    zh: (once: string, gap: string | undefined): Html =>
      html`<b>${once}</b> 的客户只在一天购买过。${gap !== undefined && html`再次购买中有一半发生在上次购买后的 <b>${gap}</b>之内。`}`,
  },
  segment: {
    en: (label: string, customers: string, spend: string): Html =>
      html`The segment <b>${label}</b> holds <b>${customers}</b> of the customers and <b>${spend}</b> of the spend.`,
    zh: (label: string, customers: string, spend: string): Html =>
      html`“<b>${label}</b>”群体占客户的 <b>${customers}</b>，占消费额的 <b>${spend}</b>。`,
  },
  lastPeriod: {
    en: (period: string, spend: string, change: Change | undefined): Html =>
      html`In ${period}, the last complete period, they spent <b>${spend}</b>${change !== undefined && html`, <b>${change.share}</b> ${change.up ? "more" : "less"} than in the period before`}.`,
    zh: (period: string, spend: string, change: Change | undefined): Html =>
      html`最近一个完整周期（${period}）的消费额为 <b>${spend}</b>${change !== undefined && html`，比上一周期${change.up ? "增长" : "下降"} <b>${change.share}</b>`}。`,
  },
  worth: {
    en: (facts: WorthFacts): Html =>
      html`In the next ${facts.weeks} weeks they are expected to bring <a href="#${facts.link}"><b>${facts.value}</b></a>; about <b>${facts.alive}</b> of them are still customers.`,
    zh: (facts: WorthFacts): Html =>
      html`未来 ${facts.weeks} 周，他们预计带来 <a href="#${facts.link}"><b>${facts.value}</b></a>；其中约 <b>${facts.alive}</b> 位仍是客户。`,
  },
  attention: {
    en: (count: number, spend: string, link: string, formats: Formats): Html =>
      html`Look first at <a href="#${link}"><b>${commonTexts.customerCount.en(count, formats)}</b></a>: they have spent <b>${spend}</b> so far, and have been silent far longer than is usual for them.`,
    zh: (count: number, spend: string, link: string, formats: Formats): Html =>
      html`请先关注<a href="#${link}"><b>这 ${commonTexts.customerCount.zh(count, formats)}</b></a>：累计消费 <b>${spend}</b>，但未购买的时间已远超自己平时的间隔。`,
  },
};

/** What the first sentence names. */
interface ScopeFacts extends Pick<KeyFigures, "customers" | "orders" | "spend"> {
  readonly from: string;
  readonly to: string;
}

/** What the sentence about the future names. */
interface WorthFacts {
  readonly weeks: string;
  readonly value: string;
  readonly alive: string;
  readonly link: string;
}

/** A change against the period before. */
interface Change {
  readonly share: string;
  readonly up: boolean;
}

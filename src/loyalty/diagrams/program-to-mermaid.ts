import { checkOneOf, type Locale, type LocalizedText } from "../../core/index.js";
import { mermaidText } from "../../core/mermaid-text.js";
import { formatMoney } from "../../money/index.js";
import type { Reward } from "../program/offer-types.js";
import type { Award, Expiry, Program } from "../program/types.js";
import { parseProgram } from "../schema.js";
import { TEXTS } from "./texts.js";

/** How a programme is drawn. */
export interface ProgramDiagramOptions {
  /** By default `en`. */
  readonly locale?: Locale | undefined;
}

/**
 * The diagram of a programme as Mermaid text (`flowchart`): what earns points, how they become
 * spendable, what they buy, when they lapse, and the ladder of tiers. Labels cannot break out of it,
 * whatever they hold.
 *
 * @throws ClienteleError INVALID_DATA for what is no programme, INVALID_ARGUMENT for options
 * @example
 * programToMermaid(program, { locale: "zh" })
 */
export function programToMermaid(program: Program, options: ProgramDiagramOptions = {}): string {
  const drawn = parseProgram(program);
  const locale = options.locale ?? "en";
  checkOneOf(locale, "options.locale", ["en", "zh"]);
  const say = (text: LocalizedText): string => text[locale];
  const name = ({ id, label }: Named): string => (label === undefined ? id : say(label));
  const box = (key: string, ...lines: string[]): string =>
    `${key}["${lines.map(mermaidText).join("<br/>")}"]`;
  const { activation, expiry, earning, rewards = [], tiers } = drawn;
  const lines = [
    "---",
    `title: ${JSON.stringify(mermaidText(`${name(drawn)} (${drawn.version})`))}`,
    "---",
    "flowchart LR",
    `  subgraph earning["${say(TEXTS.earning)}"]`,
    ...earning.rules.map(
      (rule, index) => `    ${box(`rule${index}`, name(rule), awardText(rule.give, locale))}`,
    ),
    "  end",
    ...(activation === undefined
      ? ["  earning --> spendable"]
      : [
          `  earning --> ${box("pending", say(TEXTS.pending))}`,
          `  pending -->|"${mermaidText("after" in activation ? activation.after : activation.on)}"| spendable`,
        ]),
    `  ${box("spendable", say(TEXTS.spendable))}`,
    ...rewards.map(
      (reward, index) =>
        `  spendable --> ${box(`reward${index}`, name(reward), priceText(reward))}`,
    ),
    ...(expiry === undefined || expiry === "never"
      ? []
      : [
          `  spendable -->|"${mermaidText(expiryText(expiry))}"| ${box("lapsed", say(TEXTS.lapsed))}`,
        ]),
  ];
  if (tiers !== undefined) {
    lines.push(
      `  subgraph tiers["${say(TEXTS.tiers)}"]`,
      ...tiers.levels.map((level, index) => `    ${box(`tier${index}`, name(level))}`),
      ...tiers.levels
        .slice(1)
        .map(({ from }, index) => `    tier${index} -->|"${from}"| tier${index + 1}`),
      "  end",
    );
  }
  return `${lines.join("\n")}\n`;
}

interface Named {
  readonly id: string;
  readonly label?: LocalizedText;
}

function awardText(award: Award, locale: Locale): string {
  if ("multiply" in award) {
    const { multiply } = award;
    return `× ${typeof multiply === "object" ? `${multiply.numerator}/${multiply.denominator}` : multiply}`;
  }
  if (!("per" in award)) return `+${award.points}`;
  const per = award.per === "item" ? TEXTS.item[locale] : formatMoney(award.per, locale);
  return `+${award.points} / ${per}`;
}

function priceText({ price }: Reward): string {
  return `-${typeof price === "number" ? price : price.default}`;
}

function expiryText(expiry: Exclude<Expiry, "never">): string {
  if ("after" in expiry) return expiry.after;
  return "through" in expiry ? expiry.through : expiry.inactive;
}

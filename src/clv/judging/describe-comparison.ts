import type { LocalizedText } from "../../core/locale.js";
import { nameOfKind } from "./model-relations.js";
import type { ComparedModel, NestedComparison } from "./types.js";

/** A special case is given up below this p-value. */
const SIGNIFICANT = 0.05;
/** Models this near in AIC are about equal; this far apart, the worse has no support (Burnham and Anderson, 2002, 2.6). */
const ABOUT_EQUAL = 2;
const NO_SUPPORT = 10;

/** The outcome of a likelihood ratio test in words, between the two bounds of its p-value. */
export function describeNesting(
  simple: string,
  general: string,
  highest: number,
  lowest: number,
): LocalizedText {
  const [less, more] = [nameOfKind(simple), nameOfKind(general)];
  const bounds = [...new Set([showP(lowest), showP(highest)])].join(" – ");
  if (highest < SIGNIFICANT) {
    return {
      en: `${more} fits better than its special case ${less} (p ${bounds})`,
      zh: `${more} 的拟合优于其特例 ${less}（p ${bounds}）`,
    };
  }
  if (lowest < SIGNIFICANT) {
    return {
      en: `Whether ${more} fits better than its special case ${less} is not certain (p ${bounds})`,
      zh: `${more} 的拟合是否优于其特例 ${less} 尚无定论（p ${bounds}）`,
    };
  }
  return {
    en: `${more} fits no better than its special case ${less} (p ${bounds})`,
    zh: `${more} 的拟合并不优于其特例 ${less}（p ${bounds}）`,
  };
}

/** The comparison in a sentence or two; the best model comes first. */
export function describeVerdict(
  models: readonly ComparedModel[],
  nested: readonly NestedComparison[],
): LocalizedText {
  const [best, second] = models as [ComparedModel, ComparedModel];
  const choice = describeChoice(best, second);
  const tests = nested.filter(({ simple, general }) => [simple, general].includes(best.kind));
  return {
    en: [choice.en, ...tests.map(({ note }) => note.en)].map((text) => `${text}.`).join(" "),
    zh: [choice.zh, ...tests.map(({ note }) => note.zh)].map((text) => `${text}。`).join(""),
  };
}

function describeChoice(best: ComparedModel, second: ComparedModel): LocalizedText {
  const [first, next] = [nameOfKind(best.kind), nameOfKind(second.kind)];
  const gap = second.aicDifference.toFixed(1);
  if (second.aicDifference <= ABOUT_EQUAL) {
    return {
      en: `${first} and ${next} fit about equally well (AIC differs by ${gap}): choose by how well they predict a holdout, or by the story that suits the business`,
      zh: `${first} 与 ${next} 的拟合大致相当（AIC 相差 ${gap}）：请按留出期的预测效果，或按更符合业务的假设来选择`,
    };
  }
  if (second.aicDifference <= NO_SUPPORT) {
    return {
      en: `${first} fits best; ${next} comes next with an AIC that is ${gap} higher and keeps some support`,
      zh: `${first} 拟合最好；其次是 ${next}，AIC 高 ${gap}，仍有一定支持`,
    };
  }
  return {
    en: `${first} fits clearly best: the AIC of ${next}, which comes next, is ${gap} higher`,
    zh: `${first} 的拟合明显最好：其次的 ${next}，AIC 高 ${gap}`,
  };
}

function showP(p: number): string {
  return p < 0.001 ? "< 0.001" : p.toFixed(3);
}

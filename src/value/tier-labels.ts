import { checkNumber } from "../core/column.js";
import { invalid } from "../core/errors.js";
import type { TierLabel } from "./types.js";

const FIRST_LETTER = 65;
const MOST_LABELS = 26;

const ABC: readonly TierLabel[] = [
  { code: "A", name: { en: "Key customers", zh: "重点客户" } },
  { code: "B", name: { en: "Regular customers", zh: "一般客户" } },
  { code: "C", name: { en: "Small customers", zh: "小客户" } },
];

/**
 * What tiers are called, best first: a letter that is the same in every language, and a name in
 * English and Chinese. Three tiers, the default, have the names of the ABC analysis.
 *
 * @param tierCount - 1 to 26
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * tierLabels()[0] //=> { code: "A", name: { en: "Key customers", zh: "重点客户" } }
 */
export function tierLabels(tierCount = 3): TierLabel[] {
  checkNumber(tierCount, "tierCount", "count");
  if (tierCount < 1 || tierCount > MOST_LABELS) {
    throw invalid("tierCount", `a number of tiers from 1 to ${MOST_LABELS}`, tierCount);
  }
  if (tierCount === ABC.length) return ABC.map(({ code, name }) => ({ code, name: { ...name } }));
  return Array.from({ length: tierCount }, (_, tier) => {
    const code = String.fromCharCode(FIRST_LETTER + tier);
    return { code, name: { en: `Tier ${code}`, zh: `${code} 类客户` } };
  });
}

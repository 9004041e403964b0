import { withDefaults } from "../core/options.js";
import { assertRule } from "./grammar/assert-rule.js";
import { TEXT_DEFAULTS, type TextOptionsInput } from "./options.js";
import { createRenderer } from "./render/render-condition.js";
import type { Rule } from "./types.js";

/**
 * Writes a rule as one line for people; a named condition is called by its name in brackets.
 *
 * @param options - `locale` (`en` or `zh`, default `en`) and the `factTypes` with the labels
 * @throws ClienteleError INVALID_ARGUMENT, LIMIT_EXCEEDED as {@link compileRule}; UNKNOWN_OPTION
 * @example
 * renderRule({ zone: "UTC", when: { count: "orders", within: "P30D", gte: 3 } })
 * //=> "number of orders within 30 days is at least 3"
 */
export function renderRule(rule: Rule, options: TextOptionsInput = {}): string {
  assertRule(rule);
  const { locale, factTypes } = withDefaults(TEXT_DEFAULTS, options);
  return createRenderer(locale, factTypes, rule.zone).condition(rule.when);
}

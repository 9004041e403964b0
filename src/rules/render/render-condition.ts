import { checkOneOf } from "../../core/column.js";
import type { Locale } from "../../core/locale.js";
import { parsePeriod } from "../../core/period.js";
import type { FactTypes } from "../fact-types.js";
import { testsOf } from "../grammar/tests-of.js";
import { isLeaf } from "../grammar/visit-condition.js";
import { type Clock, clockOf } from "../time/moment.js";
import type {
  Condition,
  ElapsedOperand,
  ElapsedSubject,
  FieldSubject,
  Leaf,
  Literal,
  Operand,
  Subject,
  TestName,
  Tests,
  Window,
} from "../types.js";
import { itemFields, resolveFact, type TypeScope } from "../typing/resolve-fact.js";
import { fieldOf, isSubject, literalKind, literalValue } from "../values/kinds.js";
import { splitPath } from "../values/read-path.js";
import { CHINESE } from "./chinese.js";
import { ENGLISH } from "./english.js";
import type { EventsPhrase, Phrases } from "./phrases.js";
import { renderValue } from "./render-value.js";

/** Writes conditions and their parts in one language, with the labels of the facts. */
export interface Renderer {
  readonly phrases: Phrases;
  readonly clock: Clock | undefined;
  condition(condition: Condition): string;
  /** A subject with one of its tests, or with the contrary. */
  test(leaf: Leaf, test: TestName, wanted: boolean): string;
  events(subject: Exclude<Subject, { fact: string }>): EventsPhrase;
  label(path: string): string;
  /** The field that a summary combines. */
  field(subject: FieldSubject): string;
}

/** Prepares to write the conditions of a rule of that zone. */
export function createRenderer(
  locale: Locale,
  factTypes: FactTypes,
  zone: string | undefined,
): Renderer {
  checkOneOf(locale, "options.locale", ["en", "zh"]);
  const phrases = locale === "zh" ? CHINESE : ENGLISH;
  const clock = zone === undefined ? undefined : clockOf(zone);
  return rendererOf({ scope: factTypes, root: factTypes }, { locale, phrases, clock });
}

interface Style {
  readonly locale: Locale;
  readonly phrases: Phrases;
  readonly clock: Clock | undefined;
}

function rendererOf(types: TypeScope, style: Style): Renderer {
  const { locale, phrases, clock } = style;

  const label = (path: string): string => {
    const type = resolveFact(path, types);
    const own = "unknown" in type ? undefined : type.label?.[locale];
    return own ?? splitPath(path).join(".");
  };

  const inside = (listPath: string): Renderer => {
    const list = resolveFact(listPath, types);
    const isList = !("unknown" in list) && (list.type === "list" || list.type === "events");
    const scope = isList ? itemFields(list) : {};
    return rendererOf({ scope, root: types.root }, style);
  };

  const events: Renderer["events"] = (subject) => {
    const list = "count" in subject ? subject.count : subject.of;
    return {
      list: label(list),
      window: subject.within === undefined ? undefined : renderWindow(subject.within, phrases),
      where: subject.where === undefined ? undefined : inside(list).condition(subject.where),
    };
  };

  const subjectText = (subject: Subject | ElapsedSubject): string => {
    if ("since" in subject) return phrases.elapsed("since", sourceText(subject.since));
    if ("until" in subject) return phrases.elapsed("until", sourceText(subject.until));
    if ("fact" in subject) return label(subject.fact);
    const phrase = phrases.events(events(subject));
    if ("count" in subject) return phrases.countOf(phrase);
    const [operation] = (["sum", "min", "max", "last"] as const).filter((key) => key in subject);
    return phrases.summaryOf(operation ?? "last", fieldText(subject), phrase);
  };

  const fieldText = (subject: FieldSubject): string => inside(subject.of).label(fieldOf(subject));

  const sourceText = (source: string | Subject): string =>
    subjectText(typeof source === "string" ? { fact: source } : source);

  const operandText = (operand: Operand): string => {
    if (isSubject(operand)) return subjectText(operand);
    return renderValue(literalValue(operand), literalKind(operand), phrases, clock);
  };

  const periodText = (operand: ElapsedOperand): string =>
    typeof operand === "string" ? phrases.period(parsePeriod(operand)) : subjectText(operand);

  const question = (leaf: Leaf, test: TestName, wanted: boolean): string => {
    const tests = leaf as Tests;
    if (test === "exists") return phrases.exists(tests.exists === wanted);
    if (test === "matches") return phrases.question(test, [JSON.stringify(tests.matches)], wanted);
    const operands = test === "in" || test === "between" ? (tests[test] ?? []) : [tests[test]];
    const isElapsed = "since" in leaf || "until" in leaf;
    const values = operands.map((operand) =>
      isElapsed ? periodText(operand as ElapsedOperand) : operandText(operand as Literal),
    );
    return phrases.question(test, values, wanted);
  };

  const leafText = (leaf: Leaf, tests: readonly TestName[], wanted: boolean): string =>
    phrases.asked(
      subjectText(leaf),
      tests.map((test) => question(leaf, test, wanted)),
    );

  const condition = (node: Condition): string => {
    if ("and" in node) return joined(node.and, phrases.and) ?? phrases.always;
    if ("or" in node) return joined(node.or, phrases.or) ?? phrases.never;
    if ("ref" in node) return `[${node.ref}]`;
    if (!("not" in node)) return leafText(node, testsOf(node), true);
    const part = node.not;
    const hasContrary = isLeaf(part) && testsOf(part).length === 1;
    return hasContrary ? leafText(part, testsOf(part), false) : phrases.not(condition(part));
  };

  const joined = (parts: readonly Condition[], join: Phrases["and"]): string | undefined => {
    const texts = parts.map((part) => {
      const text = condition(part);
      return "and" in part || "or" in part ? phrases.grouped(text) : text;
    });
    return texts.length > 1 ? join(texts) : texts[0];
  };

  return {
    phrases,
    clock,
    condition,
    events,
    label,
    field: fieldText,
    test: (leaf, test, wanted) => leafText(leaf, [test], wanted),
  };
}

function renderWindow(window: Window, phrases: Phrases): string {
  if (window === "ever") return phrases.ever;
  if (typeof window === "string") return phrases.rolling(phrases.period(parsePeriod(window)));
  if ("calendar" in window) return phrases.calendar(window.calendar, window.back ?? 0);
  return phrases.dates(window.from, window.to);
}

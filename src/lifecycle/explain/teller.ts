import { checkOneOf } from "../../core/column.js";
import type { Locale } from "../../core/locale.js";
import { zoneRules } from "../../core/zone.js";
import {
  type Evaluation,
  type Explanation,
  explainRule,
  type FactType,
  type FactTypes,
} from "../../rules/index.js";
import type { Lifecycle } from "../compiled-types.js";
import type { Labels, LifecycleDefinition } from "../types.js";
import { PHRASES, type Phrases } from "./phrases.js";

/** Speaks of one machine in one language. */
export interface Teller {
  readonly phrases: Phrases;
  /** The label of a stage, or its name; also of one that the machine no longer has. */
  readonly stage: (id: string) => string;
  readonly move: (id: string) => string;
  readonly event: (type: string) => string;
  /** An instant on the wall clock of the machine. */
  readonly time: (atMs: number) => string;
  readonly explain: (evaluation: Evaluation) => Explanation;
}

/**
 * A teller for a machine.
 *
 * @throws ClienteleError INVALID_ARGUMENT for a language that the library does not speak
 */
export function tellerOf({ definition, stages, moves }: Lifecycle, locale: Locale): Teller {
  checkOneOf(locale, "options.locale", ["en", "zh"]);
  const phrases = PHRASES[locale];
  const rules = zoneRules(definition.zone);
  const factTypes = labelledFacts(definition);
  const say = (label: Labels | undefined, id: string): string =>
    phrases.quoted(label?.[locale] ?? label?.en ?? label?.zh ?? id);
  return {
    phrases,
    stage: (id) => say(stages.get(id)?.definition.label, id),
    move: (id) => say(moves.find((move) => move.id === id)?.definition?.label, id),
    event: (type) => say(ownEvent(definition, type), type),
    time(atMs) {
      const local = new Date(rules.toLocalMs(atMs)).toISOString();
      return phrases.time(`${local.slice(0, 10)} ${local.slice(11, 16)}`, definition.zone);
    },
    explain: ({ trace }) => explainRule(trace, { locale, factTypes }),
  };
}

function ownEvent({ events = {} }: LifecycleDefinition, type: string): Labels | undefined {
  return Object.hasOwn(events, type) ? events[type]?.label : undefined;
}

/** The facts of the guards, each list of events called by the label of its events. */
function labelledFacts({ facts, events = {} }: LifecycleDefinition): FactTypes {
  const types: Record<string, FactType> = { ...facts };
  for (const { list, label = {}, fields = {} } of Object.values(events)) {
    if (list === undefined) continue;
    const { en, zh } = label;
    const labelled = en === undefined || zh === undefined ? {} : { label: { en, zh } };
    types[list] = { type: "events", fields, ...labelled };
  }
  return types;
}

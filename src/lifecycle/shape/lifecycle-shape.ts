import { CALENDAR_UNITS } from "../../rules/grammar/check-value.js";
import { conditionJsonSchema, type JsonSchema } from "../../rules/grammar/language-schema.js";
import { isRecord } from "../../rules/grammar/record.js";
import type { Report } from "../finding.js";
import {
  described,
  either,
  listOf,
  named,
  objectOf,
  oneOf,
  recordOf,
  type Shape,
} from "./shape.js";
import {
  CONDITION,
  FACT_TYPES,
  FLAG,
  JSON_VALUE,
  LABELS,
  NAME_SHAPE,
  oneOrMore,
  PATH,
  PERIOD,
  POSITIVE,
  TEXT,
  VERSION_SHAPE,
  WHOLE,
  WORD,
  ZONE,
} from "./values.js";

const EFFECTS = listOf(objectOf({ kind: WORD }, { payload: JSON_VALUE }));

const EVENT = objectOf({}, { label: LABELS, list: NAME_SHAPE, fields: FACT_TYPES, request: FLAG });

const STAY = objectOf({ when: CONDITION, otherwise: NAME_SHAPE }, { grace: PERIOD });

const STAGES = recordOf(
  NAME_SHAPE,
  named("Stage", () => STAGE),
);

const STAGE: Shape = objectOf(
  {},
  {
    label: LABELS,
    meaning: LABELS,
    stages: described(STAGES, "Inner stages; a customer is in exactly one of them"),
    start: described(NAME_SHAPE, "The inner stage in which a customer begins"),
    enter: described(CONDITION, "What must hold for every declared move into this stage"),
    stay: described(STAY, "What must hold to remain, and where the customer goes otherwise"),
    dwell: described(PERIOD, "Minimum dwell: no move fires by itself before, except with early"),
    onEnter: EFFECTS,
    onLeave: EFFECTS,
    final: described(FLAG, "Nothing leads out of it, on purpose"),
    retired: described(
      FLAG,
      "Nothing leads into it any more; histories that have it stay readable",
    ),
  },
);

const FACT_DURATION = objectOf(
  { fact: PATH },
  {
    unit: oneOf("hour", "day", "week"),
    times: POSITIVE,
    atLeast: PERIOD,
    atMost: PERIOD,
    otherwise: PERIOD,
  },
);

const DURATION = either(
  [PERIOD, FACT_DURATION],
  (value) => (isRecord(value) ? FACT_DURATION : PERIOD),
  "a period",
);

const FACT_MOMENT = objectOf({ fact: PATH }, { before: PERIOD, after: PERIOD });
const CALENDAR_MOMENT = objectOf({ next: oneOf(...CALENDAR_UNITS) });

const MOMENT = either(
  [FACT_MOMENT, CALENDAR_MOMENT],
  (value) => (isRecord(value) && Object.hasOwn(value, "next") ? CALENDAR_MOMENT : FACT_MOMENT),
  "a moment",
);

const MOVE = objectOf(
  { id: NAME_SHAPE, from: oneOrMore(WORD), to: WORD },
  {
    label: LABELS,
    meaning: LABELS,
    kind: oneOf("forward", "back", "skip", "reopen", "correct"),
    on: described(oneOrMore(WORD), "The events on which it is taken"),
    after: described(DURATION, "How long after the stage was entered it is due"),
    without: described(oneOrMore(WORD), "Events that start the time of after again"),
    at: described(MOMENT, "The moment at which it is due"),
    when: described(CONDITION, "The guard"),
    priority: described(WHOLE, "Of several moves that could be taken, the larger first"),
    early: described(FLAG, "It may fire before the dwell of the stage is over"),
    permission: described(WORD, "The permission that who sends the event must have"),
    reasons: described(listOf(WORD, 1), "The reason codes of which the event must give one"),
    effects: EFFECTS,
  },
);

const PARK = objectOf({ park: NAME_SHAPE });
const REFUSE = oneOf("refuse");

const MIGRATION = objectOf(
  { from: VERSION_SHAPE },
  {
    stages: recordOf(WORD, NAME_SHAPE),
    unmapped: either([REFUSE, PARK], (value) => (isRecord(value) ? PARK : REFUSE), ""),
    clock: oneOf("keep", "restart"),
  },
);

const LIFECYCLE = objectOf(
  {
    id: described(NAME_SHAPE, "The name of the machine, the same through all versions"),
    version: VERSION_SHAPE,
    zone: described(ZONE, "IANA time zone, such as Asia/Shanghai"),
    start: described(NAME_SHAPE, "The stage in which a customer begins"),
    stages: STAGES,
    moves: listOf(MOVE),
  },
  {
    $schema: TEXT,
    label: LABELS,
    meaning: LABELS,
    facts: described(FACT_TYPES, "What is known about a customer besides events"),
    events: described(recordOf(WORD, EVENT), "What can happen to a customer, or be asked for"),
    reads: described(listOf(NAME_SHAPE), "Other machines, read as the fact machines.<id>"),
    define: described(recordOf(NAME_SHAPE, CONDITION), "Named conditions that any guard may ref"),
    progress: described(listOf(NAME_SHAPE, 1), "The stages of progress, lowest first"),
    migrations: listOf(MIGRATION),
  },
);

/** Reports every place where a value has not the shape of a lifecycle. */
export function checkLifecycleShape(value: unknown, report: Report): void {
  LIFECYCLE.check(value, "$", report, 0);
}

/** The JSON Schema (2020-12) of a lifecycle. */
export function lifecycleShapeSchema(): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Lifecycle",
    ...LIFECYCLE.schema,
    $defs: { Stage: STAGE.schema, Condition: conditionJsonSchema() },
  };
}

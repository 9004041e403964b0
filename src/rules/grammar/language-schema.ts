import { ORDERED_KINDS } from "./check-condition-shape.js";
import { NAME_SOURCE, PATH_SOURCE } from "./check-path.js";
import { CALENDAR_UNITS, FARTHEST_BACK } from "./check-value.js";
import { CONDITIONS, ELAPSED, type Form, type Keys, SUBJECTS, type ValueKind } from "./forms.js";
import { LIMITS } from "./limits.js";

/** A JSON Schema, as plain JSON. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const DATE = "^\\d{4}-\\d{2}-\\d{2}$";
const PERIOD = "^P(?=.)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+S)?)?$";

/** Points to a condition; its parts are defined inside it, wherever it is embedded. */
const CONDITION_REF: JsonSchema = { $ref: "#/$defs/Condition" };

const PATH: JsonSchema = { type: "string", pattern: PATH_SOURCE, maxLength: LIMITS.pathLength };

const VALUES: Readonly<Record<ValueKind, JsonSchema>> = {
  condition: CONDITION_REF,
  conditions: { type: "array", items: CONDITION_REF },
  name: { type: "string", pattern: NAME_SOURCE },
  path: PATH,
  field: PATH,
  source: { anyOf: [PATH, part("Subject")] },
  orderedKind: { enum: ORDERED_KINDS },
  window: part("Window"),
  operand: part("Operand"),
  operands: pairOf(part("Operand")),
  literals: { type: "array", items: part("Literal"), minItems: 1 },
  pattern: { type: "string" },
  flag: { type: "boolean" },
  elapsed: part("ElapsedOperand"),
  elapsedPair: pairOf(part("ElapsedOperand")),
};

/** The JSON Schema of a condition, with its parts inside. */
export function conditionJsonSchema(): JsonSchema {
  const { fact } = SUBJECTS;
  return {
    anyOf: Object.values(CONDITIONS).map((form) => formSchema(form, form.tests)),
    $defs: {
      Subject: { anyOf: Object.values(SUBJECTS).map((form) => formSchema(form, undefined)) },
      ElapsedSubject: { anyOf: Object.values(ELAPSED).map((form) => formSchema(form, undefined)) },
      Tests: testsSchema(fact?.tests ?? {}),
      ElapsedTests: testsSchema(ELAPSED.since?.tests ?? {}),
      Operand: { anyOf: [part("Literal"), part("Subject")] },
      ElapsedOperand: {
        anyOf: [{ type: "string", pattern: PERIOD }, formSchema(fact as Form, undefined)],
      },
      Literal: LITERAL,
      Window: WINDOW,
    },
  };
}

/** A part of the schema of a condition. */
export function part(name: string): JsonSchema {
  return { $ref: `#/$defs/Condition/$defs/${name}` };
}

/** An object with these keys and no others. */
function closedObject(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = Object.keys(properties),
): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}

const LITERAL: JsonSchema = {
  anyOf: [
    { type: ["boolean", "number", "string"] },
    closedObject({
      minor: { type: "integer" },
      currency: { type: "string", pattern: "^[A-Z]{3}$" },
    }),
    closedObject({ date: { type: "string", pattern: DATE } }),
    closedObject({ instant: { type: "string" } }),
    closedObject({ period: { type: "string", pattern: PERIOD } }),
  ],
};

const WINDOW: JsonSchema = {
  anyOf: [
    { const: "ever" },
    { type: "string", pattern: PERIOD },
    closedObject(
      {
        calendar: { enum: CALENDAR_UNITS },
        back: { type: "integer", minimum: 0, maximum: FARTHEST_BACK },
      },
      ["calendar"],
    ),
    {
      ...closedObject(
        { from: { type: "string", pattern: DATE }, to: { type: "string", pattern: DATE } },
        [],
      ),
      minProperties: 1,
    },
  ],
};

function formSchema({ meaning, required, optional }: Form, tests: Keys | undefined): JsonSchema {
  const keys = { ...required, ...optional, ...tests };
  const form = closedObject(valuesOf(keys), Object.keys(required));
  return { description: meaning, ...form, ...(tests !== undefined && anyOfKeys(tests)) };
}

function testsSchema(tests: Keys): JsonSchema {
  return { ...closedObject(valuesOf(tests), []), minProperties: 1 };
}

function valuesOf(keys: Keys): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(keys).map(([key, kind]) => [key, VALUES[kind]]));
}

function anyOfKeys(keys: Keys): JsonSchema {
  return { anyOf: Object.keys(keys).map((key) => ({ required: [key] })) };
}

function pairOf(items: JsonSchema): JsonSchema {
  return { type: "array", items, minItems: 2, maxItems: 2 };
}

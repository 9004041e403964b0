import { describeValue } from "../../core/errors.js";
import { itemPath, memberPath } from "../../rules/grammar/json-path.js";
import type { JsonSchema } from "../../rules/grammar/language-schema.js";
import { isRecord } from "../../rules/grammar/record.js";
import type { Report } from "../finding.js";

/**
 * The form of a value, told once: how it is checked, and how it is described to editors. The machine
 * is checked with it wherever it runs, so that only the schema needs a schema library.
 */
export interface Shape {
  /** The same as JSON Schema. */
  readonly schema: JsonSchema;
  /** Reports every place where a value has another form; `depth` counts the objects around it. */
  readonly check: (value: unknown, path: string, report: Report, depth: number) => void;
}

/** Objects inside each other: far beyond what people write, few enough for the stack. */
const DEEPEST = 64;

/** A value for which `find` knows what is wrong, or nothing. */
export function thatIs(
  schema: JsonSchema,
  isRight: (value: unknown) => boolean,
  expected: string,
): Shape {
  return {
    schema,
    check(value, path, report) {
      if (isRight(value)) return;
      report(path, "WRONG_TYPE", `must be ${expected}, got ${describeValue(value)}`);
    },
  };
}

/** One of these texts. */
export function oneOf(...texts: readonly string[]): Shape {
  const isRight = (value: unknown) => texts.includes(value as string);
  return thatIs({ enum: texts }, isRight, `one of ${texts.join(", ")}`);
}

/** A list of such items. */
export function listOf(item: Shape, fewest = 0): Shape {
  return {
    schema: { type: "array", items: item.schema, ...(fewest > 0 && { minItems: fewest }) },
    check(value, path, report, depth) {
      if (!Array.isArray(value) || value.length < fewest) {
        const expected = fewest > 0 ? `a list of ${fewest} or more` : "a list";
        report(path, "WRONG_TYPE", `must be ${expected}, got ${describeValue(value)}`);
        return;
      }
      for (let index = 0; index < value.length; index++) {
        item.check(value[index], itemPath(path, index), report, depth);
      }
    },
  };
}

/** An object of such values under names of such a form. */
export function recordOf(name: Shape, member: Shape): Shape {
  const { schema } = name;
  return {
    schema: { type: "object", propertyNames: schema, additionalProperties: member.schema },
    check: (value, path, report, depth) => {
      if (!isInside(value, path, report, depth)) return;
      for (const key of Object.keys(value)) {
        const place = memberPath(path, key);
        name.check(key, place, report, depth);
        member.check(value[key], place, report, depth + 1);
      }
    },
  };
}

/** An object with these keys and no others. */
export function objectOf(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  const members = { ...required, ...optional };
  const known = Object.keys(members);
  const properties = Object.fromEntries(known.map((key) => [key, members[key]?.schema]));
  const needed = Object.keys(required);
  return {
    schema: { type: "object", properties, required: needed, additionalProperties: false },
    check(value, path, report, depth) {
      if (!isInside(value, path, report, depth)) return;
      for (const key of Object.keys(value)) {
        const shape = Object.hasOwn(members, key) ? members[key] : undefined;
        const place = memberPath(path, key);
        if (shape !== undefined && value[key] !== undefined) {
          shape.check(value[key], place, report, depth + 1);
        } else if (shape === undefined) {
          report(place, "UNKNOWN_KEY", `is not a key here; keys are ${known.join(", ")}`);
        }
      }
      for (const key of needed) {
        if (Object.hasOwn(value, key) && value[key] !== undefined) continue;
        report(path, "MISSING_KEY", `needs the key \`${key}\``);
      }
    },
  };
}

/** One of several forms, told apart by `choose`. */
export function either(
  forms: readonly Shape[],
  choose: (value: unknown) => Shape | undefined,
  expected: string,
): Shape {
  return {
    schema: { anyOf: forms.map(({ schema }) => schema) },
    check(value, path, report, depth) {
      const shape = choose(value);
      if (shape !== undefined) shape.check(value, path, report, depth);
      else report(path, "WRONG_TYPE", `must be ${expected}, got ${describeValue(value)}`);
    },
  };
}

/** The same shape with a sentence for editors. */
export function described(shape: Shape, description: string): Shape {
  return { ...shape, schema: { description, ...shape.schema } };
}

/** A shape that is defined later, under this name in the JSON Schema: for shapes inside themselves. */
export function named(name: string, shape: () => Shape): Shape {
  return {
    schema: { $ref: `#/$defs/${name}` },
    check: (value, path, report, depth) => shape().check(value, path, report, depth),
  };
}

function isInside(
  value: unknown,
  path: string,
  report: Report,
  depth: number,
): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) {
    report(path, "WRONG_TYPE", `must be an object, got ${describeValue(value)}`);
    return false;
  }
  if (depth > DEEPEST) {
    report(path, "TOO_DEEP", `is nested more than ${DEEPEST} levels deep`);
    return false;
  }
  return true;
}

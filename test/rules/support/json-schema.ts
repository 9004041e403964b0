/** As much of JSON Schema 2020-12 as the schemas of this library use. */
type Schema = Record<string, unknown>;

/** Whether a value is valid against a schema whose definitions are found in `root`. */
export function isValid(value: unknown, schema: Schema, root: Schema): boolean {
  const valid = (of: unknown, by: unknown) => isValid(of, by as Schema, root);
  if (typeof schema.$ref === "string" && !valid(value, resolve(schema.$ref, root))) return false;
  if ("const" in schema && value !== schema.const) return false;
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return false;
  const anyOf = schema.anyOf as Schema[] | undefined;
  if (anyOf !== undefined && !anyOf.some((option) => valid(value, option))) return false;
  const types = [schema.type ?? []].flat() as string[];
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return false;
  if (typeof value === "number") return isInBounds(value, schema.minimum, schema.maximum);
  if (typeof value === "string") {
    const { pattern, maxLength = Infinity } = schema as { pattern?: string; maxLength?: number };
    return (
      value.length <= maxLength && (pattern === undefined || new RegExp(pattern, "u").test(value))
    );
  }
  if (Array.isArray(value)) {
    const isRightLength = isInBounds(value.length, schema.minItems, schema.maxItems);
    const { items } = schema;
    return isRightLength && (items === undefined || value.every((item) => valid(item, items)));
  }
  if (typeof value !== "object" || value === null) return true;
  return isValidObject(value as Record<string, unknown>, schema, valid);
}

function isValidObject(
  value: Record<string, unknown>,
  schema: Schema,
  valid: (of: unknown, by: unknown) => boolean,
): boolean {
  const {
    required = [],
    properties = {},
    additionalProperties = {},
    propertyNames = {},
  } = schema as {
    required?: string[];
    properties?: Record<string, unknown>;
    additionalProperties?: unknown;
    propertyNames?: unknown;
  };
  const keys = Object.keys(value);
  if (!required.every((key) => keys.includes(key))) return false;
  if (!isInBounds(keys.length, schema.minProperties, undefined)) return false;
  return keys.every((key) => {
    if (!valid(key, propertyNames)) return false;
    if (Object.hasOwn(properties, key)) return valid(value[key], properties[key]);
    return additionalProperties !== false && valid(value[key], additionalProperties);
  });
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object")
    return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function isInBounds(value: number, least: unknown, most: unknown): boolean {
  return (
    value >= ((least as number | undefined) ?? -Infinity) &&
    value <= ((most as number | undefined) ?? Infinity)
  );
}

function resolve(ref: string, root: Schema): unknown {
  return ref
    .split("/")
    .slice(1)
    .reduce<unknown>((found, key) => (found as Schema)[key], root);
}

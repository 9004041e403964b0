import { ClienteleError, invalid } from "./errors.js";

/** Options that all have a key, as defaults do, though those without a default are `undefined`. */
export type Drafted<Options> = { readonly [Key in keyof Options]-?: Options[Key] | undefined };

/**
 * Fills the missing options from the defaults; an `undefined` counts as missing.
 * Every option has a key in `defaults` (its value may be `undefined`), so that a misspelt
 * option is found instead of being ignored.
 *
 * @throws ClienteleError UNKNOWN_OPTION when `options` has a key that `defaults` has not
 * @throws ClienteleError INVALID_ARGUMENT when `options` is not an object
 */
export function withDefaults<T extends object>(
  defaults: T,
  options: { readonly [K in keyof T]?: T[K] | undefined } = {},
): T {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw invalid("options", "an object", options);
  }
  const merged: T = { ...defaults };
  for (const key of Object.keys(options) as (keyof T & string)[]) {
    if (!Object.hasOwn(defaults, key)) throw unknownOption(key, Object.keys(defaults));
    if (options[key] !== undefined) merged[key] = options[key];
  }
  return merged;
}

function unknownOption(key: string, known: readonly string[]): ClienteleError {
  return new ClienteleError(
    "UNKNOWN_OPTION",
    `options.${key} is not an option; known options are ${known.join(", ") || "none"}`,
    { where: `options.${key}`, expected: known.join(", "), got: key },
  );
}

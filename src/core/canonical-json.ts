import { canonicalCopy } from "./canonical-copy.js";

/**
 * The one text of a JSON value, whatever the order of its keys and the spaces around them: keys
 * sorted by UTF-16 unit, no spaces, numbers and strings as ECMAScript writes them (RFC 8785).
 * Equal values have equal texts, so that a digest of the text names the value.
 *
 * An object member that is `undefined` counts as absent; everything else that JSON cannot carry is
 * refused instead of being dropped in silence.
 *
 * @param value - plain data: objects, arrays, texts, finite numbers, booleans and null, at most
 *   1,000 levels deep
 * @param where - how messages name the value
 * @throws ClienteleError INVALID_DATA when a part is not JSON: NaN, a Date, a function, a circle,
 *   half of a surrogate pair
 * @throws ClienteleError LIMIT_EXCEEDED when the value is nested more than 1,000 levels deep
 * @example
 * canonicalJson({ b: 1, a: [true, null] }) //=> '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown, where = "value"): string {
  return canonicalCopy(value, where).text;
}

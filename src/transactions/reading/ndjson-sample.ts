import { unsupported } from "./foreign-format.js";
import { parseObject, type RowObject } from "./parse-object.js";

const LF = 10;
/** Sampled are so many lines, of those that begin in this part of the file. */
const MOST_LINES = 100;
const MOST_BYTES = 262_144;

/**
 * The objects of the first lines. Which lines these are does not depend on how many bytes are at
 * hand.
 *
 * @param final - true when these are all the bytes there are
 * @param enough - so many bytes must do
 * @returns `undefined` when it takes more bytes to tell, or there is nothing but blank lines
 * @throws ClienteleError UNSUPPORTED_FORMAT when none of these lines is an object
 */
export function sampleObjects(
  head: Uint8Array,
  final: boolean,
  enough: number,
): readonly RowObject[] | undefined {
  const decoder = new TextDecoder();
  const objects: RowObject[] = [];
  let lines = 0;
  let at = 0;
  while (lines < MOST_LINES && at < Math.min(head.length, MOST_BYTES)) {
    const feed = head.indexOf(LF, at);
    if (feed < 0 && !final) {
      if (head.length < enough) return undefined;
      break;
    }
    const end = feed < 0 ? head.length : feed;
    const text = decoder.decode(head.subarray(at, end)).trim();
    const object = parseObject(text);
    if (object !== undefined) objects.push(object);
    if (text !== "") lines++;
    at = end + 1;
  }
  const isTold = lines === MOST_LINES || at >= MOST_BYTES || final || head.length >= enough;
  if (!isTold || lines === 0) return undefined;
  if (objects.length > 0) return objects;
  const remedy = "write one object per line (NDJSON), not one array or an indented text";
  throw unsupported(`no line at the start is a JSON object; ${remedy}`, remedy);
}

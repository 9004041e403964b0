import { describeValue } from "../../core/errors.js";

/**
 * Shows the shape of a value and never the value: `text like "aaa@aaa.aa" (length 10)`.
 * Letters become `a` and `A`, letters without case `文`, digits `9`; punctuation and spaces stay.
 */
export function maskValue(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === "") return "an empty text";
  if (typeof value === "string") return `text like "${shapeOf(value)}" (length ${value.length})`;
  if (typeof value === "number" && Number.isFinite(value)) {
    return `a number like ${shapeOf(String(value))}`;
  }
  if (typeof value === "bigint") return "a bigint";
  if (value instanceof Date) return "a Date";
  return describeValue(value);
}

const LONGEST_SHAPE = 24;

/** The shape of a text, cut where it is long. */
export function shapeOf(text: string): string {
  // No character takes more than two of the text's units.
  const characters = Array.from(text.slice(0, 2 * LONGEST_SHAPE)).slice(0, LONGEST_SHAPE);
  const shape = characters.map(shapeOfCharacter).join("");
  const isCut = characters.join("").length < text.length;
  return isCut ? `${shape}…` : shape;
}

const SHAPES: readonly (readonly [RegExp, string | undefined])[] = [
  [/\p{Lu}/u, "A"],
  [/\p{Ll}/u, "a"],
  [/[\p{L}\p{M}]/u, "文"],
  [/\p{N}/u, "9"],
  [/[\p{P}\p{Zs}\p{Sm}\p{Sc}]/u, undefined],
  [/./su, "?"],
];

function shapeOfCharacter(character: string): string {
  const found = SHAPES.find(([pattern]) => pattern.test(character));
  return found?.[1] ?? character;
}

/** True for what looks like the name of a field, and not like data that became a key by mistake. */
export function isFieldName(key: string): boolean {
  return /^[a-z_][\w.-]{0,39}$/iu.test(key);
}

import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { IdDictionary } from "../../../src/transactions/reading/id-dictionary.js";
import { bytesOf } from "./support/read.js";

/** The numbers of ids that stand in one text, looked up in one block. */
function internBlock(dictionary: IdDictionary, ids: readonly Uint8Array[]): number[] {
  const bytes = Uint8Array.from(ids.flatMap((id) => [...id, 10]));
  const tos = Int32Array.from(ids, (_id, index) =>
    ids.slice(0, index + 1).reduce((end, { length }) => end + length, index),
  );
  const froms = tos.map((to, index) => to - (ids[index] as Uint8Array).length);
  const numbers = new Int32Array(ids.length);
  dictionary.internBlock(bytes, froms, tos, ids.length, numbers);
  return [...numbers];
}

/** What a map of texts makes of them. */
function numbersOf(ids: readonly string[]): number[] {
  const known = [...new Set(ids)];
  return ids.map((id) => known.indexOf(id));
}

const wellFormed = fc.string({ unit: "grapheme", minLength: 1, maxLength: 24 });
const ids = fc.array(
  fc.oneof(
    fc.nat(50).map(String),
    // Alike at both ends, so that only the middle of a longer key tells them apart.
    fc.stringMatching(/^[ab]{1,6}$/).map((middle) => `customer-${middle}-of-the-house`),
    wellFormed,
  ),
  { maxLength: 600 },
);

describe("the dictionary of ids", () => {
  test.prop([ids])("numbers as a map of texts does, in blocks and one by one", (list) => {
    const expected = numbersOf(list);
    const dictionary = new IdDictionary();
    expect(internBlock(dictionary, list.map(bytesOf))).toEqual(expected);
    expect(list.map((id) => dictionary.internText(id))).toEqual(expected);
    expect(dictionary.size).toBe(new Set(list).size);
    expect(dictionary.ids()).toEqual([...new Set(list)]);
  });

  test.prop([ids, ids])("joins another one and tells its numbers", (list, others) => {
    const dictionary = new IdDictionary();
    for (const id of list) dictionary.internText(id);
    const other = new IdDictionary();
    for (const id of others) other.internText(id);
    const numbers = dictionary.internAll(other.state().ids);
    const joined = dictionary.ids();
    expect(joined).toEqual([...new Set([...list, ...others])]);
    expect(Array.from(numbers, (number) => joined[number])).toEqual(other.ids());
  });

  test.prop([fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { maxLength: 50 })])(
    "says -1 for bytes that are not UTF-8, and forgets them",
    (list) => {
      const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      const texts = list.map((bytes) => {
        try {
          return decoder.decode(bytes);
        } catch {
          return undefined;
        }
      });
      const dictionary = new IdDictionary();
      const numbers = internBlock(dictionary, list);
      const known = dictionary.ids();
      expect(numbers.map((number) => known[number])).toEqual(texts);
    },
  );

  it("keeps half a million ids apart", () => {
    const dictionary = new IdDictionary();
    const count = 500_000;
    for (let id = 0; id < count; id++) dictionary.internText(`C${id}`);
    expect(dictionary.size).toBe(count);
    for (let id = 0; id < count; id += 997) expect(dictionary.internText(`C${id}`)).toBe(id);
    expect(dictionary.ids()[123_456]).toBe("C123456");
  });

  test.prop([fc.string({ unit: "binary", maxLength: 10 })])(
    "holds what is the same text again after UTF-8",
    (text) => {
      const again = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf(text));
      expect(new IdDictionary().canHold(text)).toBe(again === text);
    },
  );
});

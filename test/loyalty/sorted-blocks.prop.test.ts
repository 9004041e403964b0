import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { putItems, removeItems } from "../../src/loyalty/blocks/change-many.js";
import {
  type BlockOrder,
  findItem,
  firstItem,
  itemsOf,
  lastItem,
  type OwnedBlocks,
  putItem,
  removeItem,
  type SortedBlocks,
} from "../../src/loyalty/blocks/sorted-blocks.js";

interface Item {
  readonly key: number;
  readonly value: number;
}

const BY_KEY: BlockOrder<Item, number> = {
  keyOf: ({ key }) => key,
  compare: (item, key) => item.key - key,
};

const item = fc.record({ key: fc.nat(400), value: fc.nat() });
const change = fc.oneof(
  fc.record({ put: fc.array(item, { maxLength: 120, size: "max" }) }),
  fc.record({ remove: fc.array(fc.nat(400), { maxLength: 120, size: "max" }) }),
);

describe("a sorted list in blocks", () => {
  it("holds what a map holds, in order, and leaves the lists before it alone", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.boolean(), (changes, isSingly) => {
        const map = new Map<number, Item>();
        let blocks: SortedBlocks<Item> = [];
        for (const step of changes) {
          const before = blocks;
          const text = JSON.stringify(before);
          const items = "put" in step ? unique(step.put) : unique(step.remove.map(keyed));
          for (const one of items) {
            if ("put" in step) map.set(one.key, one);
            else map.delete(one.key);
            if (!isSingly) continue;
            blocks =
              "put" in step ? putItem(blocks, one, BY_KEY) : removeItem(blocks, one.key, BY_KEY);
          }
          const many = "put" in step ? putItems : removeItems;
          if (!isSingly) blocks = many(blocks, items, BY_KEY);
          expect(JSON.stringify(before)).toBe(text);
        }
        const expected = [...map.values()].toSorted((a, b) => a.key - b.key);
        expect([...itemsOf(blocks)]).toEqual(expected);
        expect(firstItem(blocks)).toEqual(expected[0]);
        expect(lastItem(blocks)).toEqual(expected.at(-1));
        for (let key = 0; key <= 400; key += 7) {
          expect(findItem(blocks, key, BY_KEY)).toEqual(map.get(key));
        }
        expect(blocks.every(({ length }) => length > 0 && length <= 64)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("becomes the same list, block by block, when changes in a row own what they copied", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 300, size: "max" }), (items) => {
        const owned: OwnedBlocks = new Set();
        let alone: SortedBlocks<Item> = [];
        let inRow: SortedBlocks<Item> = [];
        for (const one of items) {
          const isPut = one.value % 3 > 0;
          alone = isPut ? putItem(alone, one, BY_KEY) : removeItem(alone, one.key, BY_KEY);
          inRow = isPut
            ? putItem(inRow, one, BY_KEY, owned)
            : removeItem(inRow, one.key, BY_KEY, owned);
        }
        expect(inRow).toEqual(alone);
      }),
    );
  });

  it("shares all blocks but the changed one", () => {
    const items = Array.from({ length: 1000 }, (_, key) => ({ key, value: 0 }));
    const blocks = putItems([], items, BY_KEY);
    const changed = putItem(blocks, { key: 500, value: 1 }, BY_KEY);
    const own = changed.filter((block, index) => block !== blocks[index]);
    expect(own).toHaveLength(1);
    expect(removeItem(blocks, 2000, BY_KEY)).toBe(blocks);
  });
});

function keyed(key: number): Item {
  return { key, value: 0 };
}

function unique(items: readonly Item[]): Item[] {
  return [...new Map(items.map((one) => [one.key, one])).values()];
}

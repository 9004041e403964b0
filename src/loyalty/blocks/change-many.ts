import {
  type BlockOrder,
  MOST_PER_BLOCK,
  putItem,
  removeItem,
  type SortedBlocks,
} from "./sorted-blocks.js";

/** The list with many items put at their places: block by block, or all at once where that is less work. */
export function putItems<T, Key>(
  blocks: SortedBlocks<T>,
  items: readonly T[],
  order: BlockOrder<T, Key>,
): SortedBlocks<T> {
  if (!isWorthRebuilding(blocks, items)) {
    let changed = blocks;
    for (const item of items) changed = putItem(changed, item, order);
    return changed;
  }
  const sorted = inOrder(items, order);
  return rebuild(blocks, sorted, order, true);
}

/** The list without the items of many keys. */
export function removeItems<T, Key>(
  blocks: SortedBlocks<T>,
  items: readonly T[],
  order: BlockOrder<T, Key>,
): SortedBlocks<T> {
  if (!isWorthRebuilding(blocks, items)) {
    let changed = blocks;
    for (const item of items) changed = removeItem(changed, order.keyOf(item), order);
    return changed;
  }
  const sorted = inOrder(items, order);
  return rebuild(blocks, sorted, order, false);
}

/** One change copies a block and the list of blocks; one pass visits every item, which costs ten times as much each. */
function isWorthRebuilding(blocks: SortedBlocks<unknown>, items: readonly unknown[]): boolean {
  const change = blocks.length + 2 * MOST_PER_BLOCK;
  return items.length * change > 10 * MOST_PER_BLOCK * Math.max(blocks.length, 1);
}

/** One pass over both lists; items of `changes` replace those with the same key, or take them away. */
function rebuild<T, Key>(
  blocks: SortedBlocks<T>,
  changes: readonly T[],
  order: BlockOrder<T, Key>,
  isPut: boolean,
): SortedBlocks<T> {
  const result: T[] = [];
  let next = 0;
  for (const block of blocks) {
    for (const item of block) {
      const key = order.keyOf(item);
      while (next < changes.length && order.compare(changes[next]!, key) < 0) {
        if (isPut) result.push(changes[next]!);
        next++;
      }
      const isChanged = next < changes.length && order.compare(changes[next]!, key) === 0;
      if (!isChanged) result.push(item);
      else if (isPut) result.push(changes[next]!);
      if (isChanged) next++;
    }
  }
  if (isPut) for (; next < changes.length; next++) result.push(changes[next]!);
  const rebuilt: T[][] = [];
  for (let at = 0; at < result.length; at += MOST_PER_BLOCK) {
    rebuilt.push(result.slice(at, at + MOST_PER_BLOCK));
  }
  return rebuilt;
}

/** The items in their order; drawn and opened lots mostly come in it already. */
function inOrder<T, Key>(items: readonly T[], order: BlockOrder<T, Key>): readonly T[] {
  const isAfter = (item: T, index: number) =>
    index === 0 || order.compare(items[index - 1]!, order.keyOf(item)) < 0;
  if (items.every(isAfter)) return items;
  return items.toSorted((a, b) => order.compare(a, order.keyOf(b)));
}

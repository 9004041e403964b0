import {
  type BlockOrder,
  MOST_PER_BLOCK,
  putItem,
  removeItem,
  type SortedBlocks,
} from "./sorted-blocks.js";

/** The list with many items put at their places; blocks that none of them falls into are shared. */
export function putItems<T, Key>(
  blocks: SortedBlocks<T>,
  items: readonly T[],
  order: BlockOrder<T, Key>,
): SortedBlocks<T> {
  if (items.length === 0) return blocks;
  if (items.length === 1) return putItem(blocks, items[0]!, order);
  return changeBlocks(blocks, inOrder(items, order), order, true);
}

/** The list without many items, of which only the keys matter. */
export function removeItems<T, Key>(
  blocks: SortedBlocks<T>,
  items: readonly T[],
  order: BlockOrder<T, Key>,
): SortedBlocks<T> {
  if (items.length === 0) return blocks;
  if (items.length === 1) return removeItem(blocks, order.keyOf(items[0]!), order);
  return changeBlocks(blocks, inOrder(items, order), order, false);
}

/** One pass over the blocks: each meets the changes that come before the block after it. */
function changeBlocks<T, Key>(
  blocks: SortedBlocks<T>,
  changes: readonly T[],
  order: BlockOrder<T, Key>,
  isPut: boolean,
): SortedBlocks<T> {
  const result: (readonly T[])[] = [];
  let start = 0;
  for (const [index, block] of (blocks.length === 0 ? [[]] : blocks).entries()) {
    const following = blocks[index + 1]?.[0];
    let end = start;
    if (following === undefined) end = changes.length;
    else {
      const key = order.keyOf(following);
      while (end < changes.length && order.compare(changes[end]!, key) < 0) end++;
    }
    if (end === start && block.length > 0) result.push(block);
    else pushBlocks(result, mergeBlock(block, changes, start, end, order, isPut));
    start = end;
  }
  return result;
}

/** A block with changes `[start, end)`: they replace or precede its items, or take them away. */
function mergeBlock<T, Key>(
  block: readonly T[],
  changes: readonly T[],
  start: number,
  end: number,
  order: BlockOrder<T, Key>,
  isPut: boolean,
): T[] {
  const merged: T[] = [];
  let next = start;
  for (const item of block) {
    const key = order.keyOf(item);
    for (; next < end && order.compare(changes[next]!, key) < 0; next++) {
      if (isPut) merged.push(changes[next]!);
    }
    const isChanged = next < end && order.compare(changes[next]!, key) === 0;
    if (!isChanged) merged.push(item);
    else if (isPut) merged.push(changes[next]!);
    if (isChanged) next++;
  }
  if (isPut) for (; next < end; next++) merged.push(changes[next]!);
  return merged;
}

function pushBlocks<T>(result: (readonly T[])[], items: readonly T[]): void {
  for (let at = 0; at < items.length; at += MOST_PER_BLOCK) {
    result.push(items.slice(at, at + MOST_PER_BLOCK));
  }
}

/** The items in their order; drawn and opened lots mostly come in it already. */
function inOrder<T, Key>(items: readonly T[], order: BlockOrder<T, Key>): readonly T[] {
  const isAfter = (item: T, index: number) =>
    index === 0 || order.compare(items[index - 1]!, order.keyOf(item)) < 0;
  if (items.every(isAfter)) return items;
  return items.toSorted((a, b) => order.compare(a, order.keyOf(b)));
}

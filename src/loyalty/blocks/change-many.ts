import {
  type BlockOrder,
  type OwnedBlocks,
  putItem,
  removeItem,
  type SortedBlocks,
} from "./sorted-blocks.js";

/** The list with many items put at their places. */
export function putItems<T, Key>(
  blocks: SortedBlocks<T>,
  items: readonly T[],
  order: BlockOrder<T, Key>,
  owned: OwnedBlocks | undefined = ownedFor(items),
): SortedBlocks<T> {
  let changed = blocks;
  for (const item of items) changed = putItem(changed, item, order, owned);
  return changed;
}

/** The list without many items, of which only the keys matter. */
export function removeItems<T, Key>(
  blocks: SortedBlocks<T>,
  items: readonly T[],
  order: BlockOrder<T, Key>,
  owned: OwnedBlocks | undefined = ownedFor(items),
): SortedBlocks<T> {
  let changed = blocks;
  for (const item of items) changed = removeItem(changed, order.keyOf(item), order, owned);
  return changed;
}

/** A single change copies everything once anyway. */
function ownedFor(items: readonly unknown[]): OwnedBlocks | undefined {
  return items.length > 1 ? new Set() : undefined;
}

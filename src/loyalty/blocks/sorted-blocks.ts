/**
 * A sorted list in blocks: plain JSON, never changed. A new version shares all blocks but one with
 * the old one, so that a change of a list of thousands costs a fraction of a microsecond.
 */
export type SortedBlocks<T> = readonly (readonly T[])[];

/** How a list is sorted: every item has a key, and keys are unique. */
export interface BlockOrder<T, Key> {
  readonly keyOf: (item: T) => Key;
  /** Negative when the item comes before the key, 0 when it has it. */
  readonly compare: (item: T, key: Key) => number;
}

/** Beyond this a block is split. */
export const MOST_PER_BLOCK = 64;

/** The order of texts by UTF-16 unit, as in JavaScript. */
export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The item with a key, if there is one. */
export function findItem<T, Key>(
  blocks: SortedBlocks<T>,
  key: Key,
  order: BlockOrder<T, Key>,
): T | undefined {
  if (blocks.length === 0) return undefined;
  const block = blocks[blockOf(blocks, key, order)]!;
  const item = block[placeIn(block, key, order)];
  return item !== undefined && order.compare(item, key) === 0 ? item : undefined;
}

/** The list with an item put at its place, instead of the one with the same key. */
export function putItem<T, Key>(
  blocks: SortedBlocks<T>,
  item: T,
  order: BlockOrder<T, Key>,
): SortedBlocks<T> {
  if (blocks.length === 0) return [[item]];
  const key = order.keyOf(item);
  const index = blockOf(blocks, key, order);
  const block = blocks[index]!;
  const place = placeIn(block, key, order);
  const found = block[place];
  const changed = block.slice();
  if (found !== undefined && order.compare(found, key) === 0) changed[place] = item;
  else if (place === block.length) changed.push(item);
  else changed.splice(place, 0, item);
  if (changed.length <= MOST_PER_BLOCK) return replaceBlock(blocks, index, [changed]);
  // What grows at its end, as logs do, is left in full blocks.
  const cut = place === block.length ? MOST_PER_BLOCK : MOST_PER_BLOCK / 2;
  return replaceBlock(blocks, index, [changed.slice(0, cut), changed.slice(cut)]);
}

/** The list without the item of that key; the same list when there is none. */
export function removeItem<T, Key>(
  blocks: SortedBlocks<T>,
  key: Key,
  order: BlockOrder<T, Key>,
): SortedBlocks<T> {
  if (blocks.length === 0) return blocks;
  const index = blockOf(blocks, key, order);
  const block = blocks[index]!;
  const place = placeIn(block, key, order);
  const found = block[place];
  if (found === undefined || order.compare(found, key) !== 0) return blocks;
  if (block.length === 1) return replaceBlock(blocks, index, []);
  const changed = block.slice();
  changed.splice(place, 1);
  return replaceBlock(blocks, index, [changed]);
}

/** The first item. */
export function firstItem<T>(blocks: SortedBlocks<T>): T | undefined {
  return blocks[0]?.[0];
}

/** The last item. */
export function lastItem<T>(blocks: SortedBlocks<T>): T | undefined {
  return blocks.at(-1)?.at(-1);
}

/** Every item in order. */
export function* itemsOf<T>(blocks: SortedBlocks<T>): Generator<T, void> {
  for (const block of blocks) for (const item of block) yield item;
}

function replaceBlock<T>(
  blocks: SortedBlocks<T>,
  index: number,
  by: readonly (readonly T[])[],
): SortedBlocks<T> {
  const changed = blocks.slice();
  if (by.length === 1) changed[index] = by[0]!;
  else changed.splice(index, 1, ...by);
  return changed;
}

/** The block in which a key is or would be: the last one that does not start after it. */
function blockOf<T, Key>(blocks: SortedBlocks<T>, key: Key, order: BlockOrder<T, Key>): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (order.compare(blocks[middle]![0]!, key) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of a key in a block: that of the first item that does not come before it. */
function placeIn<T, Key>(block: readonly T[], key: Key, order: BlockOrder<T, Key>): number {
  let low = 0;
  let high = block.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order.compare(block[middle]!, key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

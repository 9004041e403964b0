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

/**
 * The lists and blocks that were made by the change under way and that nobody else has seen: many
 * changes in a row copy each of them once.
 */
export type OwnedBlocks = Set<readonly unknown[]>;

/** Beyond this a block is split. */
const MOST_PER_BLOCK = 32;

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

/**
 * The list with an item put at its place, instead of the one with the same key.
 *
 * @param owned - the blocks that may be changed in place; without it, none
 */
export function putItem<T, Key>(
  blocks: SortedBlocks<T>,
  item: T,
  order: BlockOrder<T, Key>,
  owned?: OwnedBlocks,
): SortedBlocks<T> {
  if (blocks.length === 0) return [[item]];
  const key = order.keyOf(item);
  const index = blockOf(blocks, key, order);
  const place = placeIn(blocks[index]!, key, order);
  const changed = own(blocks, owned);
  const block = own(blocks[index]!, owned);
  changed[index] = block;
  const isLast = place === block.length;
  if (isLast) block.push(item);
  else if (order.compare(block[place]!, key) === 0) block[place] = item;
  else block.splice(place, 0, item);
  if (block.length <= MOST_PER_BLOCK) return changed;
  // What grows at its end, as logs do, is left in full blocks.
  const rest = block.splice(isLast ? MOST_PER_BLOCK : MOST_PER_BLOCK / 2);
  owned?.add(rest);
  changed.splice(index + 1, 0, rest);
  return changed;
}

/**
 * The list without the item of that key; the same list when there is none.
 *
 * @param owned - as for {@link putItem}
 */
export function removeItem<T, Key>(
  blocks: SortedBlocks<T>,
  key: Key,
  order: BlockOrder<T, Key>,
  owned?: OwnedBlocks,
): SortedBlocks<T> {
  if (blocks.length === 0) return blocks;
  const index = blockOf(blocks, key, order);
  const place = placeIn(blocks[index]!, key, order);
  const found = blocks[index]![place];
  if (found === undefined || order.compare(found, key) !== 0) return blocks;
  const changed = own(blocks, owned);
  if (blocks[index]!.length === 1) {
    changed.splice(index, 1);
    return changed;
  }
  const block = own(blocks[index]!, owned);
  block.splice(place, 1);
  changed[index] = block;
  return changed;
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

/** A list or block that may be changed: itself where it is owned already, else a copy. */
function own<T>(list: readonly T[], owned: OwnedBlocks | undefined): T[] {
  if (owned?.has(list)) return list as T[];
  const copy = list.slice();
  owned?.add(copy);
  return copy;
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

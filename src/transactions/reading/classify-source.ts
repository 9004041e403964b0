import { invalid } from "../../core/errors.js";
import type { ByteSource } from "./byte-source.js";
import type { RowSource } from "./scan-rows.js";

/** A source, and whether it yields text or rows. */
export type ClassifiedSource =
  | { readonly kind: "bytes"; readonly source: ByteSource }
  | { readonly kind: "rows"; readonly source: RowSource };

/**
 * Tells bytes and text from row objects, by the first item where the type alone does not say.
 *
 * @throws ClienteleError INVALID_ARGUMENT for anything that is neither
 */
export async function classifySource(source: ByteSource | RowSource): Promise<ClassifiedSource> {
  if (typeof source === "string" || source instanceof Uint8Array) return { kind: "bytes", source };
  if (typeof source !== "object" || source === null) throw notReadable(source);
  if (Symbol.asyncIterator in source) return await peekAsync(source);
  if (Symbol.iterator in source) return { kind: "rows", source };
  if ("getReader" in source) return { kind: "bytes", source };
  throw notReadable(source);
}

async function peekAsync(
  source: AsyncIterable<Uint8Array | string | object>,
): Promise<ClassifiedSource> {
  const iterator = source[Symbol.asyncIterator]();
  const first = await iterator.next();
  const all = resume(first, iterator);
  const isText = first.done || typeof first.value === "string" || first.value instanceof Uint8Array;
  return isText
    ? { kind: "bytes", source: all as AsyncIterable<Uint8Array | string> }
    : { kind: "rows", source: all as RowSource };
}

async function* resume<T>(first: IteratorResult<T>, iterator: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    for (let item = first; !item.done; item = await iterator.next()) yield item.value;
  } finally {
    await iterator.return?.();
  }
}

function notReadable(source: unknown): Error {
  return invalid("source", "bytes, text, a stream, or an iterable of row objects", source, {
    remedy: "To read a file by its path, use readTransactionsFile from clientele/files",
  });
}

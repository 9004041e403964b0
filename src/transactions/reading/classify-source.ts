import { invalid } from "../../core/errors.js";
import type { ByteSource } from "./byte-pieces.js";
import type { RowSource } from "./scan-rows.js";

/** A source, and whether it yields bytes, text or rows. */
export type ClassifiedSource =
  | { readonly kind: "bytes" | "text"; readonly source: ByteSource }
  | { readonly kind: "rows"; readonly source: RowSource };

/**
 * Tells bytes and text from rows, by the first item where the type alone does not say.
 *
 * @throws ClienteleError INVALID_ARGUMENT for anything that is none of them
 */
export async function classifySource(source: ByteSource | RowSource): Promise<ClassifiedSource> {
  if (typeof source === "string") return { kind: "text", source };
  if (source instanceof Uint8Array) return { kind: "bytes", source };
  if (typeof source !== "object" || source === null) throw notReadable(source);
  if (Array.isArray(source)) return classified(source[0], source);
  if (Symbol.asyncIterator in source) return await peekAsync(source[Symbol.asyncIterator]());
  if (Symbol.iterator in source) return peek(source[Symbol.iterator]());
  if ("getReader" in source) return { kind: "bytes", source };
  throw notReadable(source);
}

function classified(first: unknown, source: unknown): ClassifiedSource {
  if (typeof first === "string") return { kind: "text", source: source as ByteSource };
  if (first instanceof Uint8Array) return { kind: "bytes", source: source as ByteSource };
  return { kind: "rows", source: source as RowSource };
}

function peek(iterator: Iterator<unknown>): ClassifiedSource {
  const first = iterator.next();
  return classified(first.value, resume(first, iterator));
}

async function peekAsync(iterator: AsyncIterator<unknown>): Promise<ClassifiedSource> {
  const first = await iterator.next();
  return classified(first.value, resumeAsync(first, iterator));
}

function* resume(first: IteratorResult<unknown>, iterator: Iterator<unknown>): Generator<unknown> {
  try {
    for (let item = first; !item.done; item = iterator.next()) yield item.value;
  } finally {
    iterator.return?.();
  }
}

async function* resumeAsync(
  first: IteratorResult<unknown>,
  iterator: AsyncIterator<unknown>,
): AsyncGenerator<unknown> {
  try {
    for (let item = first; !item.done; item = await iterator.next()) yield item.value;
  } finally {
    await iterator.return?.();
  }
}

function notReadable(source: unknown): Error {
  return invalid(
    "source",
    "text, bytes, a stream of either, or an iterable of row objects or column batches",
    source,
    {
      remedy:
        "Put a single row or batch in an array; read a file by its path with readTransactionsFile from clientele/files",
    },
  );
}

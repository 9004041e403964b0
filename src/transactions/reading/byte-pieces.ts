import { invalid } from "../../core/errors.js";

/** Anything that yields bytes or text: at hand, in pieces, or as a stream such as a fetch body or a Blob's. */
export type ByteSource =
  | string
  | Uint8Array
  | ReadableStream<Uint8Array | string>
  | AsyncIterable<Uint8Array | string>
  | Iterable<Uint8Array | string>;

/** Larger pieces are cut, so that progress shows and text at hand is not held twice. */
const LARGEST_PIECE = 1_048_576;

/**
 * The bytes of a source in pieces of at most 1 MiB; text becomes UTF-8.
 *
 * @throws ClienteleError INVALID_ARGUMENT for a piece that is neither bytes nor text
 */
export async function* bytePieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  /** The first half of a surrogate pair that two pieces of text share. */
  let half = "";
  for await (const piece of itemsOf(source)) {
    if (piece instanceof Uint8Array) yield* cutBytes(piece);
    else if (typeof piece === "string") {
      const text = half + piece;
      half = endsInsidePair(text, text.length) ? text.slice(-1) : "";
      for (const part of cutText(text, text.length - half.length)) yield encoder.encode(part);
    } else throw invalid("a piece of the source", "bytes or text", piece);
  }
  if (half !== "") yield encoder.encode(half);
}

/** The chunks of a stream; cancels it when they are no longer wanted. */
export async function* readStream<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    finished = true;
  } finally {
    if (!finished) await reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}

function itemsOf(
  source: ByteSource,
): AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string> {
  if (typeof source === "string" || source instanceof Uint8Array) return [source];
  if (Symbol.asyncIterator in source || Symbol.iterator in source) return source;
  return readStream(source);
}

function* cutBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += LARGEST_PIECE) {
    yield bytes.subarray(at, at + LARGEST_PIECE);
  }
}

function* cutText(text: string, length: number): Generator<string> {
  for (let from = 0; from < length; ) {
    const to = Math.min(from + LARGEST_PIECE, length);
    const end = to < length && endsInsidePair(text, to) ? to - 1 : to;
    yield text.slice(from, end);
    from = end;
  }
}

function endsInsidePair(text: string, end: number): boolean {
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
}

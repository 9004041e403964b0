import { type ByteSource, bytePieces } from "./byte-pieces.js";
import { gunzip, isGzip } from "./gunzip.js";
import { decoderOf, transcode } from "./transcode.js";

/**
 * Streams a source as UTF-8 bytes: gunzipped where its first bytes say gzip, transcoded from the
 * given encoding (a byte order mark overrides it), and without a byte order mark.
 *
 * @param onBytes - told how many bytes each piece of the source had
 * @throws ClienteleError TRUNCATED_INPUT for a damaged gzip; INVALID_ARGUMENT for an unknown encoding
 */
export async function* openBytes(
  source: ByteSource,
  encoding: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const raw = withPeek(counted(bytePieces(source), onBytes));
  const unpacked = isGzip(await raw.peek()) ? withPeek(gunzip(raw.rest())) : raw;
  const decoder = decoderOf(markedEncoding(await unpacked.peek()) ?? encoding);
  if (decoder.encoding === "utf-8") yield* withoutMark(unpacked.rest());
  else yield* transcode(unpacked.rest(), decoder);
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    onBytes(piece.length);
    yield piece;
  }
}

interface PeekableBytes {
  /** The first three bytes or fewer, without taking them. */
  peek(): Promise<Uint8Array>;
  /** Everything, those bytes included. */
  rest(): AsyncGenerator<Uint8Array>;
}

const PEEKED = 3;

function withPeek(source: AsyncGenerator<Uint8Array>): PeekableBytes {
  let head: Uint8Array = new Uint8Array(0);
  let ended = false;
  return {
    async peek() {
      while (head.length < PEEKED && !ended) {
        const { done, value } = await source.next();
        if (done) ended = true;
        else head = head.length === 0 && value.length >= PEEKED ? value : joined(head, value);
      }
      return head.subarray(0, PEEKED);
    },
    async *rest() {
      try {
        if (head.length > 0) yield head;
        if (!ended) yield* source;
      } finally {
        await source.return(undefined);
      }
    },
  };
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

const hasUtf8Mark = (head: Uint8Array): boolean =>
  head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;

function markedEncoding(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return hasUtf8Mark(head) ? "utf-8" : undefined;
}

async function* withoutMark(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of source) {
    yield isFirst && hasUtf8Mark(piece) ? piece.subarray(3) : piece;
    isFirst = false;
  }
}

import { ClienteleError, invalid } from "../../core/errors.js";

/** Anything that yields bytes or text in pieces: a Node file stream, a fetch body, a Blob's stream. */
export type ByteSource =
  | string
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>;

/**
 * Streams a source as UTF-8 bytes: gunzipped where its first bytes say gzip, transcoded where the
 * encoding or a UTF-16 byte order mark says so, and without a byte order mark.
 *
 * @param onBytes - told how many bytes each piece of the source had
 * @throws ClienteleError TRUNCATED_INPUT for a damaged gzip; INVALID_ARGUMENT for an unknown encoding
 */
export async function* openBytes(
  source: ByteSource,
  encoding: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const raw = withPeek(counted(pieces(source), onBytes));
  const head = await raw.peek();
  const unpacked = isGzip(head) ? withPeek(gunzip(raw.rest())) : raw;
  const label = wideEncoding(await unpacked.peek()) ?? encoding;
  const decoder = makeDecoder(label);
  if (decoder.encoding === "utf-8") yield* withoutMark(unpacked.rest());
  else yield* transcode(unpacked.rest(), decoder);
}

async function* pieces(source: ByteSource): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  if (typeof source === "string") yield encoder.encode(source);
  else if (source instanceof Uint8Array) yield source;
  else if (Symbol.asyncIterator in source) {
    for await (const piece of source as AsyncIterable<Uint8Array | string>) {
      if (typeof piece === "string") yield encoder.encode(piece);
      else if (piece instanceof Uint8Array) yield piece;
      else throw invalid("source piece", "bytes or text", piece);
    }
  } else yield* readStream(source);
}

async function* readStream(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
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
  /** The first four bytes or fewer, without taking them. */
  peek(): Promise<Uint8Array>;
  /** Everything, those bytes included. */
  rest(): AsyncGenerator<Uint8Array>;
}

function withPeek(source: AsyncGenerator<Uint8Array>): PeekableBytes {
  let head: Uint8Array = new Uint8Array(0);
  let ended = false;
  return {
    async peek() {
      while (head.length < 4 && !ended) {
        const { done, value } = await source.next();
        if (done) ended = true;
        else head = concatenate(head, value);
      }
      return head.subarray(0, 4);
    },
    async *rest() {
      if (head.length > 0) yield head;
      if (!ended) yield* source;
    },
  };
}

function concatenate(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length === 0) return right;
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

async function* gunzip(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
  try {
    yield* readStream(packed.pipeThrough(new DecompressionStream("gzip")));
  } catch (error) {
    // A failure of the source itself is not a damaged archive.
    if (error instanceof ClienteleError || (error as { syscall?: string }).syscall !== undefined)
      throw error;
    throw new ClienteleError(
      "TRUNCATED_INPUT",
      "the gzip data end too early or are damaged; copy or export the file again",
      { expected: "a complete gzip file", remedy: "export the file again" },
    );
  }
}

function wideEncoding(head: Uint8Array): string | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
}

function makeDecoder(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw invalid("mapping.encoding", "an encoding such as utf-8, gb18030, windows-1252", label);
  }
}

async function* withoutMark(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const piece of source) {
    const marked = first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    first = false;
    yield marked ? piece.subarray(3) : piece;
  }
}

async function* transcode(
  source: AsyncIterable<Uint8Array>,
  decoder: InstanceType<typeof TextDecoder>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  try {
    for await (const piece of source) yield encoder.encode(decoder.decode(piece, { stream: true }));
    yield encoder.encode(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ClienteleError(
      "UNSUPPORTED_FORMAT",
      `the bytes are not valid ${decoder.encoding}; give the file's own encoding`,
      { expected: decoder.encoding, remedy: "--encoding" },
    );
  }
}

import { ClienteleError } from "../../core/errors.js";

/** True when the first bytes are those of a gzip file. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Packed bytes handed over at once: gzip makes at most a thousand times as many of them. */
const PACKED_BYTES = 65_536;

/**
 * Unpacks gzip, files glued together included. No more is packed out than is asked for: Node's
 * `DecompressionStream` counts pieces instead of bytes, and would hold gigabytes when piped.
 *
 * @throws ClienteleError TRUNCATED_INPUT for data that end too early or are damaged; what the source
 *   itself throws passes through
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream("gzip");
  const reader = readable.getReader();
  const writer = writable.getWriter();
  try {
    let unpacked = explained(reader.read());
    for await (const packed of slices(source)) {
      const written = explained(writer.write(packed)).then(() => undefined);
      for (;;) {
        const chunk = await Promise.race([unpacked, written]);
        if (chunk === undefined) break;
        if (chunk.done) return;
        yield chunk.value;
        unpacked = explained(reader.read());
      }
    }
    explained(writer.close());
    for (let chunk = await unpacked; !chunk.done; chunk = await explained(reader.read())) {
      yield chunk.value;
    }
  } finally {
    // Neither matters any more, and the second fails where the first has succeeded.
    reader.cancel().catch(() => {});
    writer.abort().catch(() => {});
  }
}

/** Copies, because a source may use its buffer again while these bytes still wait. */
async function* slices(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const piece of source) {
    for (let at = 0; at < piece.length; at += PACKED_BYTES) {
      yield new Uint8Array(piece.subarray(at, at + PACKED_BYTES));
    }
  }
}

/** The promise with its failure in our words; one that is never awaited may fail in silence. */
function explained<T>(promise: Promise<T>): Promise<T> {
  const told = promise.catch(() => {
    const remedy = "copy or export the file again";
    throw new ClienteleError(
      "TRUNCATED_INPUT",
      `the gzip data end too early or are damaged; ${remedy}`,
      { expected: "a complete gzip file", remedy },
    );
  });
  told.catch(() => {});
  return told;
}

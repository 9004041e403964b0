import { ClienteleError } from "../../core/errors.js";
import { readStream } from "./byte-pieces.js";

/** True when the first bytes are those of a gzip file. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks gzip, files glued together included.
 *
 * @throws ClienteleError TRUNCATED_INPUT for data that end too early or are damaged; what the source
 *   itself throws passes through
 */
export async function* gunzip(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let failure: { readonly error: unknown } | undefined;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await source.next();
        if (done) controller.close();
        // A copy, because a source may use its buffer again while this piece still waits.
        else controller.enqueue(value.slice());
      } catch (error) {
        failure = { error };
        throw error;
      }
    },
    async cancel() {
      await source.return(undefined);
    },
  });
  try {
    yield* readStream(packed.pipeThrough(new DecompressionStream("gzip")));
  } catch {
    if (failure !== undefined) throw failure.error;
    throw new ClienteleError(
      "TRUNCATED_INPUT",
      "the gzip data end too early or are damaged; copy or export the file again",
      { expected: "a complete gzip file", remedy: "export the file again" },
    );
  }
}

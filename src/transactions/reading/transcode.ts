import { invalid } from "../../core/errors.js";

/**
 * The decoder of an encoding.
 *
 * @throws ClienteleError INVALID_ARGUMENT for a label that `TextDecoder` does not know
 */
export function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    throw invalid("mapping.encoding", "an encoding such as utf-8, gb18030, windows-1252", label);
  }
}

/**
 * Turns bytes of another encoding into UTF-8. What the encoding does not know becomes bytes that
 * are not UTF-8 either, so that the one check of texts behind finds them, row by row.
 */
export async function* transcode(
  source: AsyncIterable<Uint8Array>,
  decoder: InstanceType<typeof TextDecoder>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of source) {
    yield encodeMarked(encoder, decoder.decode(piece, { stream: true }));
  }
  yield encodeMarked(encoder, decoder.decode());
}

const REPLACEMENT = "\ufffd";
const NEVER_IN_UTF8 = 0xff;

function encodeMarked(encoder: InstanceType<typeof TextEncoder>, text: string): Uint8Array {
  const bytes = encoder.encode(text);
  if (!text.includes(REPLACEMENT)) return bytes;
  // U+FFFD is EF BF BD; EF begins no sequence but its own.
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) bytes.fill(NEVER_IN_UTF8, at, at + 3);
  }
  return bytes;
}

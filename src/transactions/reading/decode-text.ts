const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Up to here putting ASCII together by hand costs less than a call of the decoder. */
const SHORT = 48;

/** The text of UTF-8 bytes; `undefined` when they are not UTF-8. */
export function decodeText(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from > SHORT) return decode(bytes.subarray(from, to));
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

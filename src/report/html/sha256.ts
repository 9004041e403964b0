/**
 * SHA-256 of a text in UTF-8 (FIPS 180-4, section 6.2), as base64: what a content security policy
 * names a style or a script by. The platform's own digest is asynchronous, and a page is not.
 */
export function sha256Base64(text: string): string {
  const message = pad(new TextEncoder().encode(text));
  const hash = Uint32Array.from(FIRST_PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
  const schedule = new Uint32Array(64);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let t = 0; t < 16; t++) schedule[t] = message.getUint32(block + 4 * t);
    compress(hash, extend(schedule));
  }
  return btoa(
    Array.from(hash, (word) =>
      String.fromCharCode(word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255),
    ).join(""),
  );
}

/** The message, a 1 bit, zeros, and the length in bits: a whole number of 64-byte blocks. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return view;
}

function extend(schedule: Uint32Array): Uint32Array {
  for (let t = 16; t < 64; t++) {
    const w2 = schedule[t - 2] as number;
    const w15 = schedule[t - 15] as number;
    const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
    const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
    schedule[t] = s1 + (schedule[t - 7] as number) + s0 + (schedule[t - 16] as number);
  }
  return schedule;
}

function compress(hash: Uint32Array, schedule: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = h + s1 + choice + (ROUND[t] as number) + (schedule[t] as number);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    hash[index] = (hash[index] as number) + word;
  });
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** The first 32 bits of the fractional part. */
function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 0x1_0000_0000);
}

const FIRST_PRIMES: readonly number[] = primes(64);
const ROUND: Uint32Array = Uint32Array.from(FIRST_PRIMES, (prime) => fraction(Math.cbrt(prime)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    if (found.every((prime) => n % prime !== 0)) found.push(n);
  }
  return found;
}

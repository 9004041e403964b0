import { invalid } from "./errors.js";

/**
 * The SHA-256 digest of bytes, or of a text in UTF-8 (FIPS 180-4, sections 4.1.2, 5 and 6.2):
 * synchronous and without the platform's own cryptography, so that it runs wherever rules run.
 *
 * For fingerprints of configurations and commands, and for chains of entries; it is not meant for
 * passwords.
 *
 * @returns 64 hexadecimal digits in lower case
 * @throws ClienteleError INVALID_ARGUMENT when the input is neither bytes nor text, or when the
 *   text has half of a surrogate pair, which no UTF-8 can carry
 * @example
 * sha256("abc") //=> "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 */
export function sha256(input: string | Uint8Array): string {
  const bytes = typeof input === "string" ? encode(input) : input;
  if (!(bytes instanceof Uint8Array)) throw invalid("input", "a text or a Uint8Array", input);
  const length = bytes === SHORT ? input.length : bytes.length;
  const state = FIRST_STATE.slice();
  const whole = length - (length % 64);
  for (let at = 0; at < whole; at += 64) {
    for (let t = 0; t < 16; t++) SCHEDULE[t] = wordAt(bytes, at + 4 * t);
    compress(state, SCHEDULE);
  }
  compressTail(state, SCHEDULE, bytes, whole, length);
  let digest = "";
  for (let i = 0; i < 8; i++) {
    const word = state[i]!;
    digest += HEX[word >>> 24]! + HEX[(word >>> 16) & 255]!;
    digest += HEX[(word >>> 8) & 255]! + HEX[word & 255]!;
  }
  return digest;
}

/** UTF-8. Most texts are ASCII, and the platform's encoder is slow to start on a short one. */
function encode(text: string): Uint8Array {
  const bytes = text.length <= SHORT.length ? SHORT : new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) return encodeAny(text);
    bytes[at] = unit;
  }
  return bytes;
}

function encodeAny(text: string): Uint8Array {
  if (/\p{Surrogate}/u.test(text)) {
    throw invalid("input", "a text without half surrogate pairs", text);
  }
  return new TextEncoder().encode(text);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}

/** The bytes after the last whole block, a single 1 bit, zeros, and the length in bits. */
function compressTail(
  state: Int32Array,
  w: Int32Array,
  bytes: Uint8Array,
  from: number,
  length: number,
): void {
  const rest = length - from;
  w.fill(0, 0, 16);
  for (let at = 0; at < rest; at++) w[at >>> 2]! |= bytes[from + at]! << (24 - 8 * (at & 3));
  w[rest >>> 2]! |= 0x80 << (24 - 8 * (rest & 3));
  if (rest >= 56) {
    compress(state, w);
    w.fill(0, 0, 16);
  }
  w[14] = Math.floor(length / 0x2000_0000);
  w[15] = length << 3;
  compress(state, w);
}

/** One block, whose 16 words are the first of `w`; the letters are those of FIPS 180-4, section 6.2.2. */
function compress(state: Int32Array, w: Int32Array): void {
  for (let t = 16; t < 64; t++) {
    const early = w[t - 15]!;
    const late = w[t - 2]!;
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    w[t] = (sigma1 + w[t - 7]! + sigma0 + w[t - 16]!) | 0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + ROUND_CONSTANTS[t]! + w[t]!) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0]! += a;
  state[1]! += b;
  state[2]! += c;
  state[3]! += d;
  state[4]! += e;
  state[5]! += f;
  state[6]! += g;
  state[7]! += h;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

/** Room for one block at a time: making it anew for each digest would cost more than a block. */
const SCHEDULE: Int32Array = new Int32Array(64);
/** Room for the bytes of a short text. */
const SHORT: Uint8Array = new Uint8Array(1024);

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes. */
const FIRST_STATE: Int32Array = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
);

/** The two digits of each byte. */
const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND_CONSTANTS: Int32Array = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);

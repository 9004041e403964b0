import { checkNumber } from "./column.js";

/** A source of uniform numbers in [0, 1), 53 bits each; the same seed gives the same sequence. */
export type Random = () => number;

/**
 * A seeded generator: xoshiro128** 1.1 (Blackman and Vigna, 2018), its state filled by SplitMix32.
 *
 * @param seed - any integer from 0 to 2^53 - 1
 * @throws ClienteleError INVALID_ARGUMENT when the seed is not such an integer
 */
export function seededRandom(seed: number): Random {
  checkNumber(seed, "seed", "count");
  const nextWord = splitMix(seed);
  let a = nextWord();
  let b = nextWord();
  let c = nextWord();
  let d = nextWord();

  const word = (): number => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  // 27 high bits and 26 high bits make one 53-bit mantissa.
  return () => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992;
}

function splitMix(seed: number): () => number {
  let state = (seed >>> 0) ^ Math.imul(Math.floor(seed / 4_294_967_296), 0x9e3779b9);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

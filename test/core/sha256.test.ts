import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { seededRandom, sha256 } from "../../src/core/index.js";

/** The examples of FIPS 180-4 (NIST, "SHA-256 example values") and of RFC 6234, section 8.5. */
const OFFICIAL: readonly [string, string][] = [
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  [
    "0123456701234567012345670123456701234567012345670123456701234567".repeat(10),
    "594847328451bdfa85056225462cc1d867d877fb388df0ce35f25ab5562bfbb5",
  ],
];

describe("sha256", () => {
  it("gives the digests of the standard", () => {
    for (const [text, digest] of OFFICIAL) expect(sha256(text)).toBe(digest);
  });

  it("agrees with the platform's own at every length around the block borders", () => {
    const random = seededRandom(7);
    for (let length = 0; length <= 260; length++) {
      const bytes = Uint8Array.from({ length }, () => Math.floor(random() * 256));
      expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
  });

  it("reads a view on part of a buffer, not the whole buffer", () => {
    const buffer = new TextEncoder().encode("xxabcxx");
    expect(sha256(buffer.subarray(2, 5))).toBe(sha256("abc"));
  });

  it("takes text as UTF-8", () => {
    const digest = createHash("sha256").update("客户 😀", "utf8").digest("hex");
    expect(sha256("客户 😀")).toBe(digest);
  });

  it("refuses half of a surrogate pair, which UTF-8 would silently replace", () => {
    expect(() => sha256("a\ud800")).toThrow(/half surrogate/);
  });

  it("refuses what is neither text nor bytes", () => {
    for (const wrong of [undefined, null, 5, {}, [1, 2]]) {
      expect(() => sha256(wrong as never)).toThrow("input must be a text or a Uint8Array");
    }
  });
});

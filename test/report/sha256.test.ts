import { createHash } from "node:crypto";
import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { sha256Base64 } from "../../src/report/html/sha256.js";

// FIPS 180-4 example vectors, NIST "Examples with Intermediate Values".
const VECTORS: readonly (readonly [string, string])[] = [
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
];

test.each(VECTORS)("hashes the published vector %j", (text, hex) => {
  expect(Buffer.from(sha256Base64(text), "base64").toString("hex")).toBe(hex);
});

test.prop([fc.string({ unit: "grapheme", maxLength: 300 })])("agrees with the platform", (text) => {
  expect(sha256Base64(text)).toBe(createHash("sha256").update(text, "utf8").digest("base64"));
});

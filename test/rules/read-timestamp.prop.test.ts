import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { parseTimestamp } from "../../src/core/timestamp.js";
import { readTimestamp } from "../../src/rules/values/read-timestamp.js";

const twoDigits = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, "0"));
const nearly = fc
  .record({
    date: fc.tuple(fc.integer({ min: 0, max: 9999 }), twoDigits, twoDigits),
    clock: fc.tuple(twoDigits, twoDigits),
    seconds: fc.option(twoDigits, { nil: undefined }),
    fraction: fc.option(fc.string({ unit: fc.constantFrom("0", "5", "9"), maxLength: 11 }), {
      nil: undefined,
    }),
    offset: fc.oneof(
      fc.constantFrom("Z", "", "z", "+8", "+0800", "Z "),
      fc
        .tuple(fc.constantFrom("+", "-"), twoDigits, twoDigits)
        .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
    ),
  })
  .map(({ date: [year, month, day], clock, seconds, fraction, offset }) => {
    const rest =
      seconds === undefined ? "" : `:${seconds}${fraction === undefined ? "" : `.${fraction}`}`;
    return `${String(year).padStart(4, "0")}-${month}-${day}T${clock.join(":")}${rest}${offset}`;
  });
const real = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());

test.prop([fc.oneof(nearly, real, fc.string()), fc.nat(40), fc.constantFrom("", "x", " ", "1")], {
  numRuns: 3000,
})("reads exactly the timestamps that the core reads", (text, place, extra) => {
  for (const one of [text, text.slice(0, place) + extra + text.slice(place)]) {
    expect([one, readTimestamp(one)]).toEqual([one, parseTimestamp(one) ?? Number.NaN]);
  }
});

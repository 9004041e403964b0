import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { parseCustomer } from "../../src/customer/index.js";

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .filter((text) => /\S/u.test(text) && !/\p{Cc}/u.test(text));
/** Fields named __proto__ are refused, see the tests of hostile input. */
const json = fc.jsonValue().filter((value) => !JSON.stringify(value).includes("__proto__"));
const instant = fc.integer({ min: -8.64e15, max: 8.64e15 });
const provenance = fc.record(
  { source: line, observedAt: instant },
  { requiredKeys: ["source", "observedAt"] },
);
const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9998-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const part = { provenance, validFrom: day, validTo: fc.constant("9999-01-01") };

const contactPoint = fc.oneof(
  fc.record(
    { kind: fc.constant("email"), address: fc.emailAddress(), ...part },
    { requiredKeys: ["kind", "address"] },
  ),
  fc.record(
    { kind: fc.constant("social"), service: line, handle: line, ...part },
    { requiredKeys: ["kind", "service", "handle"] },
  ),
  fc.record(
    { kind: fc.constant("postal"), lines: fc.array(line, { minLength: 1 }), city: line, ...part },
    { requiredKeys: ["kind", "lines"] },
  ),
  fc.record(
    { kind: fc.constant("web"), url: fc.webUrl(), ...part },
    { requiredKeys: ["kind", "url"] },
  ),
);

const customer = fc.record(
  {
    kind: fc.constant("person"),
    id: line.map((id) => `id ${id}`),
    names: fc.array(fc.record({ full: line, given: line, ...part }, { requiredKeys: ["full"] }), {
      minLength: 1,
    }),
    contactPoints: fc.array(contactPoint),
    externalIds: fc.uniqueArray(fc.record({ system: line, value: line }), {
      selector: ({ value }) => value,
    }),
    relationships: fc.array(fc.record({ kind: line, customerId: line.map((id) => `to ${id}`) })),
    custom: fc.dictionary(
      line.filter((key) => key !== "__proto__"),
      json,
    ),
    provenance,
  },
  { requiredKeys: ["kind", "id", "names", "provenance"] },
);

test.prop([customer])(
  "A parsed customer survives JSON and a second parsing unchanged.",
  (input) => {
    const parsed = parseCustomer(input);
    const again = parseCustomer(JSON.parse(JSON.stringify(parsed)));
    expect(again).toEqual(JSON.parse(JSON.stringify(parsed)));
  },
);

test.prop([customer])("Parsing keeps every value and only adds lists and provenance.", (input) => {
  expect(parseCustomer(input)).toMatchObject(input);
});

test.prop([customer])("Every part of a parsed customer has a provenance.", (input) => {
  const { names, contactPoints, externalIds, relationships, preferences, ...rest } =
    parseCustomer(input);
  for (const { provenance } of [
    ...names,
    ...contactPoints,
    ...externalIds,
    ...relationships,
    ...preferences,
  ]) {
    expect(typeof provenance.observedAt).toBe("number");
  }
  expect(rest.provenance).toEqual(input.provenance);
});

test.prop([
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
])("Whatever is given, the answer is a customer or a ClienteleError.", (input) => {
  for (const wrapped of [
    input,
    { kind: "person", id: input },
    {
      kind: "person",
      id: "a",
      names: [{ full: "x" }],
      provenance: { source: "x", observedAt: 0 },
      custom: input,
    },
  ]) {
    try {
      expect(parseCustomer(wrapped).kind).toBe("person");
    } catch (error) {
      expect((error as Error).name).toBe("ClienteleError");
    }
  }
});

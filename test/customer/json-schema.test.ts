import { describe, expect, test } from "vitest";
import * as z from "zod";
import { customerJsonSchema, customerSchema } from "../../src/customer/index.js";
import { organization, person } from "./customers.js";

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

describe("customerJsonSchema", () => {
  test("It is JSON, and new on every call.", () => {
    const schema = customerJsonSchema();
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    delete schema.$defs;
    expect(customerJsonSchema()).toHaveProperty("$defs");
  });

  test("It names the parts of a customer.", () => {
    expect(Object.keys(customerJsonSchema().$defs as object).sort()).toEqual([
      "Birthday",
      "ContactPoint",
      "ExternalId",
      "Instant",
      "Json",
      "OrganizationName",
      "PersonName",
      "Preference",
      "Provenance",
      "Relationship",
    ]);
  });

  test("Every reference leads to a definition.", () => {
    const schema = customerJsonSchema();
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]*)"/g)];
    expect(references.length).toBeGreaterThan(20);
    for (const [, name] of references) expect(schema.$defs).toHaveProperty(name as string);
  });

  describe("A reader of JSON Schema judges as customerSchema does", () => {
    const reader = z.fromJSONSchema(customerJsonSchema() as JsonSchema);
    const email = { kind: "email", address: "a@b.c" };
    test.each<[string, unknown]>([
      ["the least person", person],
      ["the least organization", organization],
      [
        "an ISO time",
        { ...person, provenance: { source: "x", observedAt: "2026-01-01T00:00:00Z" } },
      ],
      ["an e-mail address", { ...person, contactPoints: [email] }],
      ["custom fields", { ...person, custom: { a: [{ b: null }] } }],
      ["no id", { ...person, id: undefined }],
      ["no name", { ...person, names: [] }],
      ["an unknown field", { ...person, shoeSize: 42 }],
      ["an unknown kind", { ...person, kind: "robot" }],
      ["a birthday of a company", { ...organization, birthday: { month: 1, day: 1 } }],
      ["the thirteenth month", { ...person, birthday: { month: 13, day: 1 } }],
      ["a contact point without a kind", { ...person, contactPoints: [{ address: "a@b.c" }] }],
      ["an address without @", { ...person, contactPoints: [{ ...email, address: "a" }] }],
      ["a day that is none", { ...person, validFrom: "2026-02-30" }],
      ["half a millisecond", { ...person, provenance: { source: "x", observedAt: 0.5 } }],
      [
        "a confidence of 2",
        { ...person, preferences: [{ basis: "inferred", topic: "t", value: 1, confidence: 2 }] },
      ],
    ])("on %s.", (_, input) => {
      const json = JSON.parse(JSON.stringify(input));
      expect(reader.safeParse(json).success).toBe(customerSchema.safeParse(json).success);
    });
  });
});

import { expect, test } from "vitest";
import * as z from "zod";
import {
  type CustomerInput,
  displayName,
  isValidOn,
  parseCustomer,
} from "../../src/customer/index.js";

// What a newcomer writes, with the data of a shop.
const record: CustomerInput = {
  kind: "person",
  id: "c-1001",
  names: [
    { family: "李", given: "小龙", use: "legal" },
    { full: "Bruce Lee", use: "alias", language: "en" },
  ],
  birthday: { month: 11, day: 27, year: 1940 },
  language: "zh-Hans",
  timeZone: "Asia/Hong_Kong",
  contactPoints: [
    {
      kind: "email",
      address: "bruce@example.com",
      verification: { outcome: "verified", at: "2026-02-01T08:00:00Z", method: "link" },
    },
    { kind: "phone", number: "+852 2345 6789", line: "fixed", use: "work" },
    { kind: "social", service: "wechat", handle: "brucelee" },
    {
      kind: "postal",
      country: "HK",
      district: "九龙塘",
      lines: ["金巴伦道41号"],
      validFrom: "2024-05-01",
      validTo: "2026-05-01",
      provenance: { source: "crm", observedAt: 1_714_521_600_000, recordId: "A-17" },
    },
  ],
  externalIds: [{ system: "webshop", value: "7781" }],
  relationships: [{ kind: "employeeOf", customerId: "c-2", validFrom: "2020-01-01" }],
  preferences: [
    { basis: "stated", topic: "contactChannel", value: "wechat" },
    { basis: "inferred", topic: "colour", value: ["yellow", "black"], confidence: 0.7 },
  ],
  custom: { loyaltyCard: "A-9", since: "2026-03-01" },
  provenance: { source: "webshop", observedAt: "2026-03-31T09:00:00+08:00" },
};

const customFields = z.object({
  loyaltyCard: z.string(),
  since: z.iso.date().transform((day) => Number(day.slice(0, 4))),
});

test("A shop record becomes a customer whose custom fields are typed.", () => {
  const customer = parseCustomer(record, { customFields });
  const since: number = customer.custom.since;
  expect(since).toBe(2026);
  expect(displayName(customer)).toBe("李小龙");
  expect(customer.contactPoints[0]).toEqual({
    kind: "email",
    address: "bruce@example.com",
    verification: { outcome: "verified", at: Date.UTC(2026, 1, 1, 8), method: "link" },
    provenance: { source: "webshop", observedAt: Date.UTC(2026, 2, 31, 1) },
  });
  expect(customer.contactPoints[3]?.provenance.source).toBe("crm");
});

test("Addresses are asked for the day on which they hold.", () => {
  const { contactPoints } = parseCustomer(record);
  const kindsOn = (day: string) =>
    contactPoints.filter((point) => isValidOn(point, day)).map(({ kind }) => kind);
  expect(kindsOn("2026-04-30")).toEqual(["email", "phone", "social", "postal"]);
  expect(kindsOn("2026-05-01")).toEqual(["email", "phone", "social"]);
});

test("A record with mistakes is refused with one sentence per mistake and no personal value.", () => {
  const wrong = {
    ...record,
    names: [{ given: 7 }],
    contactPoints: [
      { kind: "email", address: "bruce.example.com" },
      { kind: "fax", number: "1" },
    ],
    custom: { loyaltyCard: "A-9" },
    shoeSize: 42,
  };
  expect(() => parseCustomer(wrong, { customFields })).toThrow(
    "customer.names[0].given must be a text, got a number like 9; " +
      'customer.contactPoints[0].address must be an e-mail address, got text like "aaaaa.aaaaaaa.aaa" (length 17); ' +
      'customer.contactPoints[1].kind must be one of email, phone, postal, social, web, got text like "aaa" (length 3); ' +
      "customer.shoeSize must be left out: there is no such field, and fields of your own belong in custom, got a number like 99; " +
      "customer.custom.since must be as its schema asks (Invalid input: expected string, received undefined), got nothing",
  );
});

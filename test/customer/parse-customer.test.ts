import { describe, expect, test } from "vitest";
import { ClienteleError } from "../../src/core/errors.js";
import { type CustomerProblem, parseCustomer } from "../../src/customer/index.js";
import { organization, person } from "./customers.js";

const provenance = { source: "crm", observedAt: 1_700_000_000_000 };

/** The problems of an input as "where must be expected". */
function problemsOf(input: unknown): string[] {
  return listProblems(input).map(({ where, expected }) => `${where} must be ${expected}`);
}

function listProblems(input: unknown): readonly CustomerProblem[] {
  try {
    parseCustomer(input);
  } catch (error) {
    if (!(error instanceof ClienteleError) || error.code !== "INVALID_DATA") throw error;
    return error.details.problems as readonly CustomerProblem[];
  }
  return [];
}

describe("What is left out", () => {
  test("The least person gets empty lists and its names get its provenance.", () => {
    expect(parseCustomer(person)).toEqual({
      kind: "person",
      id: "p-1",
      names: [{ full: "Ada Lovelace", provenance }],
      contactPoints: [],
      externalIds: [],
      relationships: [],
      preferences: [],
      custom: {},
      provenance,
    });
  });

  test("A birthday without a calendar is Gregorian.", () => {
    const customer = parseCustomer({ ...person, birthday: { month: 2, day: 29 } });
    expect(customer.kind === "person" && customer.birthday).toEqual({
      calendar: "gregorian",
      month: 2,
      day: 29,
    });
  });

  test("Two customers never share the empty lists.", () => {
    expect(parseCustomer(person).contactPoints).not.toBe(parseCustomer(person).contactPoints);
    expect(parseCustomer(person).custom).not.toBe(parseCustomer(person).custom);
  });
});

describe("Points in time", () => {
  const observed = (observedAt: unknown) =>
    parseCustomer({ ...person, provenance: { source: "crm", observedAt } }).provenance.observedAt;

  test("ISO texts with an offset, Dates and Temporal instants become epoch milliseconds.", () => {
    expect(observed("2024-03-31T01:30:00+08:00")).toBe(Date.UTC(2024, 2, 30, 17, 30));
    expect(observed("2024-03-31T01:30:00.250Z")).toBe(Date.UTC(2024, 2, 31, 1, 30, 0, 250));
    expect(observed(new Date(1234))).toBe(1234);
    expect(observed({ epochMilliseconds: 1234 })).toBe(1234);
    expect(observed(-1)).toBe(-1);
  });

  test.each([
    "2024-03-31T01:30:00",
    "2024-02-30T00:00:00Z",
    "2024-03-31",
    "yesterday",
    "",
    1.5,
    8.64e15 + 2,
    Number.NaN,
    new Date(Number.NaN),
    {},
    null,
    undefined,
  ])("%s is no point in time.", (observedAt) => {
    expect(problemsOf({ ...person, provenance: { source: "crm", observedAt } })).toEqual([
      "customer.provenance.observedAt must be a time such as 2026-03-31T09:00:00Z, or epoch milliseconds",
    ]);
  });
});

describe("Each field names what it must be", () => {
  const withPoint = (point: object) => ({ ...person, contactPoints: [point] });
  test.each<[string, unknown, string]>([
    ["no customer", 7, "customer must be an object with kind: one of person, organization"],
    ["null", null, "customer must be an object with kind: one of person, organization"],
    ["a list", [person], "customer must be an object with kind: one of person, organization"],
    [
      "another kind",
      { ...person, kind: "household" },
      "customer.kind must be one of person, organization",
    ],
    ["a blank id", { ...person, id: " \t" }, "customer.id must be a text that is not blank"],
    ["a number as id", { ...person, id: 5 }, "customer.id must be a text"],
    [
      "a line break",
      { ...person, id: "a\nb" },
      "customer.id must be a text without line breaks and other control characters",
    ],
    [
      "a long text",
      { ...person, id: "x".repeat(2001) },
      "customer.id must be a text of at most 2000 characters",
    ],
    ["no name", { ...person, names: [] }, "customer.names must be at least one name"],
    [
      "an empty name",
      { ...person, names: [{ prefix: "Dr." }] },
      "customer.names[0] must be a name with full, given or family",
    ],
    [
      "a company with a given name",
      { ...organization, names: [{ full: "Acme", given: "A" }] },
      "customer.names[0].given must be left out: there is no such field, and fields of your own belong in custom",
    ],
    [
      "a company with a birthday",
      { ...organization, birthday: { month: 1, day: 1 } },
      "customer.birthday must be left out: there is no such field, and fields of your own belong in custom",
    ],
    [
      "no provenance",
      { ...person, provenance: undefined },
      "customer.provenance must be an object with source and observedAt",
    ],
    [
      "a language that is none",
      { ...person, language: "zh_CN" },
      "customer.language must be a BCP 47 language tag such as zh-Hans",
    ],
    [
      "a zone that is none",
      { ...person, timeZone: "Beijing" },
      "customer.timeZone must be a time zone such as Asia/Shanghai",
    ],
    [
      "half an employee",
      { ...organization, employeeCount: 0.5 },
      "customer.employeeCount must be a whole number from 0 to 9007199254740991",
    ],
    [
      "an address without a domain",
      withPoint({ kind: "email", address: "ada@" }),
      "customer.contactPoints[0].address must be an e-mail address",
    ],
    [
      "a telephone without a number",
      withPoint({ kind: "phone", number: "call 12" }),
      "customer.contactPoints[0].number must be a telephone number",
    ],
    [
      "a country in words",
      withPoint({ kind: "postal", country: "China", lines: ["x"] }),
      "customer.contactPoints[0].country must be an ISO 3166-1 country code of two letters such as CN",
    ],
    [
      "an address without lines",
      withPoint({ kind: "postal", lines: [] }),
      "customer.contactPoints[0].lines must be at least one address line",
    ],
    [
      "a script as web page",
      withPoint({ kind: "web", url: "javascript:alert(1)" }),
      "customer.contactPoints[0].url must be an http or https address",
    ],
    [
      "an unknown proof",
      withPoint({ kind: "email", address: "a@b.c", verification: { outcome: "ok", at: 0 } }),
      "customer.contactPoints[0].verification.outcome must be one of verified, failed",
    ],
    [
      "a day that is none",
      withPoint({ kind: "email", address: "a@b.c", validFrom: "2025-02-29" }),
      "customer.contactPoints[0].validFrom must be a date such as 2026-03-31",
    ],
    [
      "an end at the beginning",
      withPoint({
        kind: "email",
        address: "a@b.c",
        validFrom: "2025-01-01",
        validTo: "2025-01-01",
      }),
      "customer.contactPoints[0].validTo must be later than validFrom",
    ],
    [
      "a relationship to oneself",
      { ...person, relationships: [{ kind: "spouseOf", customerId: "p-1" }] },
      "customer.relationships[0].customerId must be the id of another customer",
    ],
    [
      "one external id twice",
      {
        ...person,
        externalIds: [
          { system: "a", value: "1" },
          { system: "b", value: "1" },
          { system: "a", value: "1" },
        ],
      },
      "customer.externalIds[2] must be listed once only",
    ],
    [
      "a said preference with a confidence",
      {
        ...person,
        preferences: [{ basis: "stated", topic: "size", value: "M", confidence: 1 }],
      },
      "customer.preferences[0].confidence must be left out: there is no such field, and fields of your own belong in custom",
    ],
    [
      "a confidence over 1",
      {
        ...person,
        preferences: [{ basis: "inferred", topic: "size", value: "M", confidence: 1.1 }],
      },
      "customer.preferences[0].confidence must be a number from 0 to 1",
    ],
    [
      "an object as preference",
      { ...person, preferences: [{ basis: "stated", topic: "size", value: {} }] },
      "customer.preferences[0].value must be a text, a number, true or false, or a list of texts",
    ],
  ])("%s", (_, input, expected) => {
    expect(problemsOf(input)).toEqual([expected]);
  });

  test.each<[object, string]>([
    [{ month: 2, day: 30 }, "day must be a day of that month"],
    [{ month: 2, day: 29, year: 2023 }, "day must be a day of that month"],
    [{ month: 13, day: 1 }, "month must be a whole number from 1 to 12"],
    [{ calendar: "chinese", month: 8, day: 31 }, "day must be at most 30 in the Chinese calendar"],
    [
      { month: 4, day: 1, isLeapMonth: true },
      "isLeapMonth must be left out in the Gregorian calendar",
    ],
  ])("The birthday %j is refused.", (birthday, expected) => {
    expect(problemsOf({ ...person, birthday })).toEqual([`customer.birthday.${expected}`]);
  });

  test("The fifteenth day of a leap month is a Chinese birthday.", () => {
    const birthday = { calendar: "chinese", month: 4, day: 15, isLeapMonth: true, year: 2020 };
    expect(problemsOf({ ...person, birthday })).toEqual([]);
  });
});

describe("Errors", () => {
  test("The message names five problems and counts the rest; the details hold a hundred.", () => {
    const contactPoints = Array.from({ length: 150 }, () => ({ kind: "email", address: "no" }));
    try {
      parseCustomer({ ...person, contactPoints });
      expect.unreachable();
    } catch (error) {
      const { message, details } = error as ClienteleError;
      expect(message.match(/must be/g)).toHaveLength(5);
      expect(message).toContain("; and 145 more");
      expect(details.problems).toHaveLength(100);
      expect(details.problemCount).toBe(150);
      expect(details.where).toBe("customer.contactPoints[0].address");
    }
  });

  test("A key that is data is masked, in the path and in the text.", () => {
    const [problem] = listProblems({ ...person, "ada@example.com": 1 });
    expect(problem).toMatchObject({
      path: ["aaa@aaaaaaa.aaa"],
      where: 'customer["aaa@aaaaaaa.aaa"]',
    });
  });

  test("A misspelt option is refused.", () => {
    // @ts-expect-error the option is called customFields
    expect(() => parseCustomer(person, { custom: {} })).toThrow(
      "options.custom is not an option; known options are customFields",
    );
  });
});

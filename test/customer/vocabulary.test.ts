import { describe, expect, test } from "vitest";
import {
  type CustomerInput,
  displayName,
  externalIdKey,
  findSharedExternalIds,
  isValidOn,
  parseCustomer,
} from "../../src/customer/index.js";
import { organization, person } from "./customers.js";

describe("displayName", () => {
  const shown = (...names: Extract<CustomerInput, { kind: "person" }>["names"]) =>
    displayName(parseCustomer({ ...person, kind: "person", names }));

  test.each([
    [{ family: "李", given: "小龙" }, "李小龙"],
    [{ family: "김", given: "민준" }, "김민준"],
    [{ family: "やまだ", given: "タロウ" }, "やまだタロウ"],
    [{ family: "𠮷", given: "野" }, "𠮷野"],
    [{ family: "Lovelace", given: "Ada", additional: "King" }, "Ada King Lovelace"],
    [{ family: "Li", given: "Xiaolong", order: "familyFirst" }, "Li Xiaolong"],
    [{ family: "Puskás", given: "Ferenc", order: "familyFirst" }, "Puskás Ferenc"],
    [{ family: "王", given: "David" }, "David 王"],
    [{ family: "李", given: "小龙", order: "givenFirst" }, "小龙李"],
    [{ given: "Pelé" }, "Pelé"],
    [{ full: "Ada, Countess of Lovelace", given: "Ada" }, "Ada, Countess of Lovelace"],
    [{ prefix: "Dr.", given: "Ada", family: "Byron", suffix: "FRS" }, "Ada Byron"],
  ] as const)("%j is shown as %s.", (name, expected) => {
    expect(shown(name)).toBe(expected);
  });

  test("A former name is shown only where there is no other.", () => {
    expect(shown({ full: "Ada Byron", use: "former" }, { full: "Ada King" })).toBe("Ada King");
    expect(shown({ full: "Ada Byron", use: "former" })).toBe("Ada Byron");
  });

  test("An organization is shown by its first name.", () => {
    const names = [{ full: "Acme", use: "short" as const }, { full: "Acme GmbH" }];
    expect(displayName(parseCustomer({ ...organization, names }))).toBe("Acme");
  });
});

describe("isValidOn", () => {
  test("A fact holds from its first day up to, and without, the day on which it ends.", () => {
    const fact = { validFrom: "2024-02-29", validTo: "2025-01-01" };
    const days = ["2024-02-28", "2024-02-29", "2024-12-31", "2025-01-01"];
    expect(days.map((day) => isValidOn(fact, day))).toEqual([false, true, true, false]);
  });

  test("Without bounds a fact holds on every day.", () => {
    expect(isValidOn({}, "0001-01-01")).toBe(true);
    expect(isValidOn({ validTo: undefined }, "9999-12-31")).toBe(true);
  });

  test.each(["2024-02-30", "2024-2-1", "", "today", 20_240_201 as never, undefined as never])(
    "%j is no day.",
    (day) => {
      expect(() => isValidOn({}, day)).toThrow("day must be a date such as 2026-03-31");
    },
  );
});

describe("External ids", () => {
  const customer = (id: string, ...pairs: [string, string][]) => ({
    id,
    externalIds: pairs.map(([system, value]) => ({
      system,
      value,
      provenance: { source: "crm", observedAt: 0 },
    })),
  });

  test("No two pairs of system and value have the same key.", () => {
    const pairs = [
      { system: "a", value: 'b","c' },
      { system: 'a","b', value: "c" },
      { system: "a:b", value: "c" },
      { system: "a", value: "b:c" },
    ];
    expect(new Set(pairs.map(externalIdKey)).size).toBe(4);
  });

  test("A value shared within a system is found with its customers; across systems it is free.", () => {
    const shared = findSharedExternalIds([
      customer("c-1", ["shop", "7"], ["tax:CN", "9"]),
      customer("c-2", ["forum", "7"]),
      customer("c-3", ["tax:CN", "9"], ["shop", "7"]),
    ]);
    expect(shared).toEqual([
      { system: "shop", value: "7", customerIds: ["c-1", "c-3"] },
      { system: "tax:CN", value: "9", customerIds: ["c-1", "c-3"] },
    ]);
  });

  test("The same customer twice shares nothing with itself.", () => {
    const twice = [customer("c-1", ["shop", "7"]), customer("c-1", ["shop", "7"])];
    expect(findSharedExternalIds(twice)).toEqual([]);
  });

  test("No customers share nothing.", () => {
    expect(findSharedExternalIds([])).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { parseCustomer } from "../../src/customer/index.js";
import { person } from "./customers.js";

const withCustom = (custom: unknown) => () => parseCustomer({ ...person, custom });

describe("Custom fields without a schema are JSON", () => {
  test("They are copied, so that later changes of the input do not show.", () => {
    const custom = { tags: ["a"] };
    const customer = parseCustomer({ ...person, custom });
    custom.tags.push("b");
    expect(customer.custom).toEqual({ tags: ["a"] });
  });

  test("A field that is undefined is left out.", () => {
    expect(Object.keys(withCustom({ a: undefined, b: null })().custom)).toEqual(["b"]);
  });

  test.each<[string, unknown, string]>([
    [
      "a function",
      { a: { b: () => 1 } },
      "customer.custom.a.b must be a value that JSON can write",
    ],
    ["NaN", { a: [0, Number.NaN] }, "customer.custom.a[1] must be a value that JSON can write"],
    ["a Date", { a: new Date(0) }, "customer.custom.a must be a value that JSON can write"],
    ["a Map", { a: new Map() }, "customer.custom.a must be a value that JSON can write"],
    ["a bigint", { a: 1n }, "customer.custom.a must be a value that JSON can write"],
    ["a list", [1], "customer.custom must be an object"],
    ["null", null, "customer.custom must be an object"],
  ])("%s is refused with its path.", (_, custom, message) => {
    expect(withCustom(custom)).toThrow(message);
  });

  test("A cycle is refused instead of followed.", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(withCustom(cycle)).toThrow("must be at most 50 levels deep");
  });

  test("Nesting that would break the stack is refused.", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(withCustom({ deep })).toThrow("must be at most 50 levels deep");
  });

  test("Sharing that would unfold to 2^40 values is refused at once.", () => {
    let shared: unknown = 1;
    for (let level = 0; level < 40; level++) shared = [shared, shared];
    expect(withCustom({ shared })).toThrow(/must be (at most|within the first) 100000 values/);
  });

  test("A list of four billion holes is refused at once.", () => {
    expect(withCustom({ holes: new Array(4_000_000_000) })).toThrow(
      "must be at most 100000 values",
    );
  });
});

describe("Prototypes", () => {
  test.each([
    ['{"__proto__":{"admin":true}}', 'customer["__proto__"]'],
    ['{"custom":{"__proto__":{"admin":true}}}', "customer.custom"],
    ['{"custom":{"a":[{"__proto__":1}]}}', "customer.custom.a[0]"],
  ])("%s is refused and changes nothing.", (json) => {
    const input = { ...person };
    for (const [key, value] of Object.entries(JSON.parse(json))) {
      Object.defineProperty(input, key, { value, enumerable: true });
    }
    expect(() => parseCustomer(input)).toThrow("__proto__ must be");
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test("constructor and prototype are ordinary names of custom fields.", () => {
    const custom = JSON.parse('{"constructor":1,"prototype":2,"toString":3}');
    expect(withCustom(custom)().custom).toEqual({ constructor: 1, prototype: 2, toString: 3 });
  });
});

describe("Objects with code of their own", () => {
  test("A getter that throws is data that cannot be read, and its message is not repeated.", () => {
    const input = {
      ...person,
      get language(): string {
        throw new Error("Ada Lovelace");
      },
    };
    expect(() => parseCustomer(input)).toThrow(
      /^customer must be plain data, got an object that fails when it is read$/,
    );
  });

  test("So is a revoked proxy.", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(() => parseCustomer(proxy)).toThrow("customer must be plain data");
  });

  test("A getter that changes its answer cannot smuggle in what was not checked.", () => {
    let reads = 0;
    const input = {
      ...person,
      get id() {
        return reads++ === 0 ? "p-1" : { evil: true };
      },
    };
    expect(parseCustomer(input).id).toBe("p-1");
  });

  test("An instance of a class is read like a plain object.", () => {
    class Row {
      readonly kind = "person";
      readonly id = "p-2";
      readonly names = [{ full: "Grace Hopper" }];
      readonly provenance = { source: "crm", observedAt: 0 };
    }
    expect(parseCustomer(new Row()).id).toBe("p-2");
  });
});

test("A text made to slow a pattern down is refused at once.", () => {
  for (const address of ["@".repeat(200_000), "a".repeat(200_000), `${"a@".repeat(100_000)} `]) {
    const point = { kind: "email", address };
    expect(() => parseCustomer({ ...person, contactPoints: [point] })).toThrow("address must be");
  }
  for (const number of ["1".padEnd(200_000, "x"), `1${" ".repeat(200_000)}2`]) {
    const point = { kind: "phone", number };
    expect(() => parseCustomer({ ...person, contactPoints: [point] })).toThrow("number must be");
  }
});

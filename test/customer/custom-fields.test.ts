import { describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { ClienteleError } from "../../src/core/errors.js";
import {
  type CustomerProblem,
  parseCustomer,
  parseCustomerAsync,
  type StandardResult,
  type StandardSchema,
} from "../../src/customer/index.js";
import { person } from "./customers.js";

type Validate = (value: unknown) => StandardResult<unknown> | Promise<StandardResult<unknown>>;

/** A validator of no library. */
function schemaOf(validate: Validate): StandardSchema {
  return { "~standard": { version: 1, vendor: "own", validate } };
}

describe("Any Standard Schema", () => {
  test("The output of the validator becomes custom, converted values included.", () => {
    const customFields = z.object({ joined: z.iso.date().transform((day) => new Date(day)) });
    const customer = parseCustomer(
      { ...person, custom: { joined: "2026-03-31" } },
      { customFields },
    );
    expect(customer.custom.joined.getTime()).toBe(Date.UTC(2026, 2, 31));
  });

  test("A validator of twenty lines will do.", () => {
    const customFields = schemaOf((value) => ({ value: Object.keys(value as object).length }));
    expect(parseCustomer({ ...person, custom: { a: 1, b: 2 } }, { customFields }).custom).toBe(2);
  });

  test("A schema that is a function, as those of arktype are, will do too.", () => {
    const customFields = Object.assign(
      () => undefined,
      schemaOf((value) => ({ value })),
    );
    expect(parseCustomer({ ...person, custom: { a: 1 } }, { customFields }).custom).toEqual({
      a: 1,
    });
  });

  test("Without custom the validator is given an empty object, so that its defaults apply.", () => {
    const customFields = z.object({ tier: z.string().default("basic") });
    expect(parseCustomer(person, { customFields }).custom).toEqual({ tier: "basic" });
  });

  test("A validator that fails by an exception is a fault of the caller and shows as it is.", () => {
    const customFields = schemaOf(() => {
      throw new RangeError("my own bug");
    });
    expect(() => parseCustomer(person, { customFields })).toThrow(new RangeError("my own bug"));
  });

  test.each([
    ["a plain object", {}],
    ["null", null],
    ["a later version", { "~standard": { version: 2, vendor: "x", validate: () => ({}) } }],
    ["a validator that is no function", { "~standard": { version: 1, vendor: "x", validate: 1 } }],
  ])("%s is no Standard Schema.", (_, customFields) => {
    expect(() => parseCustomer(person, { customFields: customFields as never })).toThrow(
      "options.customFields must be a Standard Schema of version 1",
    );
  });

  test("A validator that returns nothing is refused.", () => {
    const customFields = schemaOf(() => undefined as never);
    expect(() => parseCustomer(person, { customFields })).toThrow(
      "options.customFields must be a validator that returns a value or issues, got undefined",
    );
  });
});

describe("Issues of a validator", () => {
  const problemsOf = (custom: unknown, issues: readonly unknown[]) => {
    const customFields = schemaOf(() => ({ issues: issues as never }));
    try {
      parseCustomer({ ...person, custom }, { customFields });
    } catch (error) {
      return (error as ClienteleError).details.problems as readonly CustomerProblem[];
    }
    return [];
  };

  test("Their paths lead from custom, with keys and with objects that hold a key.", () => {
    const custom = { cards: [{ number: "1234" }] };
    const path = ["cards", { key: 0 }, "number"];
    expect(problemsOf(custom, [{ message: "too short", path }])).toEqual([
      {
        path: ["custom", "cards", 0, "number"],
        where: "customer.custom.cards[0].number",
        expected: "as its schema asks (too short)",
        got: 'text like "9999" (length 4)',
      },
    ]);
  });

  test("An issue without a path is about custom as a whole.", () => {
    expect(problemsOf({}, [{ message: "empty" }])[0]).toMatchObject({
      where: "customer.custom",
      got: "an object",
    });
  });

  test("A path to nowhere got nothing.", () => {
    expect(problemsOf({}, [{ message: "x", path: ["a", "b", Symbol("c")] }])[0]?.got).toBe(
      "nothing",
    );
  });

  test("Problems of the profile and of custom come in one error.", () => {
    const customFields = z.object({ card: z.string() });
    expect(() => parseCustomer({ ...person, id: 1 }, { customFields })).toThrow(
      /customer\.id must be a text.*customer\.custom\.card must be as its schema asks/,
    );
  });

  test("An empty list of issues is a refusal without a reason.", () => {
    expect(problemsOf({}, [])[0]?.expected).toBe("as its schema asks (no reason given)");
  });
});

describe("Asynchronous validators", () => {
  const slow = schemaOf(async (value) => ({ value: { ...(value as object), checked: true } }));

  test("parseCustomer refuses them and names the function that waits.", () => {
    expect(() => parseCustomer(person, { customFields: slow })).toThrow(
      "options.customFields must be a synchronous validator, got one that returns a promise. Call parseCustomerAsync instead",
    );
  });

  test("Their later failure is not reported as unhandled.", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const failing = schemaOf(async () => {
      throw new Error("late");
    });
    expect(() => parseCustomer(person, { customFields: failing })).toThrow(ClienteleError);
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test("A promise of another realm or library is a promise too.", () => {
    // biome-ignore lint/suspicious/noThenProperty: a foreign promise is what is tested
    const foreign = { then: (done: (result: unknown) => void) => done({ value: 1 }) };
    const customFields = schemaOf(() => foreign as never);
    expect(() => parseCustomer(person, { customFields })).toThrow(
      "Call parseCustomerAsync instead",
    );
  });

  test("parseCustomerAsync waits for them.", async () => {
    const input = { ...person, custom: { a: 1 } };
    const customer = await parseCustomerAsync(input, { customFields: slow });
    expect(customer.custom).toEqual({ a: 1, checked: true });
  });

  test("parseCustomerAsync takes synchronous validators as well.", async () => {
    const customFields = z.object({ a: z.number() });
    const input = { ...person, custom: { a: 1 } };
    expect((await parseCustomerAsync(input, { customFields })).custom.a).toBe(1);
  });

  test("parseCustomerAsync rejects with every problem.", async () => {
    const customFields = z.object({ a: z.number().refine(async (a) => a > 1) });
    const input = { ...person, id: "", custom: { a: 1 } };
    await expect(parseCustomerAsync(input, { customFields })).rejects.toThrow(
      /customer\.id must be.*customer\.custom\.a must be/,
    );
  });

  test("parseCustomerAsync without a validator is a broken call.", async () => {
    await expect(parseCustomerAsync(person, {} as never)).rejects.toThrow(
      "options.customFields must be a Standard Schema of version 1",
    );
  });
});

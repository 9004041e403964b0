import { expectTypeOf, test } from "vitest";
import * as z from "zod";
import type {
  ContactPoint,
  Customer,
  CustomerInput,
  CustomFields,
  EmailAddress,
  JsonValue,
  StandardSchema,
} from "../../src/customer/index.js";
import {
  type customerSchema,
  parseCustomer,
  parseCustomerAsync,
} from "../../src/customer/index.js";

test("Without a validator custom is JSON.", () => {
  expectTypeOf(parseCustomer({})).toEqualTypeOf<Customer<CustomFields>>();
  expectTypeOf(parseCustomer({}).custom.anything).toEqualTypeOf<JsonValue | undefined>();
});

test("With a validator custom is its output, not its input.", () => {
  const customFields = z.object({ since: z.string().transform(Number) });
  expectTypeOf(parseCustomer({}, { customFields }).custom).toEqualTypeOf<{ since: number }>();
  expectTypeOf(parseCustomerAsync({}, { customFields })).resolves.toExtend<
    Customer<{ since: number }>
  >();
});

test("A schema of no library is as good.", () => {
  const customFields = {} as StandardSchema<unknown, { readonly card: string }>;
  expectTypeOf(parseCustomer({}, { customFields }).custom.card).toEqualTypeOf<string>();
});

test("A type cannot be claimed without a validator.", () => {
  // @ts-expect-error the type of custom comes from the validator
  parseCustomer<{ card: string }>({});
});

test("kind tells persons from organizations and contact points from each other.", () => {
  const customer = parseCustomer({});
  if (customer.kind === "person") expectTypeOf(customer).toHaveProperty("birthday");
  else expectTypeOf(customer).toHaveProperty("industry");
  const point = {} as ContactPoint;
  if (point.kind === "email") expectTypeOf(point).toEqualTypeOf<EmailAddress>();
});

test("The schema and the types agree, before and after parsing.", () => {
  expectTypeOf<z.output<typeof customerSchema>>().toEqualTypeOf<Customer>();
  expectTypeOf<z.input<typeof customerSchema>>().toEqualTypeOf<CustomerInput>();
  expectTypeOf<Customer>().toExtend<CustomerInput>();
});

test("Customers are read-only.", () => {
  const customer = parseCustomer({});
  // @ts-expect-error readonly
  customer.id = "other";
  // @ts-expect-error readonly
  customer.contactPoints.push({});
});

import { ClienteleError, invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { customerFrameSchema, customerSchema } from "../schema.js";
import type { Customer } from "../types.js";
import { PARSE_CUSTOMER_DEFAULTS, type ParseCustomerOptions } from "./options.js";
import { type CustomerProblem, describeCustomIssue, invalidCustomer } from "./problems.js";
import { type CustomerReading, readCustomer } from "./read-customer.js";
import type { StandardOutput, StandardResult, StandardSchema } from "./standard-schema.js";

/**
 * Reads a customer from data of unknown shape.
 *
 * Missing lists become empty, times become epoch milliseconds, and a name, contact point, … without
 * provenance takes that of the customer. Nothing else is changed, and a field that this library does
 * not know is an error instead of being dropped.
 *
 * @param input - plain data such as parsed JSON, in the form of `CustomerInput`
 * @param options - `customFields`: the validator of `custom`, of any library that follows Standard
 *   Schema; its output is the type of `custom`. It is given `{}` where there is no `custom`
 * @returns a new customer; it shares no object with the input, but for what a validator passes on
 * @throws ClienteleError INVALID_DATA with `details.problems`, one for each path; a message shows
 *   the shape of a value and never the value
 * @throws ClienteleError INVALID_ARGUMENT for a validator that is none, or that is asynchronous
 * @example
 * const customer = parseCustomer({
 *   kind: "person",
 *   id: "c-1",
 *   names: [{ family: "李", given: "小龙" }],
 *   provenance: { source: "webshop", observedAt: "2026-03-31T09:00:00+08:00" },
 * });
 */
export function parseCustomer(
  input: unknown,
  options?: Partial<ParseCustomerOptions<undefined>>,
): Customer;
export function parseCustomer<Schema extends StandardSchema>(
  input: unknown,
  options: ParseCustomerOptions<Schema>,
): Customer<StandardOutput<Schema>>;
export function parseCustomer(
  input: unknown,
  options: Partial<ParseCustomerOptions> = {},
): Customer<unknown> {
  const { customFields } = withDefaults(PARSE_CUSTOMER_DEFAULTS, options);
  if (customFields === undefined) return settle(readCustomer(input, customerSchema), []);
  const reading = readCustomer(input, customerFrameSchema);
  const result = validate(customFields, reading.custom);
  if (!isPromise(result)) return settleCustom(reading, result);
  // Nobody will wait for it, so that its failure would be reported as unhandled.
  Promise.resolve(result).catch(() => undefined);
  throw new ClienteleError(
    "INVALID_ARGUMENT",
    "options.customFields must be a synchronous validator, got one that returns a promise. Call parseCustomerAsync instead",
    { where: "options.customFields", remedy: "Call parseCustomerAsync instead" },
  );
}

/**
 * Reads a customer as {@link parseCustomer} does, and waits for a validator that is asynchronous.
 *
 * @param input - plain data such as parsed JSON, in the form of `CustomerInput`
 * @param options - `customFields`: the validator of `custom`
 * @returns a new customer
 * @throws ClienteleError INVALID_DATA with `details.problems`, one for each path
 * @throws ClienteleError INVALID_ARGUMENT for a validator that is none
 */
export async function parseCustomerAsync<Schema extends StandardSchema>(
  input: unknown,
  options: ParseCustomerOptions<Schema>,
): Promise<Customer<StandardOutput<Schema>>> {
  const { customFields } = withDefaults<ParseCustomerOptions>(PARSE_CUSTOMER_DEFAULTS, options);
  if (customFields === undefined) throw notASchema(customFields);
  const reading = readCustomer(input, customerFrameSchema);
  const result = await validate(customFields, reading.custom);
  return settleCustom(reading, result) as Customer<StandardOutput<Schema>>;
}

type ValidatorResult = StandardResult<unknown>;

function validate(
  schema: StandardSchema,
  custom: unknown,
): ValidatorResult | Promise<ValidatorResult> {
  const standard = (schema as StandardSchema | null)?.["~standard"];
  if (typeof standard?.validate !== "function" || standard.version !== 1) throw notASchema(schema);
  return standard.validate(custom);
}

function notASchema(got: unknown): ClienteleError {
  return invalid("options.customFields", "a Standard Schema of version 1", got, {
    remedy: "Schemas of zod, valibot, arktype and others are",
  });
}

function isPromise<T>(result: T | Promise<T>): result is Promise<T> {
  return typeof (result as { readonly then?: unknown } | null | undefined)?.then === "function";
}

/** The customer with the validated custom fields, or the error that names all problems. */
function settleCustom(reading: CustomerReading, result: ValidatorResult): Customer<unknown> {
  if (typeof result !== "object" || result === null) {
    throw invalid("options.customFields", "a validator that returns a value or issues", result);
  }
  if (result.issues === undefined) return { ...settle(reading, []), custom: result.value };
  const issues = result.issues.length > 0 ? result.issues : [{ message: "no reason given" }];
  return settle(
    reading,
    issues.map((issue) => describeCustomIssue(issue, reading.custom)),
  );
}

function settle(
  { customer, problems }: CustomerReading,
  customProblems: readonly CustomerProblem[],
): Customer<unknown> {
  if (customer !== undefined && customProblems.length === 0) return customer;
  throw invalidCustomer([...problems, ...customProblems]);
}

import { ClienteleError } from "../../core/errors.js";
import type { Customer } from "../types.js";
import { type CustomerProblem, describeSchemaIssue, type SchemaIssue } from "./problems.js";

/** A customer as far as the library's own schema can tell. */
export interface CustomerReading {
  /** `undefined` where there are problems. */
  readonly customer: Customer<unknown> | undefined;
  readonly problems: readonly CustomerProblem[];
  /** The custom fields as they came; `{}` where there are none. */
  readonly custom: unknown;
}

/** The one method of a zod schema that is needed here. */
export interface CustomerSchema {
  safeParse(
    input: unknown,
    context: { readonly reportInput: true },
  ):
    | { readonly success: true; readonly data: Customer<unknown> }
    | { readonly success: false; readonly error: { readonly issues: readonly SchemaIssue[] } };
}

/**
 * Checks everything but the meaning of the custom fields.
 *
 * @throws ClienteleError INVALID_DATA for an input whose own code fails when it is read
 */
export function readCustomer(input: unknown, schema: CustomerSchema): CustomerReading {
  try {
    const result = schema.safeParse(input, { reportInput: true });
    if (result.success) {
      return { customer: result.data, problems: [], custom: result.data.custom };
    }
    return {
      customer: undefined,
      problems: result.error.issues.flatMap(describeSchemaIssue),
      custom: (input as { readonly custom?: unknown } | null | undefined)?.custom ?? {},
    };
  } catch {
    // Getters and proxies: what they throw is not shown, it may repeat personal data.
    const message = "customer must be plain data, got an object that fails when it is read";
    throw new ClienteleError("INVALID_DATA", message, {
      where: "customer",
      expected: "plain data",
      got: "an object that fails when it is read",
    });
  }
}

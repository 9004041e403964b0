import type { StandardSchema } from "./standard-schema.js";

/** Options of `parseCustomer`. */
export interface ParseCustomerOptions<
  Schema extends StandardSchema | undefined = StandardSchema | undefined,
> {
  /** The validator of `custom`; without it, `custom` is any JSON. */
  readonly customFields: Schema;
}

/** The defaults of `parseCustomer`. */
export const PARSE_CUSTOMER_DEFAULTS: ParseCustomerOptions = { customFields: undefined };

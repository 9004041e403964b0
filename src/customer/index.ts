/**
 * Who the customers are: persons and organizations with names, contact points, external ids,
 * relationships, preferences and custom fields, each fact with its source and its time.
 *
 * @module
 */

export { contactPointSchema } from "./contact-point/schema.js";
export type * from "./contact-point/types.js";
export type * from "./customer-input.js";
export { isValidOn } from "./fact/is-valid-on.js";
export type * from "./fact/types.js";
export * from "./find-shared-external-ids.js";
export { displayName } from "./name/display-name.js";
export { organizationNameSchema, personNameSchema } from "./name/schema.js";
export type * from "./name/types.js";
export * from "./parsing/options.js";
export * from "./parsing/parse-customer.js";
export type { CustomerProblem } from "./parsing/problems.js";
export type * from "./parsing/standard-schema.js";
export {
  customerJsonSchema,
  customerSchema,
  externalIdSchema,
  preferenceSchema,
  relationshipSchema,
} from "./schema.js";
export type * from "./types.js";

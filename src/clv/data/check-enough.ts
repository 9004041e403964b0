import { ClienteleError } from "../../core/errors.js";

/**
 * Refuses data that are too few or too much alike to learn anything from.
 *
 * @param data - customers in all and per distinct row
 * @param parameters - how many the model has
 * @param where - the name of the data in errors
 * @throws ClienteleError EMPTY_INPUT for no customers; INVALID_DATA
 */
export function checkEnough(
  { customers, weight }: { readonly customers: number; readonly weight: Float64Array },
  parameters: number,
  where: string,
): void {
  if (customers === 0) {
    throw new ClienteleError(
      "EMPTY_INPUT",
      "A model needs customers to be fitted to; there are none",
      { where },
    );
  }
  if (customers < parameters) {
    throw unfit(`${customers} customers are fewer than the ${parameters} parameters`, where);
  }
  if (weight.length === 1) {
    throw unfit(
      `All ${customers} customers are identical, so there are no differences to learn`,
      where,
    );
  }
}

/** The error about data from which the parameters cannot be learnt. */
export function unfit(reason: string, where: string): ClienteleError {
  return new ClienteleError("INVALID_DATA", reason, { where, got: reason });
}

import { ClienteleError } from "../../core/errors.js";

/** The error for a source with nothing in it. */
export function emptyInput(): ClienteleError {
  return new ClienteleError("EMPTY_INPUT", "the source is empty; it needs at least one order", {
    expected: "at least one order",
    remedy: "Give it a header line such as customer_id,date,amount, then one order per line",
  });
}

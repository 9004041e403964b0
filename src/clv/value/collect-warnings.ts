import type { SpendIndependence } from "../gamma-gamma/types.js";
import type { FitWarning } from "../types.js";
import type { ValueModels, ValueWarning } from "./types.js";

/** The warnings of both fits, and that of dependent spend where only these customers show it. */
export function collectWarnings(
  { transactions, spend }: ValueModels,
  independence: SpendIndependence,
): ValueWarning[] {
  const warnings: ValueWarning[] = [
    ...warningsOf("transactions", transactions),
    ...warningsOf("spend", spend),
  ];
  const isKnown = warnings.some(({ code }) => code === "SPEND_DEPENDENT");
  if (independence.verdict === "dependent" && !isKnown) {
    warnings.push({ model: "spend", code: "SPEND_DEPENDENT", message: independence.message });
  }
  return warnings;
}

/** Of a model that was fitted; one written down has none. */
function warningsOf(model: ValueWarning["model"], fitted: object): ValueWarning[] {
  const { fit } = fitted as { readonly fit?: { readonly warnings?: readonly FitWarning[] } };
  return (fit?.warnings ?? []).map(({ code, message }) => ({ model, code, message }));
}

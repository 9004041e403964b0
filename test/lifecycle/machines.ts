import {
  compileLifecycle,
  type Lifecycle,
  type LifecycleDefinition,
  type LifecycleEvent,
} from "../../src/lifecycle/index.js";
import shopJson from "../golden/lifecycle/shop.json" with { type: "json" };

/** The example of the guides, as a user writes it. */
export const shopDefinition: LifecycleDefinition = shopJson as LifecycleDefinition;
export const shop: Lifecycle = compileLifecycle(shopDefinition);

/** Epoch milliseconds of a wall-clock time in Shanghai. */
export const shanghai = (text: string): number => Date.parse(`${text}+08:00`);

/** A machine with only the interesting parts written down. */
export function machine(
  parts: Partial<LifecycleDefinition> & Pick<LifecycleDefinition, "stages" | "moves">,
): Lifecycle {
  const [start = ""] = Object.keys(parts.stages);
  return compileLifecycle({ id: "machine", version: "1.0.0", zone: "UTC", start, ...parts });
}

/** An event of customer c-1. */
export function happens(
  type: string,
  at: number | string,
  parts: Partial<LifecycleEvent> = {},
): LifecycleEvent {
  return { id: `${type}@${at}`, customerId: "c-1", type, at, ...parts };
}

/** An order of so many yuan at a wall-clock time in Shanghai. */
export function order(
  at: string,
  yuan: number,
  parts: Partial<LifecycleEvent> = {},
): LifecycleEvent {
  const total = { minor: yuan * 100, currency: "CNY" };
  return happens("order", `${at}+08:00`, { data: { total }, ...parts });
}

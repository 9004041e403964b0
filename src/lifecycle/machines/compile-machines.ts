import { ClienteleError, invalid } from "../../core/errors.js";
import { compileLifecycle } from "../compile-lifecycle.js";
import type { Lifecycle } from "../compiled-types.js";
import type { LifecycleDefinition } from "../types.js";

/** Several machines for one customer, such as lifecycle, tier and consent, that may read each other. */
export interface Machines {
  /** Each after those that it reads. */
  readonly lifecycles: readonly Lifecycle[];
}

/**
 * Checks and prepares several machines for the same customers. A guard reads the innermost stage of
 * another machine as the fact `machines.<id>`, where its machine declares so in `reads`.
 *
 * @throws ClienteleError INVALID_ARGUMENT as `compileLifecycle`; for two machines of one id, for one that
 *   reads a machine that is not there, and for machines that read each other in a circle
 * @example
 * const machines = compileMachines([consentDefinition, shopDefinition]);
 */
export function compileMachines(definitions: readonly LifecycleDefinition[]): Machines {
  if (!Array.isArray(definitions)) throw invalid("definitions", "a list", definitions);
  const byId = new Map<string, Lifecycle>();
  for (const [index, definition] of definitions.entries()) {
    const lifecycle = compileLifecycle(definition);
    const { id } = lifecycle.definition;
    if (byId.has(id)) throw invalid(`definitions[${index}].id`, "another than those before", id);
    byId.set(id, lifecycle);
  }
  const ordered = new Set<Lifecycle>();
  for (const lifecycle of byId.values()) place(lifecycle, byId, ordered, []);
  return { lifecycles: [...ordered] };
}

function place(
  lifecycle: Lifecycle,
  byId: ReadonlyMap<string, Lifecycle>,
  ordered: Set<Lifecycle>,
  readers: readonly string[],
): void {
  const { id, reads = [] } = lifecycle.definition;
  if (ordered.has(lifecycle)) return;
  if (readers.includes(id)) throw circular([...readers.slice(readers.indexOf(id)), id]);
  for (const [index, name] of reads.entries()) {
    const read = byId.get(name);
    if (read === undefined) throw invalid(`${id}.reads[${index}]`, "one of the machines", name);
    place(read, byId, ordered, [...readers, id]);
  }
  ordered.add(lifecycle);
}

function circular(circle: readonly string[]): ClienteleError {
  const shown = circle.join(" -> ");
  return new ClienteleError(
    "INVALID_ARGUMENT",
    `${circle[0]}.reads: the machines read each other in a circle: ${shown}`,
    { where: `${circle[0]}.reads`, finding: "CYCLIC_MACHINES", circle },
  );
}

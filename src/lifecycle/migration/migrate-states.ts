import { accept, type Outcome, refuse } from "../../core/outcome.js";
import type { Lifecycle } from "../compiled-types.js";
import type { LifecycleState } from "../state-types.js";
import { bringOver } from "./bring-over.js";
import type { MigrationOptions } from "./options.js";
import type { Migration, MigrationRefusal } from "./types.js";

/**
 * Brings customers to a new version of a lifecycle: all of them, or none. Nothing fires while they are
 * brought over; what is due by the new rules comes with the next `advance`.
 *
 * @param states - of any number of customers, all of the version `from`
 * @param options - as for `planMigration`
 * @returns one state for each, in the same order, with the moves of those whose stage has changed; or
 *   the first obstacle that `planMigration` tells, with all of them in the details
 * @throws ClienteleError INVALID_ARGUMENT for two different machines; UNSUPPORTED_VERSION for a state of
 *   another version
 * @example
 * const outcome = migrateStates(v1, v2, states, { asOf: "2026-05-01" });
 * if (outcome.ok) save(outcome.value.states);
 */
export function migrateStates(
  from: Lifecycle,
  to: Lifecycle,
  states: readonly LifecycleState[],
  options: MigrationOptions,
): Outcome<Migration, MigrationRefusal> {
  const { customers, obstacles } = bringOver(from, to, states, options);
  const [first] = obstacles;
  if (first !== undefined) return refuse(first.code, first.message, { obstacles });
  const crossed = customers.flatMap(({ before, after }) =>
    after === undefined ? [] : [{ before, after }],
  );
  return accept({
    states: crossed.map(({ after }) => after),
    moves: crossed.flatMap(({ before, after }) =>
      after.last !== undefined && after.sequence > before.sequence ? [after.last] : [],
    ),
  });
}

import { ClienteleError, invalid } from "../core/errors.js";
import type { MachinePlan } from "./plan/types.js";
import type { LifecycleState } from "./state-types.js";

/**
 * Refuses what is no state of this very machine.
 *
 * @throws ClienteleError INVALID_ARGUMENT for something else, or a state of another machine;
 *   UNSUPPORTED_VERSION for one of another version or configuration
 */
export function checkState({ lifecycle, stages }: MachinePlan, state: LifecycleState): void {
  if (typeof state !== "object" || state === null || state.kind !== "lifecycle-state") {
    throw invalid("state", "a lifecycle state", state);
  }
  if (state.version !== 1) {
    throw new ClienteleError(
      "UNSUPPORTED_VERSION",
      `state.version ${String(state.version)} is not known here; this library reads version 1`,
      { where: "state.version", expected: "1", got: String(state.version) },
    );
  }
  const { id, version, configHash } = lifecycle.stamp;
  if (state.machine?.id !== id) {
    throw invalid("state.machine.id", JSON.stringify(id), state.machine?.id);
  }
  if (state.machine.configHash !== configHash) {
    throw new ClienteleError(
      "UNSUPPORTED_VERSION",
      `the state of customer ${state.customerId} is of version ${state.machine.version} of ${id}, the machine of version ${version} with another configuration. Bring it over with planMigration, or replay its history`,
      { where: "state.machine", expected: configHash, got: state.machine.configHash },
    );
  }
  if (!stages.has(state.current)) throw invalid("state.current", "a stage", state.current);
}

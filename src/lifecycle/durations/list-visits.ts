import { ClienteleError, invalid } from "../../core/errors.js";
import type { MoveRecord } from "../state-types.js";
import type { StagePath, StageVisit } from "./types.js";

/**
 * The stays of customers in stages, read off their moves and states: the input of `stageDurations`,
 * `stageConversion` and `stageFlow`.
 *
 * Where the moves do not go back to the customer's beginning, as after a replay from a state, the
 * visits begin with the first stage whose entry is known.
 *
 * The states have to be as of the same time as the analysis, or later: whoever was not brought up to
 * date seems to have stayed.
 *
 * @param paths - for each customer the state and the moves that led to it, all or the latest
 * @returns visits customer by customer, each customer's in order of time; the last one goes on
 * @throws ClienteleError INVALID_ARGUMENT for what is no path; INVALID_DATA for moves with gaps or that
 * do not lead to the state
 * @example
 * listVisits([replay(lifecycle, events, { asOf })!]) //=> [{ stage: "prospect", leftMs: …, next: "customer", … }, …]
 */
export function listVisits(paths: Iterable<StagePath>): StageVisit[] {
  if (typeof (paths as Partial<Iterable<StagePath>> | null)?.[Symbol.iterator] !== "function") {
    throw invalid("paths", "a list of states with their moves", paths);
  }
  const visits: StageVisit[] = [];
  const customers = new Set<string>();
  let machine: string | undefined;
  for (const path of paths) {
    const where = `paths[${customers.size}]`;
    checkPath(path, where);
    const { customerId } = path.state;
    machine ??= path.state.machine.id;
    if (customers.has(customerId))
      throw broken(where, `customer ${customerId} for the second time`);
    if (path.state.machine.id !== machine) throw broken(where, `another machine than ${machine}`);
    customers.add(customerId);
    addVisits(path, visits);
  }
  return visits;
}

function addVisits(path: StagePath, visits: StageVisit[]): void {
  const { state, moves } = path;
  const { customerId, current } = state;
  let entered = beginning(path);
  for (const { atMs, from, to, move, kind } of moves) {
    if (entered !== undefined) {
      visits.push({
        customerId,
        stage: from,
        enteredMs: entered,
        leftMs: atMs,
        next: to,
        move,
        kind,
      });
    }
    entered = atMs;
  }
  visits.push({
    customerId,
    stage: current,
    enteredMs: entered ?? (state.since[current] as number),
  });
}

/** When the stage before the first move was entered, if that is known. */
function beginning({ state, moves }: StagePath): number | undefined {
  const [first] = moves;
  if (first === undefined) return state.since[state.current];
  // Only the first move of all is known to leave a stage that was entered for the first time.
  return first.sequence === 1 ? state.stages[first.from]?.firstEnteredAt : undefined;
}

function checkPath(path: StagePath, where: string): void {
  const { state, moves } = (path ?? {}) as Partial<StagePath>;
  if (state?.kind !== "lifecycle-state" || !Array.isArray(moves)) {
    throw invalid(where, "a state with its moves, as `replay` returns them", path);
  }
  let previous: MoveRecord | undefined;
  for (const move of moves as readonly MoveRecord[]) {
    if (move.customerId !== state.customerId) throw broken(where, "moves of another customer");
    if (previous !== undefined && move.sequence !== previous.sequence + 1) {
      throw broken(where, `move ${move.sequence} right after move ${previous.sequence}`);
    }
    previous = move;
  }
  const led = previous ?? { sequence: state.sequence, to: state.current };
  if (led.sequence !== state.sequence || led.to !== state.current) {
    throw broken(where, `moves up to ${led.sequence} for a state after ${state.sequence} moves`);
  }
}

function broken(where: string, got: string): ClienteleError {
  return new ClienteleError(
    "INVALID_DATA",
    `${where} has ${got}. Give each customer of one machine once, with all moves since some time and the state they led to`,
    { where, got },
  );
}

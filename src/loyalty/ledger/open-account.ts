import { invalid } from "../../core/index.js";
import type { CompiledProgram } from "../program/compile-program.js";
import { readMoment } from "../program/read-time.js";
import type { Moment } from "../types.js";
import type { Account } from "./account-types.js";

/** Whose account it is. */
export interface AccountOpening {
  readonly id: string;
  /** When it is opened; nothing can happen before. */
  readonly at: Moment;
  /** The member to whom it belongs; without it, `id`. */
  readonly owner?: string;
}

/**
 * Opens an account without points.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 * @example
 * const account = openAccount(program, { id: "m-17", at: "2026-01-05T09:00:00Z" });
 */
export function openAccount(program: CompiledProgram, opening: AccountOpening): Account {
  if (typeof opening !== "object" || opening === null) {
    throw invalid("opening", "an object with id and at", opening);
  }
  const id = checkName(opening.id, "opening.id");
  const openedMs = readMoment(opening.at, "opening.at");
  return {
    kind: "loyaltyAccount",
    formatVersion: 1,
    id,
    program: program.id,
    owner: checkName(opening.owner ?? id, "opening.owner"),
    openedMs,
    sequence: 0,
    clockMs: openedMs,
    lots: [],
    spendable: [],
    rolling: [],
    pending: [],
    spendablePoints: 0,
    pendingPoints: 0,
    debt: 0,
    owing: [],
    commands: [],
    sources: [],
    reversals: [],
    counters: [],
    activities: [],
    history: { orders: 0 },
    members: [],
  };
}

const LONGEST_NAME = 200;

/**
 * Refuses what is no name of an account, member, key or thing.
 *
 * @throws ClienteleError INVALID_ARGUMENT
 */
export function checkName(name: unknown, where: string): string {
  if (typeof name === "string" && name.length > 0 && name.length <= LONGEST_NAME) return name;
  throw invalid(where, `a text of 1 to ${LONGEST_NAME} characters`, name);
}

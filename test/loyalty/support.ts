import { expect } from "vitest";
import type { Outcome, Refused } from "../../src/core/index.js";
import {
  type Account,
  type CompiledProgram,
  compileProgram,
  type Order,
  openAccount,
  type Program,
} from "../../src/loyalty/index.js";

/** 2026-01-01, when the accounts of tests are opened. */
export const START: number = Date.UTC(2026, 0, 1);
export const DAY = 86_400_000;

/** A moment so many days after the start. */
export function day(days: number): number {
  return START + days * DAY;
}

/** One point per euro, spendable at once, good for a year; parts can be added. */
export function simpleProgram(parts: Partial<Program> = {}): Program {
  return {
    id: "simple",
    version: 1,
    zone: "UTC",
    currency: "EUR",
    earning: {
      rules: [{ id: "base", give: { points: 1, per: { minor: 100, currency: "EUR" } } }],
    },
    expiry: { after: "P1Y" },
    ...parts,
  };
}

/** The simple programme, ready to run. */
export function simple(parts: Partial<Program> = {}): CompiledProgram {
  return compileProgram(simpleProgram(parts));
}

/** An account without points. */
export function opened(program: CompiledProgram, id = "ann"): Account {
  return openAccount(program, { id, at: START });
}

/** An order of lines with these amounts in cents. */
export function order(id: string, ...amounts: number[]): Order {
  return {
    id,
    lines: amounts.map((minor, index) => ({
      id: `${index + 1}`,
      amount: { minor, currency: "EUR" },
    })),
  };
}

/** The value of an outcome that must be accepted. */
export function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}: ${outcome.message}`);
  return outcome.value;
}

/** The refusal of an outcome that must be refused. */
export function refused<Code extends string>(outcome: Outcome<unknown, Code>): Refused<Code> {
  expect(outcome.ok).toBe(false);
  return outcome as Refused<Code>;
}

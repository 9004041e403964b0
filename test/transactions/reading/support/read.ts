import { expect } from "vitest";
import { ClienteleError } from "../../../../src/core/errors.js";
import {
  readTransactions,
  type TransactionSource,
} from "../../../../src/transactions/read-transactions.js";
import type { TransactionReading } from "../../../../src/transactions/reading/finish-reading.js";
import type { TransactionMappingInput } from "../../../../src/transactions/reading/mapping.js";
import type { RejectedRow } from "../../../../src/transactions/reading/quarantine.js";

/** One order of a log, readable: customer, instant, minor units. */
export type OrderTuple = readonly [customer: string, at: string, amountMinor: number];

/** The orders of a reading, in the order of the log. */
export function ordersOf({ log }: TransactionReading): OrderTuple[] {
  return Array.from(log.customerIndex, (customer, row) => [
    log.customerIds[customer] as string,
    new Date(log.atMs[row] as number).toISOString().replace("T00:00:00.000Z", ""),
    log.amountMinor[row] as number,
  ]);
}

/** The orders that a source holds, however many of its rows are rejected. */
export async function readOrders(
  source: TransactionSource,
  mapping: TransactionMappingInput = {},
): Promise<OrderTuple[]> {
  return ordersOf(await readTransactions(source, { tolerance: 1, ...mapping }));
}

/** The rejected rows of a source that has at least one good row. */
export async function readRejects(
  source: TransactionSource,
  mapping: TransactionMappingInput = {},
): Promise<readonly RejectedRow[]> {
  return (await readTransactions(source, { tolerance: 1, ...mapping })).rejected;
}

/** The error with which reading fails; the test fails when it does not, or with an error of another kind. */
export async function readError(
  source: TransactionSource,
  mapping: TransactionMappingInput = {},
): Promise<ClienteleError> {
  const error = await readTransactions(source, mapping).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ClienteleError);
  return error as ClienteleError;
}

/** Bytes of a text in UTF-8, or of given numbers. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A source that yields bytes in pieces of the given size. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

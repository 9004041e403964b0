import { type BlockOrder, compareText } from "../blocks/sorted-blocks.js";
import type {
  Activity,
  CommandEntry,
  Counter,
  DueLot,
  Lot,
  RedemptionReversal,
  SourceState,
} from "./account-types.js";

/** How the lists of an account are sorted. */
export const BY_NUMBER: BlockOrder<Lot, number> = {
  keyOf: (lot) => lot.number,
  compare: (lot, number) => lot.number - number,
};

export const BY_DUE: BlockOrder<DueLot, DueLot> = {
  keyOf: (lot) => lot,
  compare: (a, b) => a.dueMs - b.dueMs || a.lot - b.lot,
};

export const BY_OPENING: BlockOrder<number, number> = {
  keyOf: (lot) => lot,
  compare: (a, b) => a - b,
};

export const BY_KEY: BlockOrder<CommandEntry, string> = {
  keyOf: (entry) => entry.command.key,
  compare: (entry, key) => compareText(entry.command.key, key),
};

export const BY_SOURCE: BlockOrder<SourceState, string> = {
  keyOf: (source) => source.id,
  compare: (source, id) => compareText(source.id, id),
};

export const BY_REDEMPTION: BlockOrder<RedemptionReversal, string> = {
  keyOf: (reversal) => reversal.key,
  compare: (reversal, key) => compareText(reversal.key, key),
};

export const BY_COUNTER: BlockOrder<Counter, string> = {
  keyOf: (counter) => counter.counter,
  compare: (counter, name) => compareText(counter.counter, name),
};

export const BY_SEQUENCE: BlockOrder<Activity, number> = {
  keyOf: (activity) => activity.sequence,
  compare: (activity, sequence) => activity.sequence - sequence,
};

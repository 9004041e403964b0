/**
 * A summary that streams, resumes, shards and merges. Its laws, each a property test:
 * one pass equals the merge of any parts; the order of parts does not matter; a state
 * restored from JSON goes on as if it had never stopped.
 */
export interface Accumulator<Batch, State, Result> {
  /** Takes one more batch. */
  add(batch: Batch): void;
  /** Takes in the state of another accumulator with the same options. */
  merge(other: State): void;
  /** The state so far, as plain JSON. */
  state(): State;
  /** The result so far; may be called at any time, and again later. */
  value(): Result;
}

import type { StageVisit } from "../../../lifecycle/durations/types.js";
import type { StageMoves } from "../../lifecycle-types.js";

/**
 * Counts customers by stage over time, and their moves, one visit after the other: its memory grows
 * with stages and periods, not with customers.
 */
export class StageTally {
  readonly #stages: ReadonlyMap<string, number>;
  readonly #endsMs: readonly number[];
  readonly #sinceMs: number;
  /** By stage, how the number of customers at the end of a period differs from that one period before. */
  readonly #steps: readonly Int32Array[];
  /** By stage left, the last row for those who came from outside, then by stage entered. */
  readonly #moves: readonly Int32Array[];

  /**
   * @param stages - the position of each stage
   * @param endsMs - where the periods end, ascending, at least one; a stage entered at such an instant
   *   belongs to the next period
   * @param sinceMs - from when on moves are counted
   */
  constructor(stages: ReadonlyMap<string, number>, endsMs: readonly number[], sinceMs: number) {
    this.#stages = stages;
    this.#endsMs = endsMs;
    this.#sinceMs = sinceMs;
    this.#steps = Array.from(stages, () => new Int32Array(endsMs.length + 1));
    this.#moves = Array.from({ length: stages.size + 1 }, () => new Int32Array(stages.size));
  }

  add({ stage, enteredMs, leftMs, next }: StageVisit): void {
    const from = this.#stages.get(stage);
    if (from !== undefined) {
      const steps = this.#steps[from]!;
      steps[this.#periodOf(enteredMs)]!++;
      if (leftMs !== undefined) steps[this.#periodOf(leftMs)]!--;
    }
    const to = next === undefined ? undefined : this.#stages.get(next);
    if (to === undefined || leftMs! < this.#sinceMs) return;
    this.#moves[from ?? this.#stages.size]![to]!++;
  }

  /** Customers in a stage at the end of each period. */
  mix(stage: number): readonly number[] {
    let customers = 0;
    return this.#endsMs.map((_, period) => {
      customers += this.#steps[stage]![period]!;
      return customers;
    });
  }

  /** Customers who came into a stage, less those who left it, since the moves are counted. */
  change(stage: number): number {
    const came = this.#moves.reduce((sum, row) => sum + row[stage]!, 0);
    return came - this.#moves[stage]!.reduce((sum, moves) => sum + moves, 0);
  }

  /** All moves that were seen, those from outside first. */
  moves(): readonly StageMoves[] {
    const outside = this.#stages.size;
    const rows = [outside, ...this.#stages.values()];
    return rows.flatMap((row) =>
      Array.from(this.#moves[row]!, (moves, to): StageMoves => {
        return { from: row === outside ? undefined : row, to, moves };
      }).filter(({ moves }) => moves > 0),
    );
  }

  /** The first period that ends after an instant. */
  #periodOf(atMs: number): number {
    let low = 0;
    let high = this.#endsMs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#endsMs[middle]! > atMs) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

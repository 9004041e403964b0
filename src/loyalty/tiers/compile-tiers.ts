import { type Period, parsePeriod } from "../../core/index.js";
import { findItem } from "../blocks/sorted-blocks.js";
import type { Account, SourceState } from "../ledger/account-types.js";
import { BY_KEY } from "../ledger/orders.js";
import type { ProgramVersion } from "../program/compile-program.js";
import { termEndMs } from "../program/compile-terms.js";
import type { TierPolicy } from "../program/tier-types.js";
import { compileMeasure } from "./measure-source.js";
import {
  addSums,
  constantSum,
  type Mark,
  type MarkSum,
  type QualifyingSum,
  sumMarks,
} from "./qualifying-sum.js";
import { type CompiledWindow, compileWindow } from "./tier-window.js";

/** The tiers of one version, ready to run. */
export interface CompiledTiers {
  readonly policy: TierPolicy;
  readonly zone: string;
  readonly window: CompiledWindow;
  readonly grace: Period | undefined;
  readonly notice: Period | undefined;
  /** The metric of an account over time; refunded amounts are left out of all of it. */
  measure(account: Account): QualifyingSum;
  /** The highest level that a value of the metric reaches. */
  levelOf(value: number): number;
  /** Until when a level reached at an instant is kept; `undefined` without validity. */
  validUntilMs(atMs: number): number | undefined;
}

const compiled = new WeakMap<ProgramVersion, CompiledTiers>();

/** The tiers of a version, compiled at the first call; `undefined` where it has none. */
export function tiersOf(version: ProgramVersion): CompiledTiers | undefined {
  const { tiers: policy } = version.program;
  if (policy === undefined) return undefined;
  const known = compiled.get(version);
  if (known !== undefined) return known;
  const tiers = compileTiers(version, policy);
  compiled.set(version, tiers);
  return tiers;
}

function compileTiers({ program, clock }: ProgramVersion, policy: TierPolicy): CompiledTiers {
  const { zone } = program;
  const { levels, validity, metric } = policy;
  const window = compileWindow(policy.window, zone, clock);
  const read = (text: string | undefined, where: string) =>
    text === undefined ? undefined : parsePeriod(text, where);
  return {
    policy,
    zone,
    window,
    grace: read(policy.grace, "tiers.grace"),
    notice: read(policy.notice, "tiers.notice"),
    measure: metric.measure === "balance" ? balanceOf : marksOf(policy, window, program),
    levelOf: (value) => levels.findLastIndex(({ from }) => from <= value),
    validUntilMs(atMs) {
      if (validity === undefined) return undefined;
      // What is reached on New Year's first instant is kept to the end of the year that begins; what
      // still has no length would be renewed without end at one instant.
      const endMs = [atMs, atMs + 1].map((fromMs) => termEndMs(fromMs, { ...validity, zone }));
      return endMs.find((end) => end > atMs + 1);
    },
  };
}

function balanceOf({ spendablePoints, debt }: Account): QualifyingSum {
  return constantSum(spendablePoints - debt);
}

function marksOf(
  { metric }: TierPolicy,
  window: CompiledWindow,
  program: ProgramVersion["program"],
): (account: Account) => QualifyingSum {
  const measure = compileMeasure(metric, program);
  // Blocks never change, so that what was measured of them stays true; most are shared with the
  // account of the command before.
  const known = new WeakMap<readonly SourceState[], MarkSum>();
  const measureBlock = (block: readonly SourceState[], { commands, openedMs }: Account) => {
    const marks: Mark[] = [];
    for (const source of block) {
      const entry = findItem(commands, source.key, BY_KEY);
      const amount = entry?.kind === "earn" ? measure(source, entry) : 0;
      if (amount === 0) continue;
      const { atMs } = source;
      marks.push({ fromMs: atMs, untilMs: window.leavesMs(atMs, openedMs), amount });
    }
    return sumMarks(marks);
  };
  return (account) =>
    addSums(
      account.sources.map((block) => {
        const sum = known.get(block) ?? measureBlock(block, account);
        known.set(block, sum);
        return sum;
      }),
    );
}

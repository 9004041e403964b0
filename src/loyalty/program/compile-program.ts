import {
  ClienteleError,
  canonicalJson,
  invalid,
  type Period,
  parsePeriod,
  type ZoneRules,
  zoneRules,
} from "../../core/index.js";
import { type CompiledCap, compileCaps } from "./compile-caps.js";
import { type CompiledEarning, compileEarning } from "./compile-earning.js";
import { compileGate, type Gate } from "./compile-gate.js";
import { type CompiledTerms, compileTerms } from "./compile-terms.js";
import { findProgramErrors } from "./find-program-errors.js";
import type { Coupon, Referral, Reward } from "./offer-types.js";
import { readDayOrTimestamp } from "./read-time.js";
import type { Cap, Expiry, Program } from "./types.js";

/** All versions of a programme, ready to run. */
export interface CompiledProgram {
  readonly id: string;
  /** From the latest to the earliest. */
  readonly versions: readonly ProgramVersion[];
  /** Whether points of any version lapse for inactivity, so that activities must be remembered. */
  readonly tracksActivity: boolean;
}

/** One version of a programme, ready to run. */
export interface ProgramVersion {
  readonly program: Program;
  readonly clock: ZoneRules;
  /** When it takes effect. */
  readonly fromMs: number;
  readonly earning: CompiledEarning;
  /** The terms of points that no rule gives. */
  readonly terms: CompiledTerms;
  readonly rewards: ReadonlyMap<string, CompiledReward>;
  readonly coupons: ReadonlyMap<string, CompiledCoupon>;
  readonly referral: CompiledReferral | undefined;
  readonly transfers: Gate;
  readonly backdating: Period | undefined;
}

/** A reward, ready to be sold. */
export interface CompiledReward {
  readonly reward: Reward;
  readonly gate: Gate;
  /** Stock and budget as caps that all accounts share. */
  readonly stock: readonly CompiledCap[];
  readonly budget: readonly CompiledCap[];
}

/** A coupon, ready to be used. */
export interface CompiledCoupon {
  readonly coupon: Coupon;
  readonly gate: Gate;
  readonly terms: CompiledTerms;
}

/** A referral, ready to be rewarded. */
export interface CompiledReferral {
  readonly referral: Referral;
  readonly gate: Gate;
  readonly validFor: Period;
  readonly referrer: CompiledTerms;
  readonly friend: CompiledTerms;
}

/**
 * Prepares all versions of a programme: rules are compiled once, and points earned under an old
 * version can still be taken back by its rules.
 *
 * @param versions - one programme, or every version that accounts may still refer to; untrusted JSON
 *   goes through `parseProgram` first
 * @throws ClienteleError INVALID_ARGUMENT, INVALID_DATA when a part of a programme does not fit the
 *   rest; UNKNOWN_TIME_ZONE
 * @example
 * const program = compileProgram(parseProgram(json));
 */
export function compileProgram(versions: Program | readonly Program[]): CompiledProgram {
  // A copy: entries keep parts of the programme, which nobody may change under them.
  const copy: Program | readonly Program[] = JSON.parse(canonicalJson(versions, "versions"));
  const all = Array.isArray(copy) ? (copy as readonly Program[]) : [copy as Program];
  const [first] = all;
  if (first === undefined) throw invalid("versions", "at least one programme", versions);
  const compiled = all.map((program, index) => compileVersion(program, `versions[${index}]`));
  compiled.sort((a, b) => b.program.version - a.program.version);
  compiled.forEach((version, index) => {
    const { id, version: number, currency } = version.program;
    const later = compiled[index - 1];
    const where = `version ${number}`;
    if (id !== first.id) throw invalid(`${where}.id`, `"${first.id}", as the others`, id);
    if (currency !== first.currency) {
      throw invalid(`${where}.currency`, first.currency, currency, { code: "CURRENCY_MISMATCH" });
    }
    if (later === undefined) return;
    if (later.program.version === number) throw invalid(where, "given once", number);
    if (later.fromMs <= version.fromMs) {
      throw invalid(`${where}.from`, "before that of the next version", version.program.from);
    }
  });
  const tracksActivity = all.some((program) => expiriesOf(program).some(isInactivity));
  return { id: first.id, versions: compiled, tracksActivity };
}

function expiriesOf({ expiry, earning, coupons = [], referral }: Program) {
  const sides = referral === undefined ? [] : [referral.referrer, referral.friend];
  return [expiry, ...[...earning.rules, ...coupons, ...sides].map((part) => part.expiry)];
}

function isInactivity(expiry: Expiry | undefined): boolean {
  return typeof expiry === "object" && "inactive" in expiry;
}

/** The version in force at a moment. */
export function versionAt(program: CompiledProgram, atMs: number): ProgramVersion | undefined {
  return program.versions.find(({ fromMs }) => fromMs <= atMs);
}

/** The version of a number. */
export function versionOf(program: CompiledProgram, number: number): ProgramVersion | undefined {
  return program.versions.find(({ program: { version } }) => version === number);
}

function compileVersion(program: Program, where: string): ProgramVersion {
  if (typeof program !== "object" || program === null || !Array.isArray(program.earning?.rules)) {
    throw invalid(where, "a programme", program);
  }
  const [error] = findProgramErrors(program);
  if (error !== undefined) {
    const place = [where, ...error.path].join(".");
    throw new ClienteleError("INVALID_DATA", `${place}: ${error.message}`, { where: place });
  }
  const clock = zoneRules(program.zone, `${where}.zone`);
  const { from, rewards = [], coupons = [], referral, backdating, transfers = {} } = program;
  return {
    program,
    clock,
    fromMs: from === undefined ? -Infinity : readDayOrTimestamp(from, clock, `${where}.from`),
    earning: compileEarning(program, clock),
    terms: compileTerms(program),
    rewards: new Map(rewards.map((reward) => compileReward(reward, program, clock))),
    coupons: new Map(coupons.map((coupon) => compileCoupon(coupon, program, clock))),
    referral: referral && compileReferral(referral, program, clock),
    transfers: compileGate(transfers, "transfers", program, clock),
    backdating: backdating === undefined ? undefined : parsePeriod(backdating, "backdating"),
  };
}

function compileReward(
  reward: Reward,
  program: Program,
  clock: ZoneRules,
): readonly [string, CompiledReward] {
  const { id, stock, budget } = reward;
  const name = `reward/${id}`;
  const gate = compileGate(reward, name, program, clock);
  const pieces: Cap[] = stock === undefined ? [] : [{ times: stock, per: "program" }];
  const points: Cap[] = budget === undefined ? [] : [{ ...budget, per: "program" }];
  return [
    id,
    {
      reward,
      gate,
      stock: compileCaps(pieces, `${name}/stock`),
      budget: compileCaps(points, `${name}/budget`),
    },
  ];
}

function compileCoupon(
  coupon: Coupon,
  program: Program,
  clock: ZoneRules,
): readonly [string, CompiledCoupon] {
  const code = coupon.code.toUpperCase();
  const gate = compileGate({ caps: [{ times: 1 }], ...coupon }, `coupon/${code}`, program, clock);
  return [code, { coupon, gate, terms: compileTerms(program, coupon) }];
}

function compileReferral(referral: Referral, program: Program, clock: ZoneRules): CompiledReferral {
  return {
    referral,
    gate: compileGate(referral, "referral", program, clock),
    validFor: parsePeriod(referral.validFor, "referral.validFor"),
    referrer: compileTerms(program, referral.referrer),
    friend: compileTerms(program, referral.friend),
  };
}

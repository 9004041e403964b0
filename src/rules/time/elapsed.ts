import { addPeriod, subtractPeriod } from "../../core/calendar.js";
import { addMonths } from "../../core/epoch-day.js";
import type { Period } from "../../core/period.js";
import { meanLengthMs } from "../values/measure.js";
import { readEpochDay, writeEpochDay } from "../values/read-date.js";
import { isInstantMs, readInstantMs } from "../values/read-instant.js";
import { type Clock, isDateText } from "./moment.js";

/** A period with what is needed to compare elapsed time with it quickly. */
export interface Span {
  readonly period: Period;
  readonly months: number;
  readonly days: number;
  /** Whether it has hours, minutes or seconds. */
  readonly hasTime: boolean;
  readonly meanMs: number;
  /** No two instants that far apart differ from the mean length by more than this. */
  readonly slackMs: number;
}

/** From which end elapsed time is measured. */
export type Direction = "since" | "until";

const MS_PER_DAY = 86_400_000;
/** Months differ from their mean by up to three days, and leap years fall two days off theirs. */
const MONTH_SLACK_MS = 10 * MS_PER_DAY;
/** A zone that moves across the date line shifts its clock by a day. */
const DAY_SLACK_MS = 2 * MS_PER_DAY;

/** A thousand years beyond the last instant that a fact can hold. */
const FARTHEST_DUE_MS = 290_000_000_000_000;

/** Prepares a period. */
export function spanOf(period: Period): Span {
  const months = period.years * 12 + period.months;
  const days = period.weeks * 7 + period.days;
  return {
    period,
    months,
    days,
    hasTime: period.hours + period.minutes + period.seconds > 0,
    meanMs: meanLengthMs(period),
    slackMs: months > 0 ? MONTH_SLACK_MS : days > 0 ? DAY_SLACK_MS : 0,
  };
}

/**
 * Compares the time since (or until) a moment with a span: negative while it is shorter, 0 when
 * equal, positive when longer, NaN when that cannot be told. A date is compared by local days, an
 * instant to the millisecond; both against `moment + span` (or `moment - span`), a fixed point, so
 * that an answer never flips back as time goes on.
 */
export function compareElapsed(
  direction: Direction,
  moment: unknown,
  span: Span,
  clock: Clock | undefined,
  asOfMs: number,
): number {
  if (isDateText(moment)) {
    if (clock === undefined) return Number.NaN;
    const due = dueDay(direction, readEpochDay(moment), span);
    const today = clock.rules.toEpochDay(asOfMs);
    return direction === "since" ? today - due : due - today;
  }
  const atMs = readInstantMs(moment);
  const elapsedMs = direction === "since" ? asOfMs - atMs : atMs - asOfMs;
  const beyondMs = elapsedMs - span.meanMs;
  if (Math.abs(beyondMs) > span.slackMs || span.slackMs === 0) return beyondMs;
  const due = dueInstant(direction, atMs, span, clock);
  return direction === "since" ? asOfMs - due : due - asOfMs;
}

/**
 * The next instant after `asOfMs` at which {@link compareElapsed} changes its sign: when the elapsed
 * time comes to equal the span, or goes beyond it. Infinity when there is none.
 */
export function nextElapsedChange(
  direction: Direction,
  moment: unknown,
  span: Span,
  clock: Clock | undefined,
  asOfMs: number,
): number {
  const isDate = isDateText(moment);
  const dueMs = isDate
    ? startOfDueDay(dueDay(direction, readEpochDay(moment), span), clock)
    : dueInstant(direction, readInstantMs(moment), span, clock);
  if (dueMs > asOfMs) return dueMs;
  const beyondMs = isDate
    ? startOfDueDay(dueDay(direction, readEpochDay(moment), span) + 1, clock)
    : dueMs + 1;
  return beyondMs > asOfMs ? beyondMs : Infinity;
}

/**
 * Moments for which the elapsed time is about the span at `asOfMs`: instants, and dates if there is
 * a clock. A month back and a month on may miss by days, so that days around are given as well.
 */
export function turningMoments(
  direction: Direction,
  span: Span,
  clock: Clock | undefined,
  asOfMs: number,
): readonly (number | string)[] {
  const other: Direction = direction === "since" ? "until" : "since";
  const turnMs = dueInstant(other, asOfMs, span, clock);
  if (Number.isNaN(turnMs)) return [];
  const around = span.months > 0 ? [0, 1, -1, 2, -2, 3, -3, 4, -4] : [0];
  const instants = around.map((days) => turnMs + days * MS_PER_DAY).filter(isInstantMs);
  if (clock === undefined) return instants;
  const days = instants.flatMap((atMs) => writeEpochDay(clock.rules.toEpochDay(atMs)) ?? []);
  return [...instants, ...days];
}

/** When an instant and a span meet; NaN when that cannot be told, or lies beyond the calendar. */
function dueInstant(
  direction: Direction,
  atMs: number,
  span: Span,
  clock: Clock | undefined,
): number {
  const nearMs = direction === "since" ? atMs + span.meanMs : atMs - span.meanMs;
  if (span.slackMs === 0) return nearMs;
  if (clock === undefined || !(Math.abs(nearMs) <= FARTHEST_DUE_MS)) return Number.NaN;
  const move = direction === "since" ? addPeriod : subtractPeriod;
  return move(atMs, span.period, clock.zone);
}

function startOfDueDay(day: number, clock: Clock | undefined): number {
  const isNear = clock !== undefined && Math.abs(day) * MS_PER_DAY <= FARTHEST_DUE_MS;
  return isNear ? clock.rules.startOfDay(day) : Number.NaN;
}

function dueDay(direction: Direction, day: number, { months, days, hasTime }: Span): number {
  if (hasTime || Number.isNaN(day)) return Number.NaN;
  const sign = direction === "since" ? 1 : -1;
  return addMonths(day, sign * months) + sign * days;
}

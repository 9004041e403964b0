import { unitStart } from "../../core/calendar-unit.js";
import { parsePeriod } from "../../core/period.js";
import type { CalendarWindow, DateWindow, Truth, Window } from "../types.js";
import { readEpochDay } from "../values/read-date.js";
import { isInstantMs } from "../values/read-instant.js";
import { compareElapsed, nextElapsedChange, spanOf } from "./elapsed.js";
import { type Clock, momentMs } from "./moment.js";

/** A window in time, ready to be asked. */
export interface PlannedWindow {
  /** Whether a moment (an instant, or a local date) lies in the window that ends at `asOfMs`. */
  has(moment: unknown, asOfMs: number): Truth;
  /** An instant after `asOfMs` until which that answer stays the same; Infinity when it never changes. */
  nextChange(moment: unknown, asOfMs: number): number;
  /** The latest instant that lies in the window; `undefined` when it holds none. */
  latest(asOfMs: number): number | undefined;
}

/** Prepares a window; calendar windows and dates need the clock. */
export function planWindow(window: Window, clock: Clock | undefined): PlannedWindow {
  if (window === "ever") return everWindow(clock);
  if (typeof window === "string") return rollingWindow(window, clock);
  if ("calendar" in window) return calendarWindow(window, clock as Clock);
  return dateWindow(window, clock as Clock);
}

/** The part of an answer that all windows share: nothing after `asOf` counts. */
function everWindow(clock: Clock | undefined): PlannedWindow {
  return {
    has: (moment, asOfMs) => hasHappened(moment, clock, asOfMs),
    nextChange: (moment, asOfMs) => laterOf(momentMs(moment, clock), asOfMs),
    latest: (asOfMs) => asOfMs,
  };
}

function rollingWindow(text: string, clock: Clock | undefined): PlannedWindow {
  const span = spanOf(parsePeriod(text));
  const surelyIn = span.meanMs - span.slackMs;
  const surelyOut = span.meanMs + span.slackMs;
  return {
    has(moment, asOfMs) {
      if (typeof moment === "number" && isInstantMs(moment)) {
        const elapsedMs = asOfMs - moment;
        if (elapsedMs < 0 || elapsedMs > surelyOut) return false;
        if (elapsedMs < surelyIn) return true;
      }
      const happened = hasHappened(moment, clock, asOfMs);
      if (happened !== true) return happened;
      const order = compareElapsed("since", moment, span, clock, asOfMs);
      return Number.isNaN(order) ? undefined : order < 0;
    },
    nextChange(moment, asOfMs) {
      const begin = laterOf(momentMs(moment, clock), asOfMs);
      return Math.min(begin, nextElapsedChange("since", moment, span, clock, asOfMs));
    },
    latest: (asOfMs) => (span.meanMs > 0 ? asOfMs : undefined),
  };
}

function calendarWindow({ calendar, back = 0 }: CalendarWindow, clock: Clock): PlannedWindow {
  let today = Number.NaN;
  let fromMs = 0;
  let toMs = 0;
  const locate = (asOfMs: number): void => {
    const day = clock.rules.toEpochDay(asOfMs);
    if (day === today) return;
    today = day;
    fromMs = clock.rules.startOfDay(unitStart(calendar, day, back));
    toMs = clock.rules.startOfDay(unitStart(calendar, day, back - 1));
  };
  return {
    has(moment, asOfMs) {
      locate(asOfMs);
      const happened = hasHappened(moment, clock, asOfMs);
      if (happened !== true) return happened;
      const atMs = momentMs(moment, clock);
      return fromMs <= atMs && atMs < toMs;
    },
    nextChange(moment, asOfMs) {
      const today = clock.rules.toEpochDay(asOfMs);
      const turn = clock.rules.startOfDay(unitStart(calendar, today, -1));
      return Math.min(turn, laterOf(momentMs(moment, clock), asOfMs));
    },
    latest(asOfMs) {
      locate(asOfMs);
      return Math.min(asOfMs, toMs - 1);
    },
  };
}

function dateWindow({ from, to }: DateWindow, clock: Clock): PlannedWindow {
  const fromMs = from === undefined ? -Infinity : clock.rules.startOfDay(readEpochDay(from));
  const toMs = to === undefined ? Infinity : clock.rules.startOfDay(readEpochDay(to));
  return {
    has(moment, asOfMs) {
      const happened = hasHappened(moment, clock, asOfMs);
      if (happened !== true) return happened;
      const atMs = momentMs(moment, clock);
      return fromMs <= atMs && atMs < toMs;
    },
    nextChange: (moment, asOfMs) => laterOf(momentMs(moment, clock), asOfMs),
    latest(asOfMs) {
      const lastMs = Math.min(asOfMs, toMs - 1);
      return lastMs < fromMs ? undefined : lastMs;
    },
  };
}

function hasHappened(moment: unknown, clock: Clock | undefined, asOfMs: number): Truth {
  const atMs = momentMs(moment, clock);
  return Number.isNaN(atMs) ? undefined : atMs <= asOfMs;
}

function laterOf(atMs: number, asOfMs: number): number {
  return atMs > asOfMs ? atMs : Infinity;
}

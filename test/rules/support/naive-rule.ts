/**
 * A second implementation of the rule language, written to be obvious and not fast: it lists, sorts
 * and compares plainly, and shares with the library only the calendar of the core.
 */
import { addPeriod, subtractPeriod } from "../../../src/core/calendar.js";
import { addMonths } from "../../../src/core/epoch-day.js";
import { parsePeriod } from "../../../src/core/period.js";
import { zoneRules } from "../../../src/core/zone.js";
import type { Rule, Truth } from "../../../src/rules/types.js";

// biome-ignore lint/suspicious/noExplicitAny: the naive reader takes the JSON as it is
type Json = any;

/** The value of a rule, found the slow way. */
export function naiveRule(rule: Rule, facts: object, asOfMs: number): Truth {
  const zone = rule.zone;

  const condition = (node: Json, scope: Json): Truth => {
    if (node.and) return all(node.and.map((part: Json) => condition(part, scope)));
    if (node.or) return not(all(node.or.map((part: Json) => not(condition(part, scope)))));
    if (node.not) return not(condition(node.not, scope));
    if (node.ref) return condition((rule.define as Json)[node.ref], scope);
    const tests = ["eq", "ne", "lt", "lte", "gt", "gte", "in", "between", "matches", "contains"];
    const results = [...tests, "exists"]
      .filter((test) => node[test] !== undefined)
      .map((test) => oneTest(node, test, scope));
    return all(results);
  };

  const oneTest = (node: Json, test: string, scope: Json): Truth => {
    if (node.since !== undefined || node.until !== undefined) return elapsed(node, test, scope);
    if (test === "exists") return exists(node, node.exists, scope);
    if (node.count !== undefined) {
      const counts = possibleCounts(node, scope);
      const answers = counts?.map((count) => compare(count, node, test, scope)) ?? [undefined];
      return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
    }
    return compare(subject(node, scope, kindFor(node, test)), node, test, scope);
  };

  const kindFor = (node: Json, test: string): string | undefined => {
    const operands = test === "between" || test === "in" ? node[test] : [node[test]];
    return node.as ?? operands.map(kindOfOperand).find((kind: unknown) => kind !== undefined);
  };

  const compare = (value: unknown, node: Json, test: string, scope: Json): Truth => {
    if (value === undefined) return undefined;
    const kind = node.count !== undefined ? "number" : kindFor(node, test);
    const other = (operand: Json) => side(operand, scope, kind);
    switch (test) {
      case "matches":
        return typeof value === "string"
          ? new RegExp(`^(?:${node.matches})$`, "su").test(value)
          : undefined;
      case "in":
        return node.in
          .map((item: Json) => same(value, literal(item), kindOfOperand(item)))
          .reduce((found: Truth, next: Truth) => not(all([not(found), not(next)])), false);
      case "contains":
        if (!Array.isArray(value)) return undefined;
        return value
          .map((item) => same(item, other(node.contains), kind))
          .reduce((found: Truth, next: Truth) => not(all([not(found), not(next)])), false as Truth);
      case "between": {
        const [from, to] = node.between;
        return all([not(less(value, other(from), kind)), not(less(other(to), value, kind))]);
      }
      case "eq":
        return same(value, other(node.eq), kind);
      case "ne":
        return not(same(value, other(node.ne), kind));
      case "lt":
        return less(value, other(node.lt), kind);
      case "gte":
        return not(less(value, other(node.gte), kind));
      case "gt":
        return less(other(node.gt), value, kind);
      default:
        return not(less(other(node.lte), value, kind));
    }
  };

  const side = (operand: Json, scope: Json, kind: string | undefined): unknown =>
    isSubject(operand) ? subject(operand, scope, kind) : literal(operand);

  const subject = (node: Json, scope: Json, kind: string | undefined): unknown => {
    if (node.fact !== undefined) return at(node.fact, scope);
    if (node.count !== undefined) {
      const counts = possibleCounts(node, scope);
      return counts?.length === 1 ? counts[0] : undefined;
    }
    const members = certainMembers(node, scope);
    if (members === undefined) return undefined;
    const field = node.sum ?? node.min ?? node.max ?? node.last;
    const values = members.map((item) => at(field, item));
    if (values.includes(undefined)) return undefined;
    if (node.sum !== undefined) return sum(values, node.as ?? kind);
    if (node.last !== undefined) return latest(members, values, node.at ?? "at");
    const readAs = node.as ?? kind ?? selfKind(values[0]);
    const numbers = values.map((value) => scale(value, readAs));
    if (numbers.some((number) => number === undefined)) return undefined;
    if (readAs === "money" && new Set(values.map((value: Json) => value.currency)).size > 1)
      return undefined;
    const best = (node.min !== undefined ? Math.min : Math.max)(...(numbers as number[]));
    return values[numbers.indexOf(best)];
  };

  const sum = (values: unknown[], kind: string | undefined): unknown => {
    if (values.length === 0) return kind === "number" ? 0 : { minor: 0, currency: "XXX" };
    if (kind !== "money" && values.every((value) => typeof value === "number")) {
      const total = (values as number[]).reduce((a, b) => a + b, 0);
      return Number.isFinite(total) ? total : undefined;
    }
    if (kind === "number" || !values.every(isMoney)) return undefined;
    const amounts = values as { minor: number; currency: string }[];
    const [first] = amounts;
    if (amounts.some((amount) => amount.currency !== first?.currency)) return undefined;
    return { minor: amounts.reduce((a, b) => a + b.minor, 0), currency: first?.currency };
  };

  const latest = (members: object[], values: unknown[], atField: string): unknown => {
    const times = members.map((item) => {
      const moment = at(atField, item);
      const epochDay = day(moment);
      return epochDay === undefined
        ? instant(moment)
        : zoneRules(zone ?? "UTC").startOfDay(epochDay);
    });
    if (times.includes(undefined)) return undefined;
    let best = -1;
    times.forEach((time, index) => {
      if (best < 0 || (time as number) >= (times[best] as number)) best = index;
    });
    return values[best];
  };

  const exists = (node: Json, wanted: boolean, scope: Json): Truth => {
    if (subject(node, scope, undefined) !== undefined) return wanted;
    if (node.fact !== undefined) return !wanted;
    const members = certainMembers(node, scope);
    return members?.length === 0 ? !wanted : undefined;
  };

  const memberships = (node: Json, scope: Json): [unknown, Truth][] | undefined => {
    const list = at(node.count ?? node.of, scope);
    if (!Array.isArray(list)) return undefined;
    return list.map((item) => [item, membership(node, item)]);
  };

  const membership = (node: Json, item: unknown): Truth => {
    if (node.within === undefined && node.where === undefined) return true;
    if (typeof item !== "object" || item === null || Array.isArray(item)) return undefined;
    const window =
      node.within === undefined ? true : inWindow(at(node.at ?? "at", item), node.within);
    return all([window, node.where === undefined ? true : condition(node.where, item)]);
  };

  const possibleCounts = (node: Json, scope: Json): number[] | undefined => {
    const found = memberships(node, scope);
    if (found === undefined) return undefined;
    const least = found.filter(([, truth]) => truth === true).length;
    const most = found.filter(([, truth]) => truth !== false).length;
    return Array.from({ length: most - least + 1 }, (_, index) => least + index);
  };

  const certainMembers = (node: Json, scope: Json): object[] | undefined => {
    const found = memberships(node, scope);
    if (found === undefined || found.some(([, truth]) => truth === undefined)) return undefined;
    const items = found.filter(([, truth]) => truth).map(([item]) => item);
    return items.every((item) => typeof item === "object" && item !== null)
      ? (items as object[])
      : undefined;
  };

  const inWindow = (moment: unknown, window: Json): Truth => {
    const isDay = day(moment) !== undefined;
    if (!isDay && instant(moment) === undefined) return undefined;
    if (isDay && zone === undefined) return undefined;
    const rules = zoneRules(zone ?? "UTC");
    const today = rules.toEpochDay(asOfMs);
    const momentDay = isDay ? (day(moment) as number) : rules.toEpochDay(instant(moment) as number);
    const happened = isDay ? momentDay <= today : (instant(moment) as number) <= asOfMs;
    if (!happened) return false;
    if (window === "ever") return true;
    if (typeof window === "string") {
      const order = passed("since", moment, window);
      return order === undefined ? undefined : order < 0;
    }
    if (window.calendar !== undefined) {
      return unit(momentDay, window.calendar) === unit(today, window.calendar) - (window.back ?? 0);
    }
    const from = window.from === undefined ? -Infinity : (day(window.from) as number);
    const to = window.to === undefined ? Infinity : (day(window.to) as number);
    return from <= momentDay && momentDay < to;
  };

  const elapsed = (node: Json, test: string, scope: Json): Truth => {
    const direction = node.since === undefined ? "until" : "since";
    const source = node[direction];
    const moment =
      typeof source === "string" ? at(source, scope) : subject(source, scope, undefined);
    const period = (operand: Json): unknown =>
      typeof operand === "string" ? operand : at(operand.fact, scope);
    const order = (operand: Json): number | undefined => passed(direction, moment, period(operand));
    if (test === "between") {
      const [from, to] = node.between.map(order) as (number | undefined)[];
      return all([
        from === undefined ? undefined : from >= 0,
        to === undefined ? undefined : to <= 0,
      ]);
    }
    const sign = order(node[test]);
    if (sign === undefined) return undefined;
    return {
      eq: sign === 0,
      ne: sign !== 0,
      lt: sign < 0,
      lte: sign <= 0,
      gt: sign > 0,
      gte: sign >= 0,
    }[test];
  };

  /** Sign of the elapsed time less the period, by the fixed point that the two have. */
  const passed = (direction: string, moment: unknown, text: unknown): number | undefined => {
    if (typeof text !== "string" || !isPeriod(text)) return undefined;
    const period = parsePeriod(text);
    const sign = direction === "since" ? 1 : -1;
    const epochDay = day(moment);
    const calendarParts = period.years + period.months + period.weeks + period.days;
    const clockParts = period.hours + period.minutes + period.seconds;
    if (epochDay !== undefined) {
      if (zone === undefined || clockParts > 0) return undefined;
      const months = sign * (period.years * 12 + period.months);
      const due = addMonths(epochDay, months) + sign * (period.weeks * 7 + period.days);
      return sign * Math.sign(zoneRules(zone).toEpochDay(asOfMs) - due);
    }
    const atMs = instant(moment);
    if (atMs === undefined || (calendarParts > 0 && zone === undefined)) return undefined;
    const due = (sign > 0 ? addPeriod : subtractPeriod)(atMs, period, zone ?? "UTC");
    return sign * Math.sign(asOfMs - due);
  };

  return condition(rule.when, facts);

  function at(path: string, scope: Json): unknown {
    const names = path.startsWith("$.") ? path.slice(2).split(".") : path.split(".");
    let value: Json = path.startsWith("$.") ? facts : scope;
    for (const name of names) {
      const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
      if (!isRecord || !Object.keys(value).includes(name)) return undefined;
      value = value[name];
    }
    return value ?? undefined;
  }
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function isSubject(operand: Json): boolean {
  const keys = ["fact", "count", "sum", "min", "max", "last"];
  return typeof operand === "object" && keys.some((key) => key in operand);
}

function literal(operand: Json): unknown {
  return typeof operand === "object"
    ? (operand.date ?? operand.instant ?? operand.period ?? operand)
    : operand;
}

function kindOfOperand(operand: Json): string | undefined {
  if (operand === undefined) return undefined;
  if (typeof operand === "object") {
    if (isSubject(operand)) return operand.count === undefined ? operand.as : "number";
    return ["date", "instant", "period"].find((key) => key in operand) ?? "money";
  }
  return selfKind(operand);
}

function selfKind(value: unknown): string | undefined {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return isMoney(value) ? "money" : undefined;
}

function same(left: unknown, right: unknown, kind: string | undefined): Truth {
  const readAs = kind ?? selfKind(left);
  if (readAs === "text" || readAs === "boolean") {
    return selfKind(left) === readAs && selfKind(right) === readAs ? left === right : undefined;
  }
  return all([not(less(left, right, readAs)), not(less(right, left, readAs))]);
}

function less(one: unknown, other: unknown, kind: string | undefined): Truth {
  const isNothing = (value: unknown) => (value as { currency?: string } | null)?.currency === "XXX";
  const left = isNothing(one) && typeof other === "number" ? 0 : one;
  const right = isNothing(other) && typeof one === "number" ? 0 : other;
  const readAs = kind ?? (selfKind(left) === selfKind(right) ? selfKind(left) : undefined);
  const from = scale(left, readAs);
  const to = scale(right, readAs);
  if (from === undefined || to === undefined) return undefined;
  if (readAs === "money") {
    const amounts = [left, right] as { minor: number; currency: string }[];
    const currencies = amounts.filter((amount) => amount.currency !== "XXX" || amount.minor !== 0);
    if (new Set(currencies.map((amount) => amount.currency)).size > 1) return undefined;
  }
  return from < to;
}

function scale(value: unknown, kind: string | undefined): number | undefined {
  switch (kind) {
    case "number":
      return Number.isFinite(value) ? (value as number) : undefined;
    case "money":
      return isMoney(value) ? (value as { minor: number }).minor : undefined;
    case "date":
      return day(value);
    case "instant":
      return instant(value);
    case "period":
      return typeof value === "string" && isPeriod(value) ? meanSeconds(value) : undefined;
    default:
      return undefined;
  }
}

function meanSeconds(text: string): number {
  const { years, months, weeks, days, hours, minutes, seconds } = parsePeriod(text);
  const wholeDays = (years * 12 + months) * (146_097 / 4800) + weeks * 7 + days;
  return Math.round(wholeDays * 86_400 * 1000) + (hours * 3600 + minutes * 60 + seconds) * 1000;
}

function isMoney(value: unknown): boolean {
  const money = value as { minor?: unknown; currency?: unknown } | null;
  return (
    typeof money === "object" &&
    money !== null &&
    Number.isSafeInteger(money.minor) &&
    typeof money.currency === "string"
  );
}

function isPeriod(text: string): boolean {
  try {
    parsePeriod(text);
    return true;
  } catch {
    return false;
  }
}

function day(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
    ? date.getTime() / 86_400_000
    : undefined;
}

function instant(value: unknown): number | undefined {
  if (typeof value === "number")
    return Number.isInteger(value) && Math.abs(value) < 2.5e14 ? value : undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.getTime();
  if (typeof value === "object" && value !== null && "epochMilliseconds" in value) {
    return instant(value.epochMilliseconds);
  }
  const isIso =
    typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/.test(value);
  const atMs = isIso && day(value.slice(0, 10)) !== undefined ? Date.parse(value) : Number.NaN;
  return Number.isNaN(atMs) ? undefined : atMs;
}

function unit(epochDay: number, calendar: string): number {
  const date = new Date(epochDay * 86_400_000);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  switch (calendar) {
    case "day":
      return epochDay;
    case "week":
      return Math.floor((epochDay + 3) / 7);
    case "month":
      return months;
    case "quarter":
      return Math.floor(months / 3);
    default:
      return date.getUTCFullYear();
  }
}

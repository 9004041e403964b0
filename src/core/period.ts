import { invalid } from "./errors.js";

/** A length of calendar time (ISO 8601 duration): every part a whole number, none negative. */
export interface Period {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const DATE_DESIGNATORS = ["Y", "M", "W", "D"] as const;
const TIME_DESIGNATORS = ["H", "M", "S"] as const;

const ISO_PERIOD =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const LONGEST_TEXT = 100;

/**
 * Reads an ISO 8601 duration such as `P1M`, `P2W` or `P1DT12H`.
 *
 * @param text - upper-case designators, whole numbers; weeks may stand beside other parts
 * @throws ClienteleError INVALID_ARGUMENT for another form, a fraction or a sign
 * @example
 * parsePeriod("P1Y6M").months //=> 6
 */
export function parsePeriod(text: string, where = "period"): Period {
  const match =
    typeof text === "string" && text.length <= LONGEST_TEXT ? ISO_PERIOD.exec(text) : null;
  if (match === null) {
    throw invalid(where, "an ISO 8601 duration of whole numbers such as P1M, P14D or PT12H", text);
  }
  const counts = match.slice(1).map((digits = "0") => Number(digits));
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = counts;
  const period = { years, months, weeks, days, hours, minutes, seconds };
  checkPeriod(period, where);
  return period;
}

/**
 * Writes a period as an ISO 8601 duration; parts are kept as they are, so `P14D` stays `P14D`.
 *
 * @returns the text that {@link parsePeriod} reads back; `P0D` for no time at all
 * @throws ClienteleError INVALID_ARGUMENT when a part is no non-negative integer
 */
export function formatPeriod(period: Period): string {
  checkPeriod(period);
  const { years, months, weeks, days, hours, minutes, seconds } = period;
  const date = writeParts([years, months, weeks, days], DATE_DESIGNATORS);
  const time = writeParts([hours, minutes, seconds], TIME_DESIGNATORS);
  if (date === "" && time === "") return "P0D";
  return time === "" ? `P${date}` : `P${date}T${time}`;
}

/**
 * Refuses a period with a missing, negative, fractional or unsafe part.
 *
 * @throws ClienteleError INVALID_ARGUMENT with the part
 */
export function checkPeriod(period: Period, where = "period"): void {
  if (typeof period !== "object" || period === null) throw invalid(where, "a period", period);
  checkPart(period.years, where, "years");
  checkPart(period.months, where, "months");
  checkPart(period.weeks, where, "weeks");
  checkPart(period.days, where, "days");
  checkPart(period.hours, where, "hours");
  checkPart(period.minutes, where, "minutes");
  checkPart(period.seconds, where, "seconds");
}

function checkPart(count: number, where: string, part: keyof Period): void {
  if (!(Number.isSafeInteger(count) && count >= 0)) {
    throw invalid(`${where}.${part}`, "a non-negative integer", count);
  }
}

function writeParts(counts: readonly number[], designators: readonly string[]): string {
  return counts
    .map((count, index) => (count === 0 ? "" : `${count}${designators[index]}`))
    .join("");
}

/**
 * A second, slow way to read clocks: by the date and time fields that `Intl` writes, where the
 * library reads the offset that `Intl` names.
 */
export function readClock(atMs: number, zone: string): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of clockFormat(zone).formatToParts(atMs)) fields[type] = Number(value);
  const { year, month, day, hour, minute, second } = fields;
  const milliseconds = ((atMs % 1000) + 1000) % 1000;
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!, milliseconds);
}

/** Every instant at which the clock of the zone shows `localMs`, in order. */
export function instantsShowing(localMs: number, zone: string): number[] {
  const offsets = new Set<number>();
  for (let hours = -48; hours <= 48; hours++) {
    const atMs = localMs + hours * 3_600_000;
    offsets.add(readClock(atMs, zone) - atMs);
  }
  return [...offsets]
    .map((offset) => localMs - offset)
    .filter((atMs) => readClock(atMs, zone) === localMs)
    .sort((a, b) => a - b);
}

/** The zones that the platform knows. */
export const ZONES: readonly string[] = [...Intl.supportedValuesOf("timeZone"), "UTC"];

const formats = new Map<string, Intl.DateTimeFormat>();

function clockFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

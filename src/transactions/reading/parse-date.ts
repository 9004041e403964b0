import { zoneRules } from "../../core/zone.js";
import { PatternDateReader } from "./pattern-date.js";
import { isReadableTime, ZoneClock } from "./zone-clock.js";

/** Reads the text of a date cell; `undefined` when it is not a date of the expected form from 1900 to 2199. */
export type DateParser = (text: string) => number | undefined;

/**
 * Makes the parser of a date column.
 *
 * @param format - `auto` (ISO 8601 and its unambiguous kin: `yyyy-MM-dd`, `yyyy/MM/dd`,
 *   `yyyy.MM.dd`, `yyyyMMdd`, `yyyy年M月d日`, each with a time or without, and epoch milliseconds of
 *   13 digits), `epoch-s`, `epoch-ms`, or a pattern of yyyy yy MMM MM M dd d HH H hh h mm ss SSS a
 *   XXX such as `dd/MM/yyyy`
 * @param zone - the IANA zone of dates and times that carry no offset of their own
 * @throws ClienteleError INVALID_ARGUMENT for a pattern that does not say a day; UNKNOWN_TIME_ZONE
 */
export function compileDateFormat(format: string, zone: string): DateParser {
  const clock = new ZoneClock(zoneRules(zone));
  if (format === "auto") return (text) => parseAuto(text, clock);
  if (format === "epoch-ms") return (text) => parseEpoch(text, 3);
  if (format === "epoch-s") return (text) => parseEpoch(text, 0);
  const reader = new PatternDateReader(format, clock);
  const encoder = new TextEncoder();
  return (text) => {
    const bytes = encoder.encode(text);
    return reader.read(bytes, 0) === bytes.length ? reader.atMs : undefined;
  };
}

const OFFSET = String.raw`(?:\s*(?<z>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)(?:\[[\w/+-]+\])?)?`;
const CLOCK = String.raw`(?<H>\d{1,2}):(?<m>\d\d)(?::(?<s>\d\d)(?:[.,](?<f>\d{1,9}))?)?${OFFSET}`;
const AUTO_FORMS: readonly RegExp[] = [
  String.raw`(?<y>\d{4})(?<sep>[-/.])(?<M>\d{1,2})\k<sep>(?<d>\d{1,2})(?:[T\s]\s*${CLOCK})?`,
  String.raw`(?<y>\d{4})(?<M>\d\d)(?<d>\d\d)(?:[T\s]\s*${CLOCK})?`,
  String.raw`(?<y>\d{4})(?<M>\d\d)(?<d>\d\d)[T\s]?(?<H>\d\d)(?<m>\d\d)(?<s>\d\d)(?:[.,](?<f>\d{1,9}))?${OFFSET}`,
  String.raw`(?<y>\d{4})年(?<M>\d{1,2})月(?<d>\d{1,2})日(?:[T\s]*${CLOCK})?`,
  String.raw`(?<y>\d{4})年(?<M>\d{1,2})月(?<d>\d{1,2})日\s*(?<H>\d{1,2})[时時点](?<m>\d{1,2})分(?:(?<s>\d{1,2})秒)?`,
].map((form) => new RegExp(`^${form}$`, "i"));
const EPOCH_MS = /^\d{13}$/;
/** No form is longer; longer texts would only cost time. */
const LONGEST = 100;

function parseAuto(text: string, clock: ZoneClock): number | undefined {
  if (text.length > LONGEST) return undefined;
  for (const form of AUTO_FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts !== undefined) return timeOfParts(parts, clock);
  }
  return EPOCH_MS.test(text) ? parseEpoch(text, 3) : undefined;
}

type TextParts = Readonly<Record<string, string | undefined>>;

function timeOfParts(parts: TextParts, clock: ZoneClock): number | undefined {
  const { y, M, d, H, m, s = 0, f = "", z } = parts;
  const [year, month, day] = [Number(y), Number(M), Number(d)];
  if (H === undefined) return finite(clock.startOfDay(year, month, day));
  const [hour, minute, second] = [Number(H), Number(m), Number(s)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number(f.slice(0, 3).padEnd(3, "0"));
  const msOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  const offsetMs = z === undefined ? undefined : parseOffset(z);
  if (Number.isNaN(offsetMs)) return undefined;
  return finite(clock.timeOf(year, month, day, msOfDay, offsetMs));
}

/** `+08`, `+0800` and `+08:00`; letters mean UTC. NaN for an offset of a day or more. */
function parseOffset(text: string): number {
  const [, sign, hours, minutes = 0] = /^([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  if (Number(hours) > 23 || Number(minutes) > 59) return Number.NaN;
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000);
}

/** A decimal number; what is less than a millisecond is cut off. */
function parseEpoch(text: string, millisecondDigits: 0 | 3): number | undefined {
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,9}))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole, fraction = ""] = parts;
  const milliseconds =
    millisecondDigits === 3
      ? Number(whole)
      : Number(whole) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
  const atMs = sign === "-" ? 0 - milliseconds : milliseconds;
  return isReadableTime(atMs) ? atMs : undefined;
}

function finite(atMs: number): number | undefined {
  return atMs === -Infinity ? undefined : atMs;
}

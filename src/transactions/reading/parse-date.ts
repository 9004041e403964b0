import { epochDayFromCivil, isCivilDate } from "../../core/epoch-day.js";
import { ClienteleError, invalid } from "../../core/errors.js";
import { type ZoneRules, zoneRules } from "../../core/zone.js";

const MS_PER_DAY = 86_400_000;
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

/** Reads the text of a date cell; `undefined` when it is not a date of the expected form from 1900 to 2199. */
export type DateParser = (text: string) => number | undefined;

/** The words `dateFormat` knows besides patterns. */
export const DATE_FORMAT_WORDS = ["auto", "epoch-s", "epoch-ms"] as const;

/**
 * Makes the parser of a date column.
 *
 * @param format - `auto` (ISO 8601 dates and timestamps, `yyyyMMdd`, `yyyy/MM/dd`, `yyyy.MM.dd`,
 *   `yyyy年M月d日`), `epoch-s`, `epoch-ms`, or a pattern of yyyy, MM, M, dd, d, HH, H, mm, ss, SSS such as `dd/MM/yyyy`
 * @param zone - the IANA zone of dates and times that carry no offset of their own
 * @throws ClienteleError INVALID_ARGUMENT for a pattern without year, month or day
 */
export function compileDateFormat(format: string, zone: string): DateParser {
  const rules = zoneRules(zone);
  if (format === "auto") return (text) => parseParts(AUTO, text, rules);
  if (format === "epoch-ms") return (text) => parseEpoch(text, 1);
  if (format === "epoch-s") return (text) => parseEpoch(text, 1000);
  const pattern = compilePattern(format);
  return (text) => parseParts(pattern, text, rules);
}

const TIME = String.raw`(?:[T ]\s*(?<H>\d{1,2}):(?<m>\d{2})(?::(?<s>\d{2})(?:[.,](?<f>\d{1,9}))?)?\s*(?<z>Z|[+-]\d{2}:?\d{2})?)?`;
const AUTO = new RegExp(
  String.raw`^(?:(?<y>\d{4})(?<sep>[-/.])(?<M>\d{1,2})\k<sep>(?<d>\d{1,2})|(?<y2>\d{4})(?<M2>\d{2})(?<d2>\d{2})|(?<y3>\d{4})年(?<M3>\d{1,2})月(?<d3>\d{1,2})日)${TIME}$`,
  "i",
);

function parseParts(pattern: RegExp, text: string, rules: ZoneRules): number | undefined {
  const parts = pattern.exec(text)?.groups;
  if (parts === undefined) return undefined;
  const year = Number(parts.y ?? parts.y2 ?? parts.y3);
  const month = Number(parts.M ?? parts.M2 ?? parts.M3);
  const day = Number(parts.d ?? parts.d2 ?? parts.d3);
  if (!isReadableDay(year, month, day)) return undefined;
  const epochDay = epochDayFromCivil(year, month, day);
  if (parts.H === undefined) return rules.startOfDay(epochDay);
  const msOfDay = millisecondsOfDay(parts);
  if (msOfDay === undefined) return undefined;
  const localMs = epochDay * MS_PER_DAY + msOfDay;
  return parts.z === undefined ? rules.toInstant(localMs) : localMs - offsetOf(parts.z);
}

/** True for a day that exists, from 1900 to 2199: what lies beyond is a slip of the pen. */
export function isReadableDay(year: number, month: number, day: number): boolean {
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR && isCivilDate(year, month, day);
}

function millisecondsOfDay(
  parts: Readonly<Record<string, string | undefined>>,
): number | undefined {
  const hour = Number(parts.H);
  const minute = Number(parts.m ?? 0);
  const second = Number(parts.s ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const milliseconds = Number((parts.f ?? "").slice(0, 3).padEnd(3, "0"));
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

function offsetOf(text: string): number {
  if (text === "Z" || text === "z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}

const EARLIEST_MS = epochDayFromCivil(EARLIEST_YEAR, 1, 1) * MS_PER_DAY;
const LATEST_MS = epochDayFromCivil(LATEST_YEAR + 1, 1, 1) * MS_PER_DAY;

function parseEpoch(text: string, msPerUnit: number): number | undefined {
  if (!/^-?\d{1,15}(?:\.\d{1,9})?$/.test(text)) return undefined;
  const atMs = Math.trunc(Number(text) * msPerUnit);
  return atMs >= EARLIEST_MS && atMs < LATEST_MS ? atMs : undefined;
}

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: String.raw`(?<y>\d{4})`,
  MM: String.raw`(?<M>\d{2})`,
  M: String.raw`(?<M>\d{1,2})`,
  dd: String.raw`(?<d>\d{2})`,
  d: String.raw`(?<d>\d{1,2})`,
  HH: String.raw`(?<H>\d{2})`,
  H: String.raw`(?<H>\d{1,2})`,
  mm: String.raw`(?<m>\d{2})`,
  ss: String.raw`(?<s>\d{2})`,
  SSS: String.raw`(?<f>\d{3})`,
};
const TOKEN = /yyyy|MM?|dd?|HH?|mm|ss|SSS/g;

function compilePattern(format: string): RegExp {
  if (typeof format !== "string" || format.length > 60) {
    throw invalid("dateFormat", "a date pattern of at most 60 characters", format);
  }
  let source = "";
  let literalFrom = 0;
  for (const match of format.matchAll(TOKEN)) {
    source += escapeLiteral(format.slice(literalFrom, match.index)) + TOKENS[match[0]]!;
    literalFrom = match.index + match[0].length;
  }
  source += escapeLiteral(format.slice(literalFrom));
  if (!["<y>", "<M>", "<d>"].every((part) => source.includes(part))) {
    throw invalid(
      "dateFormat",
      "auto, epoch-s, epoch-ms or a pattern with yyyy, MM and dd",
      format,
      {
        remedy: "For 31/12/2025 give dd/MM/yyyy",
      },
    );
  }
  try {
    return new RegExp(`^${source}$`);
  } catch {
    throw new ClienteleError(
      "INVALID_ARGUMENT",
      `dateFormat ${JSON.stringify(format)} names a part twice`,
      {
        where: "dateFormat",
        got: format,
      },
    );
  }
}

function escapeLiteral(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

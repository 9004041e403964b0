import type { Clock } from "../time/moment.js";
import type { Kind } from "../types.js";
import { isMoney, readPeriod } from "../values/measure.js";
import { writeEpochDay } from "../values/read-date.js";
import { readInstantMs } from "../values/read-instant.js";
import type { Phrases } from "./phrases.js";

const PLAIN_TEXT = /^[\p{L}\p{N}_.@-]+$/u;
const LONGEST_TEXT = 60;
const MS_PER_DAY = 86_400_000;

/** How a value is written for a reader, in the words of a language and on the clock of a zone. */
export function renderValue(
  value: unknown,
  kind: Kind | undefined,
  phrases: Phrases,
  clock: Clock | undefined,
): string {
  if (value === undefined) return phrases.unknown;
  if (isMoney(value)) return renderMoney(value.minor, value.currency);
  const atMs = kind === "instant" || typeof value === "object" ? readInstantMs(value) : Number.NaN;
  if (!Number.isNaN(atMs)) return renderInstant(atMs, clock);
  const period = kind === "period" ? readPeriod(value) : undefined;
  if (period !== undefined) return phrases.period(period);
  if (typeof value === "boolean") return phrases.truth(value);
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return kind === "date" ? value : renderText(value);
  if (!Array.isArray(value)) return "…";
  const items = value.slice(0, 5).map((item) => renderValue(item, kind, phrases, clock));
  return `[${items.join(", ")}${value.length > 5 ? ", …" : ""}]`;
}

/** The wall clock of the zone to the minute; without a zone, UTC. */
export function renderInstant(atMs: number, clock: Clock | undefined): string {
  const localMs = clock === undefined ? atMs : clock.rules.toLocalMs(atMs);
  const day = Math.floor(localMs / MS_PER_DAY);
  const minutes = Math.floor((localMs - day * MS_PER_DAY) / 60_000);
  const time = [Math.floor(minutes / 60), minutes % 60];
  const shown = time.map((part) => String(part).padStart(2, "0")).join(":");
  return `${writeEpochDay(day) ?? "…"} ${shown}${clock === undefined ? " UTC" : ""}`;
}

function renderText(text: string): string {
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return PLAIN_TEXT.test(short) ? short : JSON.stringify(short);
}

/** The amount in major units; the digits of a currency are those that the platform knows. */
function renderMoney(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const whole = String(Math.abs(minor)).padStart(digits + 1, "0");
  const point = whole.length - digits;
  const fraction = digits === 0 ? "" : `.${whole.slice(point)}`;
  return `${currency} ${minor < 0 ? "-" : ""}${whole.slice(0, point)}${fraction}`;
}

function minorDigits(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 0;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

import { describeValue } from "../../core/errors.js";
import type { FindingCode, Report } from "../finding.js";
import { readPeriod } from "../values/measure.js";
import { readEpochDay } from "../values/read-date.js";
import { readInstantMs } from "../values/read-instant.js";
import { memberPath } from "./json-path.js";
import { isRecord } from "./record.js";

/** A tagged value: its key, whether the text is right, and an example. */
type Tag = readonly [key: string, isRight: (text: unknown) => boolean, example: string];

const TAGGED: readonly Tag[] = [
  ["date", (text) => !Number.isNaN(readEpochDay(text)), "a day such as 2024-02-29"],
  ["instant", isInstantText, "a time with offset such as 2024-02-29T09:00:00+08:00"],
  ["period", (text) => readPeriod(text) !== undefined, "an ISO 8601 period such as P30D"],
];

const CURRENCY = /^[A-Z]{3}$/;

/** Reports a value that cannot be written in a rule. */
export function checkLiteral(value: unknown, path: string, report: Report): void {
  if (typeof value === "boolean" || typeof value === "string") return;
  if (typeof value === "number" && Number.isFinite(value)) return;
  const keys = isRecord(value) ? Object.keys(value) : [];
  const [tag] = TAGGED.filter(([key]) => keys.length === 1 && key === keys[0]);
  if (isRecord(value) && keys.length === 2 && "minor" in value && "currency" in value) {
    checkMoney(value, path, report);
  } else if (isRecord(value) && tag !== undefined) {
    checkTagged(value, tag, path, report);
  } else {
    const got = isRecord(value) ? `an object with ${keys.join(", ")}` : describeValue(value);
    const remedy = value === null ? "; to ask whether a fact is there, use `exists`" : "";
    report(path, "WRONG_TYPE", `must be ${LITERALS}, got ${got}${remedy}`);
  }
}

const LITERALS =
  "true, false, a number, a text, {minor, currency}, {date}, {instant}, {period} or a subject";

function checkTagged(
  value: Readonly<Record<string, unknown>>,
  [key, isRight, example]: Tag,
  path: string,
  report: Report,
): void {
  if (isRight(value[key])) return;
  const got = describeValue(value[key]);
  report(memberPath(path, key), "WRONG_VALUE", `must be ${example}, got ${got}`);
}

function checkMoney(value: Readonly<Record<string, unknown>>, path: string, report: Report): void {
  const { minor, currency } = value;
  const problem = (key: string, expected: string, code: FindingCode): void =>
    report(memberPath(path, key), code, `must be ${expected}, got ${describeValue(value[key])}`);
  if (!Number.isSafeInteger(minor)) {
    problem("minor", "a whole number of minor units", "WRONG_VALUE");
  }
  if (typeof currency !== "string" || !CURRENCY.test(currency)) {
    problem("currency", "an ISO 4217 code such as USD", "WRONG_VALUE");
  }
}

function isInstantText(text: unknown): boolean {
  return typeof text === "string" && !Number.isNaN(readInstantMs(text));
}

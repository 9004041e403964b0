import { zoneRules } from "../../core/zone.js";
import { minorDigits } from "../../money/minor-digits.js";
import type { DelimitedLayout } from "./delimited-layout.js";
import type { ColumnRole } from "./find-columns.js";
import { type DateReader, IsoDateReader } from "./iso-date.js";
import type { TransactionMapping } from "./mapping.js";
import { PatternDateReader } from "./pattern-date.js";
import { type PlainRole, PlainRowReader } from "./plain-row.js";
import { ZoneClock } from "./zone-clock.js";

const PLAIN_ROLES: readonly ColumnRole[] = ["customer", "date", "amount", "currency"];

/**
 * The reader of plain rows of a layout; `undefined` where every row needs the careful path.
 *
 * @param currency - the currency of the log
 */
export function createPlainReader(
  { delimiter, names, columns }: DelimitedLayout,
  mapping: TransactionMapping,
  currency: string,
): PlainRowReader | undefined {
  const isLinked = columns.order !== undefined || columns.refundOf !== undefined;
  // Amounts without a currency column are in the default currency, which may need conversion.
  const mayNeedRates = columns.currency === undefined && mapping.defaultCurrency !== currency;
  if (delimiter === "space" || delimiter === mapping.decimal || isLinked || mayNeedRates) {
    return undefined;
  }
  const roles = new Array<PlainRole>(names.length).fill("skip");
  for (const role of PLAIN_ROLES) {
    const index = columns[role];
    if (index === undefined) continue;
    if (roles[index] !== "skip") return undefined;
    roles[index] = role as PlainRole;
  }
  const dates = createDateReader(mapping, delimiter);
  if (dates === undefined) return undefined;
  const { decimal } = mapping;
  return new PlainRowReader({
    roles,
    delimiter,
    decimal,
    dates,
    minorDigits: minorDigits(currency),
    currency,
  });
}

function createDateReader(
  { dateFormat, zone }: TransactionMapping,
  delimiter: string,
): DateReader | undefined {
  const clock = new ZoneClock(zoneRules(zone));
  if (dateFormat === "auto") return new IsoDateReader(clock);
  if (dateFormat === "epoch-s" || dateFormat === "epoch-ms") return undefined;
  // Such a pattern would read on behind the end of its field.
  const crossesFields = [delimiter, '"', "\r", "\n"].some((end) => dateFormat.includes(end));
  return crossesFields ? undefined : new PatternDateReader(dateFormat, clock);
}

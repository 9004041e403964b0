import { resolveAsOf } from "../../core/calendar.js";
import { invalid } from "../../core/errors.js";
import { withDefaults } from "../../core/options.js";
import { splitTransactions } from "../../transactions/split-transactions.js";
import { summarizeTransactions } from "../../transactions/summarize-transactions.js";
import type { TransactionLog } from "../../transactions/types.js";
import { SPLIT_DEFAULTS, type SplitOptions } from "./options.js";
import type { HoldoutSplit } from "./types.js";

/**
 * Cuts an order log at a day: the histories up to it to fit a model to, and what the same customers
 * bought after it to judge the model by. Who came later is no part of it.
 *
 * @param log - orders in any order
 * @param options - `calibrationEnd` and `to`, the last days of both parts; `unit` of the histories
 * (default `day`), `zone`, `sameDay`, `refunds` as in `summarizeTransactions`
 * @throws ClienteleError INVALID_ARGUMENT where `to` is not after `calibrationEnd`; UNKNOWN_OPTION, and
 * whatever `summarizeTransactions` throws
 * @example
 * const { calibration, holdoutCount, horizon } = splitHoldout(log, { calibrationEnd: "1997-09-30", to: "1998-06-30" });
 * validateHoldout(fitParetoNbd(calibration), calibration, holdoutCount, { horizon });
 */
export function splitHoldout(log: TransactionLog, options: SplitOptions): HoldoutSplit {
  const settings = withDefaults<{
    readonly [Key in keyof SplitOptions]-?: SplitOptions[Key] | undefined;
  }>(SPLIT_DEFAULTS, options) as SplitOptions;
  const { calibrationEnd, to, ...summary } = settings;
  const zone = summary.zone ?? log?.zone;
  const { before, after } = splitTransactions(
    zone === log?.zone ? log : { ...log, zone },
    calibrationEnd,
  );
  const calibration = summarizeTransactions(before, { ...summary, asOf: calibrationEnd });
  const from = resolveAsOf(calibrationEnd, zone, "options.calibrationEnd").epochDay;
  const days = resolveAsOf(to, zone, "options.to").epochDay - from;
  if (!(days > 0)) throw invalid("options.to", "a day after calibrationEnd", to);
  const later = summarizeTransactions(after, { ...summary, asOf: to });
  const purchases = new Map(later.customerIds.map((id, row) => [id, later.repeatCount[row]! + 1]));
  const holdoutCount = Int32Array.from(calibration.customerIds, (id) => purchases.get(id) ?? 0);
  return { calibration, holdoutCount, horizon: { days } };
}

import { checkZone } from "../../core/zone.js";

/** True for a well-formed BCP 47 language tag, such as `zh-Hans`. */
export function isLanguageTag(tag: string): boolean {
  return succeeds(() => Intl.getCanonicalLocales(tag));
}

/** True for a time zone that the platform knows, such as `Asia/Shanghai`. */
export function isTimeZone(zone: string): boolean {
  return succeeds(() => checkZone(zone));
}

function succeeds(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}

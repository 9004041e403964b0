import type { LocalizedText } from "../../core/locale.js";

/** What a finding means, in short, and what to do about it. */
export interface Advice {
  readonly title: LocalizedText;
  readonly remedy: LocalizedText;
}

/** Title and remedy, in English and in Chinese. */
export function advice(
  [title, remedy]: readonly [title: string, remedy: string],
  [titleZh, remedyZh]: readonly [title: string, remedy: string],
): Advice {
  return { title: { en: title, zh: titleZh }, remedy: { en: remedy, zh: remedyZh } };
}

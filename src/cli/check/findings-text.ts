import type { Locale } from "../../core/locale.js";
import type { ConfigFinding } from "./config-kind.js";
import type { Place } from "./json-place.js";

/** A finding with its place in the file. */
export interface PlacedFinding extends ConfigFinding {
  readonly place: Place;
}

/** Findings as a compiler writes them, so that editors and terminals jump to the place. */
export function findingsText(
  file: string,
  findings: readonly PlacedFinding[],
  locale: Locale,
): string {
  const texts = findings.map(({ place, severity, code, path, message, remedy }) => {
    const head = `${file}:${place.line}:${place.column} ${WORDS[locale][severity]} ${code} ${path}`;
    return [head, `  ${message[locale]}`, `  -> ${remedy[locale]}`].map(oneLine).join("\n");
  });
  return texts.length === 0 ? "" : `${texts.join("\n")}\n\n`;
}

/** How many of each there are. */
export function countText(findings: readonly PlacedFinding[], locale: Locale): string {
  const words = WORDS[locale];
  if (findings.length === 0) return words.none;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return words.count(errors, findings.length - errors);
}

/** What a file holds cannot steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

const WORDS = {
  en: {
    error: "error",
    warning: "warning",
    none: "nothing to say",
    count: (errors: number, warnings: number) =>
      `${errors} error${errors === 1 ? "" : "s"}, ${warnings} warning${warnings === 1 ? "" : "s"}`,
  },
  zh: {
    error: "错误",
    warning: "警告",
    none: "未发现问题",
    count: (errors: number, warnings: number) => `${errors} 个错误，${warnings} 个警告`,
  },
} as const;

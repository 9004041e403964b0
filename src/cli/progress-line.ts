import type { FileProgress } from "../files/index.js";
import type { Console } from "./console.js";

const MS_BETWEEN_UPDATES = 200;
const MS_BEFORE_FIRST = 500;

/** A progress line on a terminal that rewrites itself, shown only when the work takes a while. */
export interface ProgressLine {
  update(progress: FileProgress): void;
  /** Takes the line away. */
  clear(): void;
}

/**
 * A progress line; silent where nobody watches.
 *
 * @param nowMs - a clock
 */
export function progressLine(console: Console, label: string, nowMs: () => number): ProgressLine {
  const startedMs = nowMs();
  let shownMs = startedMs + MS_BEFORE_FIRST - MS_BETWEEN_UPDATES;
  let isShown = false;
  return {
    update({ bytes, totalBytes, rows }) {
      if (!console.isTerminal || nowMs() - shownMs < MS_BETWEEN_UPDATES) return;
      shownMs = nowMs();
      isShown = true;
      const percent =
        totalBytes === 0 ? 100 : Math.min(100, Math.floor((100 * bytes) / totalBytes));
      console.err(`\r${label} ${percent} % · ${rows.toLocaleString("en")} rows\u001b[K`);
    },
    clear() {
      if (isShown) console.err("\r\u001b[K");
      isShown = false;
    },
  };
}

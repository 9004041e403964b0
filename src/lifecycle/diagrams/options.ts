import type { Locale } from "../../core/locale.js";

/** What a diagram shows. */
export interface DiagramOptions {
  /** The language of the names; a name that lacks it is shown as its id. */
  readonly locale: Locale;
  /** Customers by innermost stage, written into the stages; a stage around others has their sum. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** How often each move was taken, by the id of the move, written beside it. */
  readonly moveCounts: Readonly<Record<string, number>> | undefined;
}

/** The diagram options as a caller writes them. */
export type DiagramOptionsInput = {
  readonly [K in keyof DiagramOptions]?: DiagramOptions[K] | undefined;
};

/** Names in English, no numbers. */
export const DIAGRAM_DEFAULTS: DiagramOptions = {
  locale: "en",
  counts: undefined,
  moveCounts: undefined,
};

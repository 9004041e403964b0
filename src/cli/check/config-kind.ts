import type { LocalizedText } from "../../core/locale.js";
import type { CheckFlags } from "./check-flags.js";

/** One kind of configuration that `clientele check` knows; another kind is another of these. */
export interface ConfigKind {
  /** What the file is called in messages. */
  readonly name: string;
  /** Whether a configuration wants to be of this kind, right or wrong. */
  readonly matches: (config: Readonly<Record<string, unknown>>) => boolean;
  readonly check: (config: unknown, related: RelatedFiles) => readonly ConfigFinding[];
  /** What is drawn of a configuration without errors: file endings with contents. */
  readonly draw: (config: unknown, flags: CheckFlags) => Readonly<Record<string, string>>;
}

/** The parsed files that were named besides. */
export interface RelatedFiles {
  readonly machines: readonly unknown[];
  readonly earlier: readonly unknown[];
}

/** Something wrong with a configuration, or worth knowing. */
export interface ConfigFinding {
  readonly path: string;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: LocalizedText;
  readonly remedy: LocalizedText;
}

import type { LocalizedText } from "../../core/locale.js";
import type { LifecycleFinding } from "../finding.js";

/** Something wrong with a lifecycle, or worth knowing, in both languages and with the way out. */
export interface CheckFinding extends Omit<LifecycleFinding, "message"> {
  /** What is there, and what it means for customers. */
  readonly message: LocalizedText;
  /** What to do about it. */
  readonly remedy: LocalizedText;
}

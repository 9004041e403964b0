import type { Rule } from "../../rules/index.js";

/** A machine as XState 5 reads it: JSON for `createMachine`, with every guard, delay and action by name. */
export interface XStateConfig extends XStateNode {
  readonly id: string;
  readonly version: string;
}

/** A state of it. */
export interface XStateNode {
  readonly initial?: string;
  readonly type?: "final";
  readonly tags?: readonly string[];
  readonly description?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly states?: Readonly<Record<string, XStateNode>>;
  readonly entry?: readonly XStateAction[];
  readonly exit?: readonly XStateAction[];
  readonly on?: Readonly<Record<string, readonly XStateTransition[]>>;
  /** By the name of a delay, which is the id of the move. */
  readonly after?: Readonly<Record<string, readonly XStateTransition[]>>;
  readonly always?: readonly XStateTransition[];
}

/** A transition of it. */
export interface XStateTransition {
  readonly target: string;
  readonly guard?: XStateGuard;
  readonly actions?: readonly XStateAction[];
  readonly reenter?: boolean;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** A guard by name, with the rules that must all be true. */
export interface XStateGuard {
  readonly type: string;
  readonly params: { readonly rules: readonly Rule[] };
}

/** An action by name. */
export interface XStateAction {
  readonly type: string;
  readonly params?: { readonly payload: unknown };
}

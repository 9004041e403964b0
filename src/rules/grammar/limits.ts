/** How large a rule may be: far beyond what people write, small enough to answer at once. */
export const LIMITS = {
  /** Conditions and subjects inside each other. */
  depth: 64,
  /** Conditions, subjects and listed values of one rule, as written. */
  values: 10_000,
  /** Conditions after every `ref` is replaced by what it stands for. */
  expanded: 10_000,
  /** Characters of a path. */
  pathLength: 200,
  /** Items of one list of facts; a longer list is unknown. */
  items: 10_000_000,
  /** Missing facts listed for one test. */
  missing: 20,
} as const;

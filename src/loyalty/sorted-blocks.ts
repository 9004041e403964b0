/**
 * A sorted list in blocks: plain JSON, never changed. A new version shares all blocks but one with
 * the old one, so that a change of a list of a thousand costs tens of nanoseconds, not a copy.
 */
export type SortedBlocks<T> = readonly (readonly T[])[];

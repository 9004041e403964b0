/** How a model is called, and whose likelihoods are of the same data. */
interface KnownKind {
  readonly name: string;
  readonly family: "purchases" | "opportunities" | "contracts" | "spend";
}

const KINDS: ReadonlyMap<string, KnownKind> = new Map([
  ["nbd", { name: "NBD", family: "purchases" }],
  ["paretoNbd", { name: "Pareto/NBD", family: "purchases" }],
  ["bgNbd", { name: "BG/NBD", family: "purchases" }],
  ["mbgNbd", { name: "MBG/NBD", family: "purchases" }],
  ["bgCnbd", { name: "BG/CNBD-k", family: "purchases" }],
  ["mbgCnbd", { name: "MBG/CNBD-k", family: "purchases" }],
  ["ggomNbd", { name: "GGom/NBD", family: "purchases" }],
  ["paretoNbdCovariates", { name: "Pareto/NBD with covariates", family: "purchases" }],
  ["bgNbdCovariates", { name: "BG/NBD with covariates", family: "purchases" }],
  ["mbgNbdCovariates", { name: "MBG/NBD with covariates", family: "purchases" }],
  ["bgBb", { name: "BG/BB", family: "opportunities" }],
  ["sbg", { name: "sBG", family: "contracts" }],
  ["bdw", { name: "BdW", family: "contracts" }],
  ["gammaGamma", { name: "Gamma-Gamma", family: "spend" }],
]);

/** A model that is a special case of another. */
export interface Nesting {
  readonly simple: string;
  readonly general: string;
  /** Whether the special case is a limit that the general model never reaches. */
  readonly isBoundary: boolean;
}

/** Every known pair; the NBD is the limit where the chance to leave goes to 0. */
export const NESTINGS: readonly Nesting[] = [
  { simple: "nbd", general: "paretoNbd", isBoundary: true },
  { simple: "nbd", general: "bgNbd", isBoundary: true },
  { simple: "nbd", general: "mbgNbd", isBoundary: true },
  { simple: "nbd", general: "ggomNbd", isBoundary: true },
  // Pareto/NBD is the limit where the chance to leave does not grow.
  { simple: "paretoNbd", general: "ggomNbd", isBoundary: true },
  // All coefficients 0, inside their range.
  { simple: "paretoNbd", general: "paretoNbdCovariates", isBoundary: false },
  { simple: "bgNbd", general: "bgNbdCovariates", isBoundary: false },
  { simple: "mbgNbd", general: "mbgNbdCovariates", isBoundary: false },
  // BdW with c = 1, inside its parameters.
  { simple: "sbg", general: "bdw", isBoundary: false },
];

/** The name of a kind for people. */
export function nameOfKind(kind: string): string {
  return KINDS.get(kind)?.name ?? kind;
}

/** Models of one family may be compared; a kind that is not known is comparable with itself only. */
export function familyOfKind(kind: string): string {
  return KINDS.get(kind)?.family ?? kind;
}

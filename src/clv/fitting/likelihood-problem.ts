import type { Objective } from "../../core/math/index.js";
import type { ModelLimit } from "./model-limits.js";
import type { SearchAxes } from "./search-axes.js";

/** One parameter of a likelihood and how the search moves it. */
export interface SearchParameter<Name extends string> {
  readonly name: Name;
  /**
   * `log`: the parameter is `floor` + `scale` · e^θ where θ is the coordinate of the search;
   * `linear`: it is `scale` · θ, for what may be negative.
   */
  readonly link: "log" | "linear";
  /** The lowest value that a `log` parameter may take, exclusive; 0 where left out. */
  readonly floor?: number;
  /** The parameter's unit on the scale of the search; 1 where left out. */
  readonly scale?: number;
  /** The coordinate beyond which the parameter stands for a limit of the model; 14 where left out. */
  readonly highest?: number;
}

/** A simpler model that is a limit of the one fitted. */
export interface NestedModel {
  /** Its kind, such as `nbd`. */
  readonly kind: string;
  /** Its name for people, such as `NBD`. */
  readonly name: string;
  /** Its highest log-likelihood on the same data, in the same unit. */
  readonly logLikelihood: number;
}

/** A likelihood to be maximised: everything that the shared search has to know of a model. */
export interface LikelihoodProblem<Name extends string> {
  readonly parameters: readonly SearchParameter<Name>[];
  /** Minus the log-likelihood and its gradient on the scale of the search. */
  readonly objective: Objective;
  /** Where the search may begin, on its scale; the objective must be finite at one of them at least. */
  readonly starts: readonly (readonly number[])[];
  /** What to add to the log-likelihood for the unit of the caller; 0 where left out. */
  readonly logLikelihoodShift?: number;
  readonly customers: number;
  readonly distinctRows: number;
  /** The axes of the search; the coordinates of the parameters where left out. */
  readonly axes?: SearchAxes;
  /** Simpler models at the ends of those axes. */
  readonly limits?: readonly ModelLimit[];
  /** What a prior adds to the objective, and not to the log-likelihood that is reported. */
  readonly penalty?: Objective | undefined;
  /** Simpler models with likelihoods of their own; looked at only where the data tell little. */
  readonly nested?: readonly NestedModel[];
}

/** The value of a parameter at a coordinate of the search. */
export function parameterAt<Name extends string>(
  parameter: SearchParameter<Name>,
  coordinate: number,
): number {
  const { link, floor = 0, scale = 1 } = parameter;
  return link === "log" ? floor + scale * Math.exp(coordinate) : scale * coordinate;
}

/** The coordinate of the search at which a parameter has a value. */
export function coordinateAt<Name extends string>(
  parameter: SearchParameter<Name>,
  value: number,
): number {
  const { link, floor = 0, scale = 1 } = parameter;
  return link === "log" ? Math.log((value - floor) / scale) : value / scale;
}

/** The derivative of a parameter by the coordinate of the search. */
export function parameterSlope<Name extends string>(
  parameter: SearchParameter<Name>,
  coordinate: number,
): number {
  const { link, scale = 1 } = parameter;
  return link === "log" ? scale * Math.exp(coordinate) : scale;
}

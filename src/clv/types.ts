import type { TimeUnit } from "../core/calendar.js";
import type { NumberColumn, StringColumn } from "../core/column.js";
import type { Matrix } from "../core/math/index.js";
import type { BgCnbdParameters, MbgCnbdParameters } from "./regular-timing/types.js";

/**
 * What the models read of each customer, in columns: `CustomerSummaries` of `clientele/transactions`
 * are such columns, and so are plain arrays.
 */
export interface PurchaseHistories {
  /** x: purchases after the first. */
  readonly repeatCount: NumberColumn;
  /** t_x: time from the first to the last purchase, in `unit`; 0 for a one-time buyer. */
  readonly recency: NumberColumn;
  /** T: time from the first purchase to the end of the observation, in `unit`. */
  readonly age: NumberColumn;
  /** The unit of `recency` and `age`. */
  readonly unit: TimeUnit;
  /** Named in errors. */
  readonly customerIds?: StringColumn;
  /** How many customers each row stands for; 1 each where left out. */
  readonly customerCount?: NumberColumn;
  /**
   * The sum of the natural logarithms of the x times between a customer's purchases, in `unit`; 0
   * without a repeat purchase. Only the models of regular buyers read it; see `regularHistories`.
   */
  readonly logGapSum?: NumberColumn;
}

/** What a warning of a fit is about; codes are added, never renamed. */
export type FitWarningCode =
  | "NOT_IDENTIFIED"
  | "WEAKLY_IDENTIFIED"
  | "NO_CONVERGENCE"
  | "INFINITE_MEAN"
  | "SPEND_DEPENDENT";

/** Something that the user of a fit has to know. */
export interface FitWarning<Name extends string = string> {
  readonly code: FitWarningCode;
  readonly message: string;
  /** The parameters that it is about. */
  readonly parameters: readonly Name[];
  /** The kind of the simpler model that fits as well, where there is one. */
  readonly nestedModel?: string;
}

/**
 * How a fit ended: `converged` at a proper maximum of the likelihood; `notIdentified` where the
 * likelihood is flat in some direction, so that there are no standard errors; `stalled` where no
 * step found a higher likelihood although the gradient asks for one.
 */
export type FitStatus = "converged" | "notIdentified" | "stalled";

/**
 * What a maximum-likelihood fit says about itself: plain JSON. Vectors and matrices are in the order
 * of `parameterNames`. What needs an invertible information matrix is left out where it is not.
 */
export interface FitReport<Name extends string = string> {
  readonly status: FitStatus;
  readonly parameterNames: readonly Name[];
  /** The log-likelihood of the data in the unit of the caller, without any penalty or prior. */
  readonly logLikelihood: number;
  /** n of the BIC. */
  readonly customers: number;
  /** Distinct rows that the customers were compressed to. */
  readonly distinctRows: number;
  /** 2k - 2 log-likelihood. */
  readonly aic: number;
  /** k ln(customers) - 2 log-likelihood. */
  readonly bic: number;
  /** Square roots of the diagonal of `covariance`. */
  readonly standardErrors?: Readonly<Record<Name, number>>;
  /** Square roots of the diagonal of `logCovariance`. */
  readonly logStandardErrors?: Readonly<Record<Name, number>>;
  /** Of the parameters themselves, by the delta method from `logCovariance`: J V J with the full product. */
  readonly covariance?: Matrix;
  /**
   * The inverse of the observed information on the scale of the search: the logarithm of a positive
   * parameter (of its distance from the lowest value that it may take), a coefficient itself.
   */
  readonly logCovariance?: Matrix;
  /** The largest derivative of the log-likelihood on the scale of the search; 0 at an exact maximum. */
  readonly gradientNorm: number;
  /** Of the observed information on the scale of the search, rising; all positive at a maximum. */
  readonly informationEigenvalues: readonly number[];
  readonly warnings: readonly FitWarning<Name>[];
  /**
   * Only of a fit with a prior: it ended at the highest penalized likelihood, and what is said of its
   * gradient, information and covariance is of that.
   */
  readonly prior?: PriorReport;
}

/** What a prior did to a fit. */
export interface PriorReport {
  /** Half of the squares of the parameters' distances from their centers, in spreads; 0 at the centers. */
  readonly penalty: number;
  /** The log-likelihood less the penalty, which the fit has maximised. */
  readonly penalizedLogLikelihood: number;
}

/**
 * The parameters of a model with the unit of its time: all that a prediction needs, plain JSON.
 * Write one down to predict with published parameters.
 */
export interface ParameterModel<Kind extends string = string, Name extends string = string> {
  readonly kind: Kind;
  readonly version: 1;
  /** The unit of time of the parameters. */
  readonly timeUnit: TimeUnit;
  readonly params: Readonly<Record<Name, number>>;
}

/** A model with the report of its fit: plain JSON, exact after `JSON.parse(JSON.stringify(model))`. */
export interface FittedModel<Kind extends string = string, Name extends string = string>
  extends ParameterModel<Kind, Name> {
  readonly fit: FitReport<Name>;
}

/** NBD: purchases at a gamma distributed rate (shape r, rate alpha); nobody leaves. */
export type NbdParameters = ParameterModel<"nbd", "r" | "alpha">;
/** Pareto/NBD: NBD purchases until an exponential lifetime ends, at a gamma distributed rate (shape s, rate beta). */
export type ParetoNbdParameters = ParameterModel<"paretoNbd", "r" | "alpha" | "s" | "beta">;
/** The names of the parameters that BG/NBD and its relatives share. */
export type BetaGeometricName = "r" | "alpha" | "a" | "b";
/** BG/NBD: NBD purchases; after each repeat purchase the customer leaves with a beta(a, b) distributed chance. */
export type BgNbdParameters = ParameterModel<"bgNbd", BetaGeometricName>;
/** MBG/NBD: as BG/NBD, but a customer may leave right after the first purchase too. */
export type MbgNbdParameters = ParameterModel<"mbgNbd", BetaGeometricName>;
/** The names of the parameters of GGom/NBD. */
export type GgomNbdName = "r" | "alpha" | "b" | "s" | "beta";
/**
 * GGom/NBD: NBD purchases until a Gompertz lifetime ends; its hazard grows by e^(b t), from a level that is
 * gamma distributed (shape s, rate beta).
 */
export type GgomNbdParameters = ParameterModel<"ggomNbd", GgomNbdName>;

export type NbdModel = FittedModel<"nbd", "r" | "alpha">;
export type ParetoNbdModel = FittedModel<"paretoNbd", "r" | "alpha" | "s" | "beta">;
export type BgNbdModel = FittedModel<"bgNbd", BetaGeometricName>;
export type MbgNbdModel = FittedModel<"mbgNbd", BetaGeometricName>;
export type GgomNbdModel = FittedModel<"ggomNbd", GgomNbdName>;

/** Any model of purchases in continuous time, fitted or with given parameters. */
export type PurchaseModel =
  | NbdParameters
  | ParetoNbdParameters
  | BgNbdParameters
  | MbgNbdParameters
  | BgCnbdParameters
  | MbgCnbdParameters
  | GgomNbdParameters;

/** The names of those models in JSON. */
export type PurchaseModelKind = PurchaseModel["kind"];

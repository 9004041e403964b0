import type { NumberColumn } from "../../core/column.js";
import type { FitReport, ParameterModel, PurchaseHistories } from "../types.js";

/** Named columns, one value per customer, which do not change with time. */
export type CovariateSide = Readonly<Record<string, NumberColumn>>;

/** What is known of customers beside their purchases. */
export interface CovariateColumns {
  /** What may move the mean rate of purchase. */
  readonly transaction?: CovariateSide | undefined;
  /** What may move the mean rate of leaving, or the mean chance to leave. */
  readonly dropout?: CovariateSide | undefined;
}

/**
 * Histories with covariates, which fits and predictions take alike. Give a variable that holds them
 * this type, or write them in the call: else the compiler takes a fit for that without covariates.
 */
export interface CovariateHistories extends PurchaseHistories {
  readonly covariates: CovariateColumns;
}

/** A covariate of a model. */
export interface ModelCovariate {
  readonly name: string;
  /** The mean of the customers of the fit: the model's own parameters are those of a customer with it. */
  readonly center: number;
}

/** The covariates of a model, in the order of their coefficients. */
export interface ModelCovariates {
  readonly transaction: readonly ModelCovariate[];
  readonly dropout: readonly ModelCovariate[];
}

/** The name of a coefficient among the parameters, such as `transaction.age`. */
export type CoefficientName = `transaction.${string}` | `dropout.${string}`;

/**
 * A model whose means differ between customers as their covariates z do: r / α becomes r / α · e^(γ'z),
 * and so does s / β, or the odds a / b. What spreads customers around their means stays the same.
 * Covariates count from their centers.
 */
export interface CovariateParameterModel<Kind extends string, Name extends string>
  extends ParameterModel<Kind, Name | CoefficientName> {
  readonly covariates: ModelCovariates;
}

/** Pareto/NBD with covariates of the mean rates of purchase and of leaving. */
export type ParetoNbdCovariatesParameters = CovariateParameterModel<
  "paretoNbdCovariates",
  "r" | "alpha" | "s" | "beta"
>;
/** BG/NBD with covariates of the mean rate of purchase and the mean chance to leave. */
export type BgNbdCovariatesParameters = CovariateParameterModel<
  "bgNbdCovariates",
  "r" | "alpha" | "a" | "b"
>;
/** MBG/NBD with covariates of the mean rate of purchase and the mean chance to leave. */
export type MbgNbdCovariatesParameters = CovariateParameterModel<
  "mbgNbdCovariates",
  "r" | "alpha" | "a" | "b"
>;

/** Any model with covariates, fitted or written down. */
export type CovariateModel =
  | ParetoNbdCovariatesParameters
  | BgNbdCovariatesParameters
  | MbgNbdCovariatesParameters;

/** The names of those models in JSON. */
export type CovariateModelKind = CovariateModel["kind"];

/** The report of a fit with covariates; its coefficients are parameters like the others. */
interface CovariateFit<Name extends string> {
  readonly fit: FitReport<Name | CoefficientName>;
}

export type ParetoNbdCovariatesModel = ParetoNbdCovariatesParameters &
  CovariateFit<"r" | "alpha" | "s" | "beta">;
export type BgNbdCovariatesModel = BgNbdCovariatesParameters &
  CovariateFit<"r" | "alpha" | "a" | "b">;
export type MbgNbdCovariatesModel = MbgNbdCovariatesParameters &
  CovariateFit<"r" | "alpha" | "a" | "b">;

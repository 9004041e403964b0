/**
 * What customers are worth: buy-till-you-die models of purchases, drop-out and spend, fitted by
 * maximum likelihood, with the predictions that follow from them.
 *
 * @module
 */
export { fitBgBb } from "./bg-bb/fit-bg-bb.js";
export type {
  BgBbAliveOptions,
  BgBbHorizonOptions,
  BgBbResidualOptions,
} from "./bg-bb/options.js";
export * from "./bg-bb/predict-bg-bb.js";
export type * from "./bg-bb/types.js";
export { fitBgNbd } from "./bg-nbd/fit-bg-nbd.js";
export * from "./contractual/expected-lifetime.js";
export { fitBdw } from "./contractual/fit-bdw.js";
export { fitSbg } from "./contractual/fit-sbg.js";
export type { CurveOptions, LifetimeOptions } from "./contractual/options.js";
export { renewalsOfCohorts } from "./contractual/renewals-of-cohorts.js";
export * from "./contractual/survival-curve.js";
export type * from "./contractual/types.js";
export type * from "./covariates/types.js";
export type { FitOptions, ParameterPrior } from "./fitting/options.js";
export { checkSpendIndependence } from "./gamma-gamma/check-spend-independence.js";
export { expectedSpend } from "./gamma-gamma/expected-spend.js";
export { fitGammaGamma } from "./gamma-gamma/fit-gamma-gamma.js";
export type * from "./gamma-gamma/types.js";
export { fitGgomNbd } from "./ggom-nbd/fit-ggom-nbd.js";
export { expectationIntervals } from "./intervals/expectation-intervals.js";
export type { FittedParameterModel } from "./intervals/log-parameters.js";
export type {
  ExpectationOptions,
  LevelOptions,
  OutcomeOptions,
  ProfileOptions,
} from "./intervals/options.js";
export { outcomeIntervals } from "./intervals/outcome-intervals.js";
export { parameterIntervals } from "./intervals/parameter-intervals.js";
export { profileIntervals } from "./intervals/profile-intervals.js";
export type * from "./intervals/types.js";
export { type ComparableModel, compareModels } from "./judging/compare-models.js";
export { frequencyHistogram } from "./judging/frequency-histogram.js";
export type {
  HistogramOptions,
  HoldoutOptions,
  SplitOptions,
  TrackingOptions,
} from "./judging/options.js";
export { splitHoldout } from "./judging/split-holdout.js";
export { trackingCurve } from "./judging/tracking-curve.js";
export type * from "./judging/types.js";
export { validateHoldout } from "./judging/validate-holdout.js";
export { fitMbgNbd } from "./mbg-nbd/fit-mbg-nbd.js";
export { fitNbd } from "./nbd/fit-nbd.js";
export type * from "./options.js";
export { fitParetoNbd } from "./pareto-nbd/fit-pareto-nbd.js";
export { customerPosteriors } from "./posteriors/customer-posteriors.js";
export type { DensityOptions, PosteriorOptions } from "./posteriors/options.js";
export { posteriorDensities } from "./posteriors/posterior-densities.js";
export type * from "./posteriors/types.js";
export { estimateRegularity } from "./regular-timing/estimate-regularity.js";
export { fitBgCnbd } from "./regular-timing/fit-bg-cnbd.js";
export { fitMbgCnbd } from "./regular-timing/fit-mbg-cnbd.js";
export type { RegularFitOptions, RegularityOptions } from "./regular-timing/options.js";
export { regularHistories } from "./regular-timing/regular-histories.js";
export type * from "./regular-timing/types.js";
export { expectedResidualTransactions } from "./scoring/expected-residual-transactions.js";
export * from "./scoring/expected-transactions.js";
export { logLikelihoods } from "./scoring/log-likelihoods.js";
export { probabilityAlive } from "./scoring/probability-alive.js";
export { probabilityOfNoPurchase } from "./scoring/probability-of-no-purchase.js";
export { transactionDistribution } from "./scoring/transaction-distribution.js";
export { estimateSeason } from "./season/estimate-season.js";
export type { SeasonalDurationOptions, SeasonOptions } from "./season/options.js";
export * from "./season/seasonal-histories.js";
export type * from "./season/types.js";
export type { SimulationOptions } from "./simulation/options.js";
export { simulateCustomers } from "./simulation/simulate-customers.js";
export { simulateSpend } from "./simulation/simulate-spend.js";
export type { SimulatedCustomers, SimulatedSpenders } from "./simulation/types.js";
export { continuousRate, type DiscountRate } from "./time/discount-rate.js";
export { type Duration, durationIn } from "./time/duration.js";
export * from "./types.js";
export { customerLifetimeValue } from "./value/customer-lifetime-value.js";
export type { ValueOptions } from "./value/options.js";
export type * from "./value/types.js";

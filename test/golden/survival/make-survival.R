# Makes survival.json: Rscript make-survival.R > survival.json
# R 4.2.2 with survival 3.5-3 (LGPL >= 2), etm 1.1.1 (MIT), jsonlite (MIT). Data: aml is in survival;
# waltons.csv is from lifelines (MIT); the sample "mixed" is drawn here.
library(survival)
library(etm)
library(jsonlite)

curve <- function(f) list(
  times = f$time, atRisk = f$n.risk, events = f$n.event, censored = f$n.censor,
  survival = f$surv, standardErrors = f$surv * f$std.err, lower = f$lower, upper = f$upper,
  cumulativeHazard = f$cumhaz, hazardErrors = f$std.chaz)
kinds <- c(plain = "plain", log = "log", logLog = "log-log")
quantiles <- function(f) {
  q <- quantile(f, c(0.25, 0.5, 0.75))
  list(shares = c(0.25, 0.5, 0.75), time = unname(q$quantile), lower = unname(q$lower), upper = unname(q$upper))
}
# quantile.survfit looks for the last time of an upper bound that can rise again ("log"); the summary
# looks for the first, as the tests do.
median_limits <- function(f) unname(summary(f)$table[c("median", "0.95LCL", "0.95UCL")])
mean_to <- function(f, horizon) {
  s <- summary(f, rmean = horizon)$table
  list(horizon = horizon, mean = unname(s["rmean"]), standardError = unname(s["se(rmean)"]))
}
difference <- function(d) list(statistic = d$chisq, degrees = sum(rowSums(as.matrix(d$exp)) > 0) - 1,
  observed = rowSums(as.matrix(d$obs)), expected = rowSums(as.matrix(d$exp)))

# Weighted tests by their textbook sums, since survdiff has none (Klein and Moeschberger, 2003, 7.3).
weighted_test <- function(time, event, group, weight_of) {
  g <- sort(unique(group)); z <- numeric(length(g)); v <- matrix(0, length(g), length(g))
  for (u in sort(unique(time[event == 1]))) {
    r <- sapply(g, function(k) sum(time >= u & group == k)); n <- sum(r)
    d <- sapply(g, function(k) sum(time == u & event == 1 & group == k)); dd <- sum(d); w <- weight_of(n)
    z <- z + w * (d - dd * r / n)
    if (n > 1) v <- v + w^2 * dd * (n - dd) / (n - 1) * (diag(r / n) - outer(r, r) / n^2)
  }
  keep <- seq_len(length(g) - 1)
  drop(z[keep] %*% solve(v[keep, keep]) %*% z[keep])
}

set.seed(20261122)
n <- 80
mixed <- data.frame(times = pmax(1, round(rweibull(n, 1.3, 20))))
mixed$entries <- ifelse(runif(n) < 0.5, 0, pmin(mixed$times - 1, floor(runif(n, 0, 10))))
mixed$cause <- sample(c("", "cancelled", "lapsed", "moved"), n, TRUE, c(0.3, 0.35, 0.25, 0.1))
mixed$weights <- sample(c(0.5, 1, 1.7, 2, 3.25), n, TRUE)
mixed$counts <- sample(1:3, n, TRUE)
mixed$group <- sample(c("basic", "plus", "pro"), n, TRUE)
mixed$stratum <- sample(c("north", "south"), n, TRUE)
mixed$event <- as.integer(mixed$cause != "")
first <- min(mixed$times[mixed$event == 1])

aml_all <- lapply(kinds, function(k) survfit(Surv(time, status) ~ 1, aml, conf.type = k))
waltons <- read.csv("waltons.csv")
w <- survfit(Surv(T, E) ~ 1, waltons, conf.type = "log-log")
late <- lapply(kinds, function(k) survfit(Surv(entries, times, event) ~ 1, mixed, weights = mixed$weights,
  conf.type = k, robust = FALSE))
later <- survfit(Surv(entries, times, event) ~ 1, mixed, conf.type = "log-log", start.time = 8.5)

incidences <- function(entries) {
  data <- data.frame(id = seq_len(n), from = "0", to = ifelse(mixed$cause == "", "cens", mixed$cause),
    entry = entries, exit = mixed$times)
  states <- c("0", "cancelled", "lapsed", "moved")
  tra <- matrix(FALSE, 4, 4, dimnames = list(states, states)); tra[1, 2:4] <- TRUE
  fit <- etm(data, states, tra, "cens", s = 0)
  at <- c(3, 8, 15, 20, 30)
  index <- findInterval(at, fit$time)
  list(times = at, causes = lapply(states[-1], function(k) list(cause = k,
    incidence = fit$est["0", k, index], variance = trcov(fit, paste("0", k))[index])))
}

# Without ties the log-rank statistic is the score test of Cox's model, which takes late entries.
untied <- mixed; untied$times <- untied$times + rank(runif(n)) / 1000
score <- coxph(Surv(entries, times, event) ~ group, untied, ties = "breslow")$score
score_strata <- coxph(Surv(entries, times, event) ~ group + strata(stratum), untied, ties = "breslow")$score

repeated <- mixed[rep(seq_len(n), mixed$counts), ]
write(toJSON(list(
  origin = "make-survival.R: R 4.2.2, survival 3.5-3 (LGPL >= 2), etm 1.1.1 (MIT); waltons: lifelines (MIT)",
  aml = list(times = aml$time, events = aml$status, groups = as.character(aml$x),
    curves = lapply(aml_all, curve), quantiles = lapply(aml_all[c("plain", "logLog")], quantiles),
    medians = lapply(aml_all, median_limits),
    means = lapply(c(10, 48, 161), function(h) mean_to(aml_all$plain, h)),
    logRank = difference(survdiff(Surv(time, status) ~ x, aml)),
    petoPeto = difference(survdiff(Surv(time, status) ~ x, aml, rho = 1)),
    gehan = weighted_test(aml$time, aml$status, as.character(aml$x), identity),
    taroneWare = weighted_test(aml$time, aml$status, as.character(aml$x), sqrt)),
  waltons = list(times = waltons$T, events = waltons$E, groups = waltons$group, curve = curve(w),
    quantiles = quantiles(w), means = lapply(c(30, 60, 75), function(h) mean_to(w, h)),
    logRank = difference(survdiff(Surv(T, E) ~ group, waltons))),
  mixed = list(times = mixed$times, entries = mixed$entries, causes = mixed$cause, events = mixed$event,
    weights = mixed$weights, counts = mixed$counts, groups = mixed$group, strata = mixed$stratum,
    untiedTimes = untied$times, weightedCurves = lapply(late, curve), from = list(time = 8, curve = curve(later)),
    mean = mean_to(late$plain, 25),
    incidences = incidences(rep(0, n)), lateIncidences = incidences(mixed$entries),
    logRank = difference(survdiff(Surv(times, event) ~ group, mixed)),
    stratified = difference(survdiff(Surv(times, event) ~ group + strata(stratum), mixed)),
    stratifiedPetoPeto = difference(survdiff(Surv(times, event) ~ group + strata(stratum), mixed, rho = 1)),
    counted = difference(survdiff(Surv(times, event) ~ group, repeated)),
    gehan = weighted_test(mixed$times, mixed$event, mixed$group, identity),
    taroneWare = weighted_test(mixed$times, mixed$event, mixed$group, sqrt),
    lateLogRank = score, lateStratified = score_strata)
), digits = NA, na = "null", auto_unbox = TRUE, pretty = FALSE), stdout())

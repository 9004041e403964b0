"""Writes posteriors.json: posteriors of single customers' own parameters from the likelihood of the two and
their priors, as double sums by the trapezoidal rule over logarithms and log-odds (numpy 1.24, scipy 1.10.1, BSD),
good to 1e-10.

Usage: /usr/bin/python3 make-posteriors.py
"""
import json
import os

import numpy as np
from scipy import special

HERE = os.path.dirname(os.path.abspath(__file__))


def grid(low, high, step):
    return np.arange(low, high + step / 2, step)


def likelihood(kind, own, other, x, recency, age):
    """Of x purchases at the rate own, given the drop-out rate or chance other; arrays."""
    if kind == "paretoNbd":
        log_left = x * np.log(own) + np.log(other) - np.log(own + other) - (own + other) * recency
        log_stay = (x + 1) * np.log(own) - np.log(own + other) - (own + other) * age
        return np.logaddexp(log_left, log_stay)
    chances = x if kind == "bgNbd" else x + 1
    log_alive = x * np.log(own) + chances * np.log1p(-other) - own * age
    if chances == 0:
        return log_alive
    log_left = x * np.log(own) + np.log(other) + (chances - 1) * np.log1p(-other) - own * recency
    return np.logaddexp(log_left, log_alive)


def make(kind, params, x, recency, age):
    r, alpha, c, d = params
    u = grid(np.log((r + x) / (alpha + recency)) - 34 / min(1, r + x), np.log((r + x + 1) / (alpha + recency)) + 5.5, 0.02 if r + x > 20 else 0.04)
    own = np.exp(u)
    prior_own = r * np.log(alpha) + r * u - alpha * own - special.gammaln(r)
    if kind == "paretoNbd":
        v = grid(np.log(c / (d + age)) - 34 / min(1, c), np.log((c + 1) / d) + 5.5, 0.04)
        other = np.exp(v)
        prior_other = c * np.log(d) + c * v - d * other - special.gammaln(c)
    else:
        v = grid(-34 / min(1, c), 34 / min(1, d), 0.04)
        other = special.expit(v)
        prior_other = c * np.log(other) + d * special.log_expit(-v) - special.betaln(c, d)
        other = np.clip(other, 1e-300, 1 - 1e-16)
    log = prior_own[:, None] + prior_other[None, :] + likelihood(kind, own[:, None], other[None, :], x, recency, age)
    joint = np.exp(log - log.max())
    result = {}
    slope_other = other if kind == "paretoNbd" else other * (1 - other)
    for name, values, marginal, slope, step in (
        ("purchaseRate", own, joint.sum(axis=1), own, u[1] - u[0]),
        ("dropout", other, joint.sum(axis=0), slope_other, v[1] - v[0]),
    ):
        shares = marginal / marginal.sum()
        mean = float((shares * values).sum())
        at = [int(np.searchsorted(np.cumsum(shares), q)) for q in (0.1, 0.5, 0.9)]
        result[name] = {
            "mean": mean,
            "deviation": float(np.sqrt((shares * (values - mean) ** 2).sum())),
            "values": [float(values[i]) for i in at],
            "densities": [float(shares[i] / step / slope[i]) for i in at],
        }
    return {"kind": kind, "params": params, "x": x, "recency": recency, "age": age, **result}


CASES = [
    ("paretoNbd", (0.553, 10.578, 0.606, 11.669), 2, 30.43, 38.86),
    ("paretoNbd", (0.553, 10.578, 0.606, 11.669), 0, 0.0, 38.86),
    ("paretoNbd", (1.4, 5.0, 2.5, 60.0), 25, 31.0, 52.0),
    ("bgNbd", (0.243, 4.414, 0.793, 2.426), 2, 30.43, 38.86),
    ("bgNbd", (0.243, 4.414, 0.793, 2.426), 0, 0.0, 38.86),
    ("mbgNbd", (0.525, 6.183, 0.891, 1.614), 0, 0.0, 38.86),
    ("mbgNbd", (0.525, 6.183, 0.891, 1.614), 7, 12.0, 30.0),
]

if __name__ == "__main__":
    golden = [make(*case) for case in CASES]
    for each in golden:
        print(each)
    with open(os.path.join(HERE, "posteriors.json"), "w") as file:
        json.dump({"origin": "numpy and scipy 1.10.1 (BSD), make-posteriors.py", "cases": golden}, file, indent=1)

"""Writes processes.json: what customers who are alive will do, by quadrature with mpmath 1.2.1 (BSD).

Usage: /usr/bin/python3 make-processes.py
"""
import json
import os
import random

import mpmath as mp

mp.mp.dps = 30
HERE = os.path.dirname(os.path.abspath(__file__))


def stretch(f, end, scale):
    """Integral of f over [0, end], which changes on `scale` near 0."""
    if end == 0:
        return mp.mpf(0)
    last = mp.log1p(end / scale)
    pieces = int(mp.ceil(last)) + 1
    points = [last * k / pieces for k in range(pieces + 1)]
    return mp.quad(lambda v: f(scale * mp.expm1(v)) * scale * mp.exp(v), points)


def negative_binomial(n, r, odds):
    if odds == 0:
        return mp.mpf(n == 0)
    return mp.exp(mp.loggamma(r + n) - mp.loggamma(r) - mp.loggamma(n + 1) - r * mp.log1p(odds) - n * mp.log1p(1 / odds))


def pareto(r, alpha, s, beta, time, rate, counts):
    scale = min(alpha / (r + 1), beta / (s + 1))
    leaves = lambda u: s / beta * (1 + u / beta) ** (-s - 1)
    pace = lambda u: r / alpha * (1 + u / beta) ** (-s)
    survival = (1 + time / beta) ** (-s)
    dense = lambda f: sum_dense(f, time, scale, r)
    return {
        "survival": survival,
        "expectedCount": stretch(pace, time, scale),
        "discountedToTime": stretch(lambda u: mp.exp(-rate * u) * pace(u), time, min(scale, 1 / rate)),
        "discountedToInfinity": stretch(lambda u: mp.exp(-rate * u) * pace(u), 70 / rate, min(scale, 1 / rate)),
        "probabilities": [
            survival * negative_binomial(n, r, time / alpha) + dense(lambda u: leaves(u) * negative_binomial(n, r, u / alpha))
            for n in counts
        ],
    }


def sum_dense(f, end, scale, r):
    last = mp.log1p(end / scale)
    pieces = int(mp.ceil(last * max(1, mp.sqrt(r) / 3))) + 1
    points = [last * k / pieces for k in range(pieces + 1)]
    return mp.quad(lambda v: f(scale * mp.expm1(v)) * scale * mp.exp(v), points)


def beta_geometric(r, alpha, a, b, time, rate, counts):
    scale = alpha / (r + 1)
    pace = lambda u: r / alpha * mp.hyp2f1(r + 1, a, a + b, -u / alpha)
    odds = time / alpha

    def probability(n):
        survived = mp.rf(b, n) / mp.rf(a + b, n)
        if n == 0:
            return negative_binomial(0, r, odds)
        before = mp.rf(b, n - 1) / mp.rf(a + b, n - 1)
        reached = mp.betainc(n, r, 0, odds / (1 + odds), regularized=True)
        return survived * negative_binomial(n, r, odds) + (before - survived) * reached

    return {
        "survival": mp.hyp2f1(r, a, a + b, -odds),
        "expectedCount": stretch(pace, time, scale),
        "discountedToTime": stretch(lambda u: mp.exp(-rate * u) * pace(u), time, min(scale, 1 / rate)),
        "discountedToInfinity": stretch(lambda u: mp.exp(-rate * u) * pace(u), 70 / rate, min(scale, 1 / rate)),
        "probabilities": [probability(n) for n in counts],
    }


def draw(seed, count):
    rng = random.Random(seed)
    span = lambda low, high: float("%.6g" % (low * (high / low) ** rng.random()))
    return [
        (span(0.2, 60), span(1, 400), span(0.1, 10), span(0.3, 300), span(0.1, 300), span(1e-4, 0.05))
        for _ in range(count)
    ]


PARETO = [
    (0.6, 44.0, 0.6, 50.0, 39.0, 0.0027),
    (0.6, 44.0, 1.0, 50.0, 39.0, 0.0027),
    (0.6, 44.0, 1 + 1e-9, 50.0, 39.0, 0.0027),
    (0.6, 44.0, 0.6, 50.0, 1e-6, 0.0027),
    (0.5, 0.01, 0.5, 500.0, 52.0, 0.0027),
    (2.0, 1000.0, 0.5, 0.1, 52.0, 0.0027),
    (2000.6, 375.0, 0.6, 376.0, 52.0, 0.0027),
    (1.5, 30.0, 300.0, 4000.0, 52.0, 0.0027),
    (1.5, 30.0, 0.01, 20.0, 520.0, 1e-5),
    (3.0, 20.0, 0.8, 30.0, 26.0, 2.0),
]
BETA_GEOMETRIC = [
    (0.25, 43.0, 0.8, 2.4, 39.0, 0.0027),
    (3.25, 43.0, 1.0, 5.4, 39.0, 0.0027),
    (3.25, 43.0, 1 + 1e-9, 5.4, 39.0, 0.0027),
    (3.25, 43.0, 1.6, 5.4, 1e-6, 0.0027),
    (0.25, 4.0, 0.05, 0.5, 52.0, 0.0027),
    (2.0, 50.0, 80.0, 900.0, 52.0, 0.0027),
    (2000.25, 370.0, 0.8, 2002.4, 52.0, 0.0027),
    (0.5, 0.01, 0.7, 2.0, 300.0, 0.0027),
    (8.0, 0.02, 0.7, 2.0, 300.0, 1e-5),
    (0.3, 5.0, 30.0, 0.5, 52.0, 0.01),
]

families = {"pareto": (pareto, PARETO + draw(1, 15)), "betaGeometric": (beta_geometric, BETA_GEOMETRIC + draw(2, 15))}
golden = {}
for name, (make, cases) in families.items():
    rows = []
    for case in cases:
        counts = [0, 1, 2, 7, 40]
        answers = make(*[mp.mpf(value) for value in case], counts)
        answers["probabilities"] = [float(p) for p in answers["probabilities"]]
        rows.append({"rates": case[:4], "time": case[4], "discount": case[5], "counts": counts,
                     **{key: value if isinstance(value, list) else float(value) for key, value in answers.items()}})
        print(name, case, flush=True)
    golden[name] = rows
with open(os.path.join(HERE, "processes.json"), "w") as file:
    json.dump({"origin": "mpmath 1.2.1 (BSD), 30 digits, make-processes.py", **golden}, file, indent=1)

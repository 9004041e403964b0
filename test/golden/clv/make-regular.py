"""Writes regular.json: BG/CNBD-k and MBG/CNBD-k from the story of one customer: densities of gaps,
incomplete gamma functions and renewals, no stages. Single integrals over the rate with mpmath 1.2.1 in 22
digits; the distribution of transactions, a double integral, with scipy 1.10.1 (both BSD), good to 1e-10.

Usage: /usr/bin/python3 make-regular.py
"""
import json
import os

import mpmath as mp
import numpy as np
from scipy import special

mp.mp.dps = 22
HERE = os.path.dirname(os.path.abspath(__file__))


def panels(points, nodes=40):
    """Gauss-Legendre nodes and weights over consecutive intervals."""
    x, w = np.polynomial.legendre.leggauss(nodes)
    spans = list(zip(points[:-1], points[1:]))
    return (np.concatenate([(lo + hi) / 2 + (hi - lo) / 2 * x for lo, hi in spans]),
            np.concatenate([(hi - lo) / 2 * w for lo, hi in spans]))


def reached(i, k, r, alpha, gaps, age, idle, time):
    """The density of the gaps, no purchase from then to the age, and at least i within the time, of one who
    never leaves: over the rate, and over the moment of the next purchase."""
    x, recency = len(gaps), sum(gaps)
    middle = np.log((r + k * x + 1) / (alpha + age))
    v, wv = panels(np.concatenate([np.linspace(middle - 12 - 30 / (r + k * x), middle - 4, 8), np.linspace(middle - 3.5, middle + 6, 24)]))
    lam = np.exp(v)
    y, wy = panels(idle + time * np.linspace(0, 1, 9))
    log = r * np.log(alpha) + r * v - alpha * lam - special.gammaln(r)
    log = log + x * k * v + (k - 1) * sum(np.log(gaps)) - lam * recency - x * special.gammaln(k)
    density = np.exp(k * v[:, None] + (k - 1) * np.log(y[None, :]) - lam[:, None] * y[None, :] - special.gammaln(k))
    rest = lam[:, None] * (idle + time - y)[None, :]
    by = np.ones_like(rest) if i == 1 else special.gammainc(k * (i - 1), rest)
    return float(np.sum(wv * np.exp(log) * np.sum(wy[None, :] * density * by, axis=1)))


def make(case):
    first, k, (r, alpha, a, b), gaps, age, time, rate = case
    r, alpha, a, b, age, time, rate = [mp.mpf(v) for v in (r, alpha, a, b, age, time, rate)]
    x, recency = len(gaps), mp.fsum([mp.mpf(g) for g in gaps])
    idle = age - recency
    density = lambda y, lam: lam ** k * y ** (k - 1) * mp.exp(-lam * y) / mp.gamma(k)
    later = lambda y, shape, lam: mp.gammainc(shape, lam * y, mp.inf, regularized=True)
    by = lambda y, shape, lam: mp.mpf(1) if shape == 0 else 1 - later(y, shape, lam)
    prior = lambda lam: alpha ** r * lam ** (r - 1) * mp.exp(-alpha * lam) / mp.gamma(r)

    def over_rates(f):
        middle = mp.log((r + k * x + 1) / (alpha + age))
        points = [middle - 60 / (r + k * x), middle - 12, middle - 4, middle - 2, middle - 1, middle, middle + 1, middle + 2, middle + 3, middle + 5]
        points = sorted(set(p for p in points))
        return mp.quad(lambda v: prior(mp.exp(v)) * mp.exp(v) * f(mp.exp(v)), points)

    stay = lambda n: mp.beta(a, b + n) / mp.beta(a, b)
    chances = x + 1 - first
    bought = lambda lam: mp.fprod([density(mp.mpf(g), lam) for g in gaps])
    last_density = lambda lam: density(0, lam) if x == 0 else lam ** (k * x) * recency ** (k * x - 1) * mp.exp(-lam * recency) / mp.gamma(k * x)
    left_share = (stay(chances - 1) - stay(chances)) if chances > 0 else mp.mpf(0)
    left = left_share * over_rates(bought)
    alive = stay(chances) * over_rates(lambda lam: bought(lam) * later(idle, k, lam))
    if x == 0:
        last_purchase = left + alive
    else:
        both = left_share * over_rates(last_density) + stay(chances) * over_rates(lambda lam: last_density(lam) * later(idle, k, lam))
        # As if the purchases before the last came at random.
        last_purchase = both * mp.gamma(x) / recency ** (x - 1)
    p_alive = alive / (left + alive)

    weight = over_rates(lambda lam: bought(lam) * later(idle, k, lam))
    later_chance = lambda i: mp.beta(a, b + chances + i) / mp.beta(a, b + chances)
    reach, expected = [mp.mpf(1)], mp.mpf(0)
    for i in range(1, 400):
        reach.append(mp.mpf(reached(i, k, float(r), float(alpha), gaps, float(age), float(idle), float(time)) / float(weight)))
        expected += later_chance(i - 1) * reach[i]
        if reach[i] < mp.mpf("1e-15"):
            break
    reach += [mp.mpf(0)] * 8
    probability = lambda n: later_chance(n) * (reach[n] - reach[n + 1]) + ((later_chance(n - 1) - later_chance(n)) * reach[n] if n > 0 else 0)
    probabilities = [p_alive * probability(n) for n in range(4)]
    probabilities[0] += 1 - p_alive
    survival = mp.fsum([later_chance(n) * (reach[n] - reach[n + 1]) for n in range(len(reach) - 1)])

    def for_ever(lam):
        z = (lam / (lam + rate)) ** k
        soon = mp.exp(rate * idle) * z * later(idle, k, lam + rate)
        chain = mp.hyp2f1(1, b + chances, a + b + chances, z)
        return bought(lam) * soon * chain

    return {
        "firstChance": first, "regularity": k, "params": case[2], "gaps": gaps, "age": case[4], "time": case[5], "discount": case[6],
        "logLikelihood": float(mp.log(left + alive)),
        "logLikelihoodOfLast": float(mp.log(last_purchase)),
        "alive": float(p_alive),
        "aliveLater": float(p_alive * survival),
        "expected": float(p_alive * expected),
        "forEver": float(p_alive * over_rates(for_ever) / weight),
        "probabilities": [float(p) for p in probabilities],
    }


CASES = [
    (0, 1, (0.525, 6.183, 0.891, 1.614), [3.0, 1.5], 30.0, 39.0, 0.0027),
    (0, 2, (0.8, 4.0, 0.9, 1.6), [], 30.0, 39.0, 0.0027),
    (1, 2, (0.8, 4.0, 0.9, 1.6), [], 30.0, 39.0, 0.0027),
    (0, 2, (0.8, 4.0, 0.9, 1.6), [3.0, 4.5, 2.25], 12.0, 39.0, 0.0027),
    (1, 3, (1.4, 2.5, 0.3, 2.0), [4.0, 5.0, 4.5, 6.0, 3.5], 25.0, 20.0, 0.01),
    (0, 3, (1.4, 2.5, 0.2, 0.4), [4.0], 25.0, 20.0, 0.01),
    (0, 6, (3.0, 1.5, 1.0, 9.0), [4.0, 4.5, 3.75], 14.0, 26.0, 0.002),
    (1, 4, (0.5, 0.8, 0.7, 3.0), [2.0, 2.5], 4.5, 10.0, 0.05),
]

if __name__ == "__main__":
    golden = []
    for case in CASES:
        golden.append(make(case))
        print(case, golden[-1], flush=True)
    with open(os.path.join(HERE, "regular.json"), "w") as file:
        json.dump({"origin": "mpmath 1.2.1 and scipy 1.10.1 (BSD), make-regular.py", "cases": golden}, file, indent=1)

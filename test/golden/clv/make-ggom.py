"""Writes ggom.json: GGom/NBD by quadrature over the lifetime, as in Bemmaor and Glady (2012), and the future
of a customer, with mpmath 1.2.1 (BSD) in 25 digits.

Usage: /usr/bin/python3 make-ggom.py
"""
import json
import os

import mpmath as mp

mp.mp.dps = 25
HERE = os.path.dirname(os.path.abspath(__file__))


def pieces(low, high, count):
    return [low + (high - low) * mp.mpf(k) / count for k in range(count + 1)]


def make(case):
    (r, alpha, b, s, beta), x, recency, age, time, rate = [[mp.mpf(v) for v in case[0]], case[1]] + [mp.mpf(v) for v in case[2:]]
    growth = lambda y: beta + mp.expm1(b * y)
    alive_at = lambda y: (beta / growth(y)) ** s
    leaving_at = lambda y: b * s * beta ** s * mp.exp(b * y) / growth(y) ** (s + 1)
    bought = lambda y: mp.gamma(r + x) / mp.gamma(r) * alpha ** r * (alpha + y) ** (-r - x)
    alive = bought(age) * alive_at(age)
    left = mp.quad(lambda y: leaving_at(y) * bought(y), pieces(recency, age, 24)) if age > recency else mp.mpf(0)
    likelihood = alive + left
    p = alive / likelihood
    # Of one who is alive: a rate gamma(r + x, alpha + age), the chance to be alive later.
    later = lambda u: alive_at(age + u) / alive_at(age)
    pace = (r + x) / (alpha + age)
    end = mp.mpf(1)
    while later(end) * mp.exp(-rate * end) > mp.mpf(10) ** -30:
        end *= mp.mpf("1.5")
    count = lambda n, u: mp.exp(mp.loggamma(r + x + n) - mp.loggamma(r + x) - mp.loggamma(n + 1) - (r + x) * mp.log1p(u / (alpha + age))) * (u / (alpha + age + u)) ** n
    probability = lambda n: later(time) * count(n, time) + mp.quad(lambda u: leaving_at(age + u) / alive_at(age) * count(n, u), pieces(mp.mpf(0), time, 24))
    probabilities = [p * probability(n) for n in range(4)]
    probabilities[0] += 1 - p
    steps = int(mp.ceil(mp.log(end))) + 40
    return {
        "params": case[0], "x": case[1], "recency": case[2], "age": case[3], "time": case[4], "discount": case[5],
        "logLikelihood": float(mp.log(likelihood)),
        "alive": float(p),
        "aliveLater": float(p * later(time)),
        "expected": float(p * pace * mp.quad(later, pieces(mp.mpf(0), time, 24))),
        "discounted": float(p * pace * mp.quad(lambda u: mp.exp(-rate * u) * later(u), pieces(mp.mpf(0), time, 24))),
        "forEver": float(p * pace * mp.quad(lambda u: mp.exp(-rate * u) * later(u), pieces(mp.mpf(0), end, 8 * steps))),
        "probabilities": [float(q) for q in probabilities],
    }


CASES = [
    ((0.553, 10.578, 0.0002, 0.603, 0.0026), 2, 30.43, 38.86, 39.0, 0.0027),
    ((0.553, 10.578, 0.0002, 0.603, 0.0026), 0, 0.0, 38.86, 39.0, 0.0027),
    ((1.0, 4.0, 0.08, 1.5, 8.0), 6, 21.3, 60.0, 26.0, 0.002),
    ((1.0, 4.0, 0.08, 1.5, 8.0), 0, 0.0, 12.0, 52.0, 0.01),
    ((0.4, 3.0, 0.5, 0.3, 5000.0), 3, 10.0, 20.0, 30.0, 0.005),
    ((2.5, 6.0, 0.02, 6.0, 0.9), 12, 33.0, 34.0, 20.0, 0.05),
    ((0.2, 30.0, 0.3, 2.0, 0.01), 1, 4.0, 9.0, 52.0, 0.001),
    ((3.0, 2.0, 0.05, 0.1, 3.0), 200, 100.0, 104.0, 13.0, 0.003),
    ((0.8, 5.0, 0.7, 20.0, 100000.0), 4, 9.0, 9.0, 10.0, 0.02),
]

if __name__ == "__main__":
    golden = []
    for case in CASES:
        golden.append(make(case))
        print(case, golden[-1]["logLikelihood"], golden[-1]["alive"], golden[-1]["forEver"], flush=True)
    with open(os.path.join(HERE, "ggom.json"), "w") as file:
        json.dump({"origin": "mpmath 1.2.1 (BSD), 25 digits, make-ggom.py", "cases": golden}, file, indent=1)

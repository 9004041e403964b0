"""Writes the reference values of the special functions: mpmath 1.2.1, 50 digits (BSD licence).

Usage: /usr/bin/python3 make-golden.py [family ...]   (all families when none is named)
Every argument is a double, taken exactly; every value is rounded once, at the end.
"""
import json
import os
import random
import sys

import mpmath as mp

mp.mp.dps = 50
HERE = os.path.dirname(os.path.abspath(__file__))
FAMILIES = {}


def family(make):
    FAMILIES[make.__name__.replace("_", "-")] = make
    return make


def log_uniform(rng, low, high):
    return float(f"{mp.mpf(low) * (mp.mpf(high) / mp.mpf(low)) ** rng.random()!s:.18}")


def spread(seed, count, low, high):
    rng = random.Random(seed)
    return [log_uniform(rng, low, high) for _ in range(count)]


def table(function, arguments):
    rows = []
    for argument in arguments:
        argument = argument if isinstance(argument, tuple) else (argument,)
        value = function(*[mp.mpf(a) for a in argument])
        rows.append([*argument, *[float(v) for v in (value if isinstance(value, (list, tuple)) else [value])]])
    return rows


POSITIVE = (
    [5e-324, 1e-300, 1e-20, 1e-8, 0.1, 0.25, 0.5, 0.75, 1.0, 1.25, 1.4616321449683622, 1.5, 2.0, 2.5, 3.0]
    + [1 + s * 2.0**-k for k in (20, 30, 52) for s in (1, -1)]
    + [2 + s * 2.0**-k for k in (20, 30, 51) for s in (1, -1)]
    + [1.4616321449683622 + s * 2.0**-k for k in (10, 20, 40) for s in (1, -1)]
    + [7.999999999999999, 8.0, 9.999999999999998, 10.0, 100.0, 170.5, 1e4, 1e6, 1e15, 1e100, 1e305]
    + spread(1, 150, "1e-3", "20")
    + spread(2, 50, "20", "1e8")
)


@family
def gamma():
    return {
        "logGamma": table(mp.loggamma, POSITIVE),
        "digamma": table(mp.digamma, [x for x in POSITIVE if x > 1e-300]),
        "trigamma": table(lambda x: mp.psi(1, x), [x for x in POSITIVE if 1e-150 < x < 1e300]),
    }


def pairs(seed, count, low, high):
    rng = random.Random(seed)
    return [(log_uniform(rng, low, high), log_uniform(rng, low, high)) for _ in range(count)]


@family
def beta():
    pairs_of = pairs(3, 200, "1e-3", "1e7") + pairs(4, 60, "0.1", "30") + [
        (1.0, 1.0), (0.5, 0.5), (1e-300, 1e-300), (1e-20, 1e15), (1e15, 1e15), (9.999, 10.001), (1e4, 1e-8), (10.0, 1e300),
    ]
    def rising(x, n):
        with mp.workdps(400):
            return mp.loggamma(x + n) - mp.loggamma(x)
    def log_beta(a, b):
        with mp.workdps(400):
            return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return {"logBeta": table(log_beta, pairs_of), "logRisingFactorial": table(rising, pairs_of + [(0.5, 0.0), (50.0, 0.0), (3.0, 2.0)])}


@family
def log_sums():
    rng = random.Random(5)
    some = [(rng.uniform(-50, 50), rng.uniform(-50, 50)) for _ in range(40)] + [(1000.0, 1000.0), (-800.0, -801.0), (0.0, -1e-20)]
    below = [-(2.0**k) for k in range(-60, 10, 3)] + [-0.6931471805599453, -0.6931471805599454, -0.5, -1e-300]
    with mp.workdps(500):
        return {
            "logAddExp": table(lambda x, y: mp.log(mp.exp(x) + mp.exp(y)), some),
            "log1mExp": table(lambda x: mp.log(-mp.expm1(x)), below),
        }


@family
def hypergeometric_one():
    """ln 2F1(1, b; c; z) and its derivatives by b, c and z."""
    rng = random.Random(6)
    triples = [
        (b, c, z)
        for b, c in [
            (0.05, 1.1), (0.5, 1.2), (1.0, 2.0), (1.0, 3.0), (2.5, 3.5), (2.5, 3.5000000001), (2.5, 3.499),
            (5.0, 6.0), (7.0, 9.0), (0.553, 2.159), (1.606, 2.159), (10.606, 41.159), (1.0, 10.0), (50.0, 51.0),
            (100.0, 100.5), (0.3, 1000.0), (500.0, 1000.0), (9999.0, 10000.0), (9999.9, 10000.0), (5000.0, 10000.0),
            (1.0, 10000.0), (6000.0, 6001.3), (2.0, 2.0), (2.0, 2.25), (64.0, 7785.0),
        ]
        for z in [1e-300, 1e-9, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 1 - 1e-8, 1 - 2.0**-40]
    ]
    for _ in range(150):
        c = 1 + log_uniform(rng, "0.01", "1e4")
        triples.append((c * rng.random(), c, 1 - log_uniform(rng, "1e-12", "1")))
    rows = []
    for b, c, z in triples:
        with mp.workdps(60):
            b, c, z = mp.mpf(b), mp.mpf(c), mp.mpf(z)
            value = mp.log(mp.hyp2f1(1, b, c, z))
            by_z = b / c * mp.hyp2f1(2, b + 1, c + 1, z) / mp.exp(value)
        with mp.workdps(110):
            def logarithm(b, c):
                return mp.log(mp.hyp2f1(1, b, c, z))
            step = mp.mpf(10) ** -30
            by_b = (logarithm(b + step, c) - logarithm(b - step, c)) / (2 * step)
            by_c = (logarithm(b, c + step) - logarithm(b, c - step)) / (2 * step)
        rows.append([float(v) for v in (b, c, z, by_b, by_c, by_z, value)])
    return {"logHyp2f1One": rows}


@family
def hypergeometric():
    rng = random.Random(7)
    rows = [
        (0.553, 2.0, 2.7, 0.5), (10.6, 3.4, 4.2, 0.9), (1.0, 1.0, 2.0, 0.99999), (1e-3, 5.0, 5.5, 0.999),
        (2000.3, 2002.4, 2003.0, 0.5), (5000.3, 5002.4, 5003.0, 0.93), (500.0, 2.0, 502.0, 0.9999), (1.0, 1.0, 2.0, -1.0),
        (26.2, 28.4, 28.2, 0.5), (0.3, 0.4, 0.5, 1 - 2.0**-40), (3.0, 0.7, 3.2, 1 - 2.0**-40), (0.5, 0.5, 1.0, -1e6),
        (9000.0, 0.8, 9003.0, -0.5), (9000.0, 0.8, 9003.0, -500.0), (0.05, 0.06, 0.07, 0.97), (5000.0, 5000.0, 10000.0, 0.9999),
    ]
    for _ in range(160):
        c = log_uniform(rng, "0.05", "5000")
        a = c * rng.random()
        b = log_uniform(rng, "0.05", "5000")
        z = 1 - log_uniform(rng, "1e-9", "1") if rng.random() < 0.7 else -log_uniform(rng, "1e-3", "1e4")
        rows.append((a, b, c, z) if rng.random() < 0.5 else (b, a, c, z))
    for _ in range(60):
        a, b = log_uniform(rng, "1e-8", "3"), log_uniform(rng, "1e-8", "3")
        z = 1 - log_uniform(rng, "1e-9", "1") if rng.random() < 0.5 else -log_uniform(rng, "1e-3", "1e9")
        rows.append((a, b, min(a, b) + log_uniform(rng, "1e-6", "30"), z))
    return {"logHyp2f1": table(log_hyp2f1, rows)}


def log_hyp2f1(a, b, c, z):
    """After Pfaff's transformation for negative z, where mpmath's series cancels without notice."""
    if z < 0:
        small, large = min(a, b), max(a, b)
        return log_hyp2f1(c - small, large, c, z / (z - 1)) - large * mp.log(1 - z)
    with mp.workdps(400):
        return mp.log(mp.hyp2f1(a, b, c, z, maxterms=10**7, maxprec=10**6))


@family
def tricomi():
    rng = random.Random(8)
    rows = [
        (1.0, 1.0, 1.0), (0.606, 0.606, 0.0316), (0.606, 0.606, 1e-8), (64.0, 64.0, 20.0), (1e-3, 1e-3, 0.5), (0.5, 0.5, 700.0),
        (0.5, 2.0, 1e-6), (5.0, 9.0, 1e-4), (3.0, -4.5, 2.0), (1.0, 1.0, 31.0), (0.2, 0.2, 30.5), (1000.0, 1000.0, 5.0), (1.0, 0.5, 1e5),
    ]
    for _ in range(140):
        a = log_uniform(rng, "0.01", "1000")
        b = rng.choice([a, a, a + rng.random() * 5, a + 1 - rng.random() * 5, log_uniform(rng, "0.01", "300")])
        rows.append((a, b, log_uniform(rng, "1e-8", "2000")))
    for _ in range(60):
        p = log_uniform(rng, "0.01", "300")
        rows.append((1.0, 2 - p, log_uniform(rng, "1e-8", "50")))
    return {"logTricomiU": table(log_tricomi, rows)}


def log_tricomi(a, b, z):
    """By its integral over ln t, cut at the bends: mpmath's own hyperu is slow or lost for many of these."""
    def logarithm(x):
        t = mp.exp(x)
        return a * x - z * t + (b - a - 1) * mp.log1p(t)
    linear = z - b + 1
    peak = mp.log((mp.sqrt(linear**2 + 4 * a * z) - linear) / (2 * z))
    top = logarithm(peak)
    low, high = peak - 1, peak + 1
    while logarithm(low) - top > -130:
        low = peak - (peak - low) * 1.5
    while logarithm(high) - top > -130:
        high = peak + (high - peak) * 1.2
    cuts = sorted({low, high, peak, *[low + (high - low) * k / 24 for k in range(1, 24)], *[x for x in (mp.mpf(0), -mp.log(z)) if low < x < high]})
    return top + mp.log(mp.quad(lambda x: mp.exp(logarithm(x) - top), cuts)) - mp.loggamma(a)


@family
def normal():
    real = [-38.5, -30.0, -12.0, -8.3, -6.0, -5.0, -3.0, -2.0, -1.0, -0.75, -0.5, -0.1, -1e-10, 0.0]
    real += [-x for x in real] + [x for k, x in enumerate(spread(9, 60, "0.01", "12")) for x in ([x] if k % 2 else [-x])]
    shares = [1e-300, 1e-100, 1e-20, 1e-10, 1e-5, 0.001, 0.02425, 0.075, 0.1, 0.25, 0.425, 0.5, 0.575, 0.75, 0.925, 0.975, 0.999, 1 - 2.0**-30, 1 - 2.0**-53]
    shares += spread(10, 40, "1e-12", "1")
    logs = [-1e6, -5000.0, -800.0] + [-x for x in spread(11, 30, "1e-8", "700")]
    def quantile(p):
        return -mp.sqrt(2) * mp.erfinv(1 - 2 * p) if p > mp.mpf("1e-40") else mp.findroot(lambda x: mp.log(mp.ncdf(x)) - mp.log(p), -mp.sqrt(-2 * mp.log(p)))
    def log_cdf(x):
        return mp.log(mp.erfc(-x / mp.sqrt(2)) / 2)
    with mp.workdps(400):
        return {
            "erf": table(mp.erf, [x for x in real if abs(x) < 30]),
            "erfc": table(mp.erfc, [x for x in real if x < 26]),
            "normalCdf": table(mp.ncdf, [x for x in real if x > -37]),
            "normalPdf": table(mp.npdf, [x for x in real if abs(x) < 37]),
            "logNormalCdf": table(log_cdf, [*real, -1e3, -1e5, -1e10]),
            "normalQuantile": table(quantile, shares),
        }


def complement_of(share, *arguments):
    """1 - share, with more digits where they cancel."""
    value = 1 - share(*arguments)
    if value > mp.mpf("1e-30"):
        return value
    with mp.workdps(360):
        return 1 - share(*arguments)


def gamma_share(a, x):
    """Regularised lower incomplete gamma function by its positive series (DLMF 8.7.1)."""
    total = term = mp.mpf(1)
    k = 0
    while term > total * mp.eps or k < x - a:
        k += 1
        term *= x / (a + k)
        total += term
    return total * mp.exp(a * mp.log(x) - x - mp.loggamma(a + 1))


def beta_share(a, b, x):
    """Regularised incomplete beta function by its positive series (DLMF 8.17.8)."""
    if x > mp.mpf(1) / 2:
        return complement_of(beta_share, b, a, 1 - x)
    total = term = mp.mpf(1)
    k = 0
    while term > total * mp.eps or (a + b + k) * x > a + 1 + k:
        term *= (a + b + k) * x / (a + 1 + k)
        total += term
        k += 1
    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return total * mp.exp(a * mp.log(x) + b * mp.log(1 - x) - log_beta) / a


@family
def incomplete():
    rng = random.Random(12)
    gammas = [(a, x) for a in [0.01, 0.5, 1.0, 2.5, 10.0, 99.5, 1000.0, 1e5] for x in [a * 0.01, a * 0.5, a * 0.99, a, a * 1.02, a * 1.5, a * 4]]
    gammas += [(0.5, 1e-20), (1e-10, 1e-10), (1e-10, 5.0), (1e8, 1.0001e8), (3.0, 300.0), (0.5, 600.0)]
    gammas += [(log_uniform(rng, "0.01", "1e4"), log_uniform(rng, "1e-3", "1e4")) for _ in range(120)]
    keep = lambda rows: [row for row in rows if row[-1] > 1e-290]
    betas = [(a, b, x) for a, b in [(0.5, 0.5), (1.0, 1.0), (2.0, 3.0), (0.01, 5.0), (30.0, 70.0), (500.5, 0.5), (1e4, 2e4), (0.1, 1e4), (1e5, 1e5)] for x in [1e-8, 0.01, 0.2, 0.3, 0.3333, 0.5, 0.75, 0.99]]
    betas += [(log_uniform(rng, "0.05", "2000"), log_uniform(rng, "0.05", "2000"), rng.random()) for _ in range(120)]
    with mp.workdps(60):
        return {
            "regularizedGammaP": keep(table(gamma_share, gammas)),
            "regularizedGammaQ": keep(table(lambda a, x: complement_of(gamma_share, a, x), gammas)),
            "regularizedBeta": keep(table(beta_share, betas)),
        }


@family
def distributions():
    rng = random.Random(13)
    def student(t, n):
        tail = beta_share(n / 2, mp.mpf(1) / 2, n / (n + t * t)) / 2
        return tail if t < 0 else 1 - tail
    ts = [(t, n) for n in [1.0, 2.0, 3.5, 10.0, 30.0, 1000.0, 1e6] for t in [-50.0, -4.0, -1.0, -1e-3, 0.0, 0.3, 2.0, 6.0]]
    chis = [(x, n) for n in [1.0, 2.0, 3.0, 10.0, 100.0, 1e4] for x in [0.01, 0.5, 1.0, 3.841458820694124, 20.0, 130.0, 10300.0]]
    fs = [(x, m, n) for m, n in [(1.0, 1.0), (2.0, 10.0), (5.0, 2.0), (30.0, 200.0), (1.0, 5000.0)] for x in [0.001, 0.3, 1.0, 2.5, 9.0, 100.0]]
    with mp.workdps(60):
        chi = lambda x, n: complement_of(gamma_share, n / 2, x / 2)
        f = lambda x, m, n: beta_share(n / 2, m / 2, n / (n + m * x))
        keep = lambda rows: [row for row in rows if row[-1] > 1e-290]
        return {
            "studentCdf": table(student, ts),
            "chiSquareSurvival": keep(table(chi, chis)),
            "fSurvival": table(f, fs),
        }


def write(name):
    tables = FAMILIES[name]()
    with open(os.path.join(HERE, f"{name}.json"), "w") as out:
        out.write('{\n  "origin": "mpmath 1.2.1, 50 digits, BSD licence; make-golden.py in this folder",\n')
        parts = []
        for key, rows in tables.items():
            lines = ",\n".join("    " + json.dumps(row) for row in rows)
            parts.append(f'  "{key}": [\n{lines}\n  ]')
        out.write(",\n".join(parts) + "\n}\n")
        print(name, {key: len(rows) for key, rows in tables.items()})


if __name__ == "__main__":
    assert mp.__version__ == "1.2.1"
    for chosen in sys.argv[1:] or FAMILIES:
        write(chosen)

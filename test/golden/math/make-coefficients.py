"""Prints the polynomial coefficients in src/core/math: Chebyshev interpolation, mpmath, 50 digits.

Usage: /usr/bin/python3 make-coefficients.py
Each line of output is one coefficient, in rising order of power of t in [-1, 1].
"""
import mpmath as mp

mp.mp.dps = 50


def interpolate(function, degree):
    """Monomial coefficients of the polynomial through the function at the Chebyshev points."""
    count = degree + 1
    angles = [mp.pi * (k + mp.mpf(1) / 2) / count for k in range(count)]
    values = [function(mp.cos(angle)) for angle in angles]
    chebyshev = [
        2 / mp.mpf(count) * mp.fsum(v * mp.cos(j * a) for v, a in zip(values, angles)) for j in range(count)
    ]
    chebyshev[0] /= 2
    powers = [[mp.mpf(1)], [mp.mpf(0), mp.mpf(1)]]
    for _ in range(2, count):
        following = [mp.mpf(0)] + [2 * v for v in powers[-1]]
        for index, value in enumerate(powers[-2]):
            following[index] -= value
        powers.append(following)
    return [
        mp.fsum(chebyshev[j] * powers[j][i] for j in range(i, count)) for i in range(count)
    ]


def relative_error(coefficients, function):
    points = [mp.mpf(-1) + mp.mpf(2) * k / 399 + mp.mpf("1e-7") for k in range(399)]
    return max(abs(mp.polyval(coefficients[::-1], t) / function(t) - 1) for t in points)


ZERO = mp.findroot(mp.digamma, mp.mpf("1.46"))


def log_gamma(t):
    x = (t + 3) / 2
    return mp.loggamma(x) / ((x - 1) * (x - 2))


def digamma(t):
    x = (t + 3) / 2
    return mp.digamma(x) / (x - ZERO)


def erf(t):
    x = mp.sqrt((t + 1) / 2)
    return mp.erf(x) / x


def erfc_scaled(t):
    x = mp.mpf("3.75") * (1 + t) / (1 - t)
    return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)


print("zero of digamma", repr(float(ZERO)), repr(float(ZERO - mp.mpf(float(ZERO)))))
for function, degree in [(log_gamma, 20), (digamma, 21), (erf, 12), (erfc_scaled, 24)]:
    coefficients = interpolate(function, degree)
    print(function.__name__, "relative error", mp.nstr(relative_error(coefficients, function), 2))
    for coefficient in coefficients:
        print("  ", repr(float(coefficient)))

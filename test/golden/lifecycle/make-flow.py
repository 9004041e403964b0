"""Makes flow.json: python3 make-flow.py > flow.json. Python 3.11, numpy 2.4 (BSD-3), mpmath 1.3 (BSD-3).

Draws visits of customers and computes, from the definitions and by other ways than the library, what
its flow should say: counts by loops, linear systems by numpy, the matrix exponential, the Poisson
limits and the derivatives of the Weibull likelihood by mpmath."""
import json
import random

import mpmath as mp
import numpy as np

mp.mp.dps = 40
DAY = 86_400_000
UNTIL = 200 * DAY
STAGES = ["active", "dormant", "lost", "trial", "won"]
rng = random.Random(20261122)
NEXT = {"trial": [("active", .6), ("lost", .3), ("trial", .1)], "active": [("dormant", .7), ("won", .2), ("lost", .1)],
        "dormant": [("active", .5), ("lost", .5)]}
MEAN = {"trial": 12, "active": 40, "dormant": 25}

visits = []
for c in range(70):
    at, stage = rng.randrange(0, 120) * DAY, rng.choice(["trial", "trial", "active"])
    while True:
        visit = {"customerId": f"c{c}", "stage": stage, "enteredMs": at}
        visits.append(visit)
        if stage not in NEXT or at > UNTIL:
            break
        left = at + round(rng.expovariate(1 / MEAN[stage]) * DAY)
        to = rng.choices([n for n, _ in NEXT[stage]], [p for _, p in NEXT[stage]])[0]
        visit.update(leftMs=left, next=to)
        if rng.random() < .05:
            visit["kind"] = "correct"
        at, stage = left, to

n = len(STAGES)
index = {s: i for i, s in enumerate(STAGES)}
counts, exposure, opens, seen = np.zeros((n, n)), np.zeros(n), np.zeros(n), [[] for _ in STAGES]
for v in visits:
    if v["enteredMs"] > UNTIL:
        continue
    i = index[v["stage"]]
    over = "leftMs" in v and v["leftMs"] <= UNTIL
    days = ((v["leftMs"] if over else UNTIL) - v["enteredMs"]) / DAY
    event = over and v.get("kind") != "correct"
    exposure[i] += days
    opens[i] += not over
    if event:
        counts[i, index[v["next"]]] += 1
    seen[i].append((mp.mpf(days), event))
exits = counts.sum(1)


def garwood(k, side):
    if side == "lower":
        return mp.mpf(0) if k == 0 else mp.findroot(lambda m: mp.gammainc(k, 0, m, regularized=True) - mp.mpf("0.025"), max(k - 2 * mp.sqrt(k), mp.mpf("0.1") * k))
    return mp.findroot(lambda m: mp.gammainc(k + 1, m, mp.inf, regularized=True) - mp.mpf("0.025"), k + 2 * mp.sqrt(k) + 2)


def memory(stays):
    d, total = sum(e for _, e in stays), sum(t for t, _ in stays)
    rate = d / total
    def loglik(shape, lam):
        return sum((mp.log(lam) + mp.log(shape) + (shape - 1) * mp.log(t) if e else 0) - lam * t ** shape for t, e in stays)
    score = mp.diff(lambda k: loglik(k, rate), 1)
    kk, kl, ll = (-mp.diff(loglik, (1, rate), order) for order in ((2, 0), (1, 1), (0, 2)))
    return score / mp.sqrt(kk - kl * kl / ll)


P = np.divide(counts, exits[:, None], out=np.zeros_like(counts), where=exits[:, None] > 0)
mean = np.where(exits > 0, exposure / np.where(exits > 0, exits, 1), np.inf)
moving = [i for i in range(n) if exits[i] > 0]
ends = [i for i in range(n) if exits[i] == 0]
fundamental = np.linalg.inv(np.eye(len(moving)) - P[np.ix_(moving, moving)])
absorb = fundamental @ P[np.ix_(moving, ends)]
absorb_days = fundamental @ mean[moving]
# Time to "lost" given that it comes, on the chain transformed by the chance to get there (Doob).
h = np.zeros(n)
h[moving] = absorb[:, ends.index(index["lost"])]
h[index["lost"]] = 1
doob = P[np.ix_(moving, moving)] * h[moving][None, :] / h[moving][:, None]
lost_days = np.linalg.solve(np.eye(len(moving)) - doob, mean[moving])
worth = {"active": {"perDay": 1.5}, "trial": {"perVisit": -20}, "won": {"perVisit": 300}, "dormant": {"perDay": -.1}}
per_visit = np.array([worth.get(s, {}).get("perVisit", 0) for s in STAGES], float)
per_day = np.array([worth.get(s, {}).get("perDay", 0) for s in STAGES], float)
plain_value = per_visit.copy()
plain_value[moving] = fundamental @ (per_visit[moving] + per_day[moving] * mean[moving] + P[np.ix_(moving, ends)] @ per_visit[ends])
rates = np.where(exits > 0, 1 / np.where(np.isfinite(mean), mean, 1), 0)
Q = P * rates[:, None] - np.diag(rates)
discount = .001
# (delta - Q) v = perDay + rate (perVisit of the next stage), in its form for continuous time.
late = np.linalg.solve(discount * np.eye(n) - Q, per_day + (P * rates[:, None]) @ per_visit)
after = mp.expm(mp.matrix(Q.tolist()) * 30)
arrivals = {"trial": 2.5, "active": .5}
a = np.array([arrivals.get(s, 0) for s in STAGES])
entries = a[moving] @ fundamental
# A closed chain: who is lost comes back as a trial the same day, and those won go dormant.
closed = counts.copy()
closed[index["lost"], index["trial"]] = 7
closed[index["won"], index["dormant"]] = 3
cexits = closed.sum(1)
cQ = closed / exposure[:, None] - np.diag(cexits / exposure)
stationary = np.linalg.lstsq(np.vstack([cQ.T, np.ones(n)]), np.append(np.zeros(n), 1), rcond=None)[0]

z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))


def wilson(k, m, sign):
    p = mp.mpf(int(k)) / int(m)
    return float((p + z * z / (2 * m) + sign * z * mp.sqrt(p * (1 - p) / m + z * z / (4 * m * m))) / (1 + z * z / m))


print(json.dumps({
    "origin": "make-flow.py: Python 3.11, numpy 2.4 (BSD-3), mpmath 1.3 (BSD-3)",
    "asOf": UNTIL, "visits": visits, "stages": STAGES, "counts": counts.astype(int).tolist(),
    "exposureDays": exposure.tolist(), "open": opens.astype(int).tolist(),
    "meanStay": [None if exits[i] == 0 else [float(exposure[i] / exits[i]), float(exposure[i] / garwood(int(exits[i]), "upper")), float(exposure[i] / garwood(int(exits[i]), "lower"))] for i in range(n)],
    "memory": [None if exits[i] == 0 else float(memory(seen[i])) for i in range(n)],
    "wilson": [[None if counts[i, j] == 0 else [wilson(counts[i, j], int(exits[i]), -1), wilson(counts[i, j], int(exits[i]), 1)] for j in range(n)] for i in range(n)],
    "moving": [STAGES[i] for i in moving], "ends": [STAGES[i] for i in ends],
    "absorption": absorb.tolist(), "absorptionDays": absorb_days.tolist(), "lostDays": lost_days.tolist(),
    "worth": worth, "values": plain_value.tolist(), "discountPerDay": discount, "discountedValues": (late + per_visit).tolist(),
    "after30": [[float(after[i, j]) for j in range(n)] for i in range(n)],
    "arrivals": arrivals, "steady": (entries * mean[moving]).tolist(), "entries": entries.tolist(),
    "closedCounts": closed.astype(int).tolist(), "stationary": stationary.tolist(),
}))

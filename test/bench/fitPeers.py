"""The same fits in SciPy: a grid of starts with BFGS for the optimum, then refits from it. A line in, a line out."""

import json
import sys
import time

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.special import logsumexp

DELTA = 1e-3

N, D, loss = np.fromfile(sys.argv[1]).reshape(3, -1)
log_n, log_d, log_loss = np.log(N), np.log(D), np.log(loss)


def objective(theta, weights):
    """The Huber sum of Hoffmann et al.: theta holds log A, log B, log E, alpha, beta."""
    a, b, e, alpha, beta = theta
    terms = np.stack([a - alpha * log_n, b - beta * log_d, np.full_like(log_n, e)])
    total = logsumexp(terms, axis=0)
    residual = total - log_loss
    size = np.abs(residual)
    inside = size <= DELTA
    value = np.sum(weights * np.where(inside, residual**2 / 2, DELTA * (size - DELTA / 2)))
    slope = weights * np.clip(residual, -DELTA, DELTA)
    w = np.exp(terms - total)
    gradient = np.array(
        [
            np.sum(slope * w[0]),
            np.sum(slope * w[1]),
            np.sum(slope * w[2]),
            -np.sum(slope * w[0] * log_n),
            -np.sum(slope * w[1] * log_d),
        ]
    )
    return value, gradient


def fit(start, weights):
    return minimize(objective, start, args=(weights,), jac=True, method="BFGS", options={"gtol": 1e-9, "maxiter": 1000})


ones = np.ones_like(log_n)
print(scipy.__version__, flush=True)
best = None
for line in sys.stdin:
    request = json.loads(line)
    start = time.perf_counter()
    if request["what"] == "grid":
        # A coarse form of the grid of Hoffmann et al.; a thousandth of their starts reaches the optimum of such runs.
        for alpha in (0.2, 0.35, 0.5):
            for beta in (0.2, 0.35, 0.5):
                for a in (2.0, 6.0, 10.0):
                    for b in (2.0, 7.0, 12.0):
                        found = fit(np.array([a, b, 0.5, alpha, beta]), ones)
                        if best is None or found.fun < best.fun:
                            best = found
        for _ in range(3):
            again = minimize(objective, best.x, args=(ones,), jac=True, method="BFGS", options={"gtol": 1e-14})
            if again.fun < best.fun:
                best = again
        value = best.fun
    else:
        weights = np.array(request["weights"], dtype=float)
        value = fit(best.x, weights).fun
    print(json.dumps({"ms": (time.perf_counter() - start) * 1000, "value": value}), flush=True)

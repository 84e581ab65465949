"""The same bands in NumPy: E + k C^-a of every draw at every place, and five quantiles over the draws."""
import sys
import time

import numpy as np

path, curves, draws, places = sys.argv[1], *map(int, sys.argv[2:5])
low, high = 20.0, 27.0
parameters = np.fromfile(path).reshape(curves, 3, draws)
log10_compute = np.linspace(low, high, places)
probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]


def bands():
    found = np.empty((curves, len(probabilities), places))
    for i, (E, k, a) in enumerate(parameters):
        loss = E[:, None] + k[:, None] * 10.0 ** (-a[:, None] * log10_compute[None, :])
        found[i] = np.quantile(loss, probabilities, axis=0)
    return found


print(np.__version__, flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    found = bands()
    print((time.perf_counter() - start) * 1000, flush=True)
found.tofile(path + ".out")

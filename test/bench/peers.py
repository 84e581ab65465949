"""The same bands in NumPy: E + k C^-a of every draw at every place, and five quantiles over the draws."""

import resource
import sys
import time

import numpy as np

parameters_file, places_file, output_file = sys.argv[1:]
log10_compute = np.fromfile(places_file)
parameters = np.fromfile(parameters_file).reshape(5, 3, -1)
compute = 10.0**log10_compute
probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]


def bands():
    found = np.empty((len(parameters), len(probabilities), len(compute)))
    for i, (E, k, a) in enumerate(parameters):
        loss = E[:, None] + k[:, None] * compute ** -a[:, None]
        found[i] = np.quantile(loss, probabilities, axis=0)
    return found


def peak_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


print(np.__version__, flush=True)
before = peak_memory()
found = None
for _ in sys.stdin:
    start = time.perf_counter()
    found = bands()
    print((time.perf_counter() - start) * 1000, flush=True)
found.tofile(output_file)
print(peak_memory() - before, flush=True)

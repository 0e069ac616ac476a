"""Iterations of ALS by implicit, of the confidences in users.npy, items.npy and confidence.npy of the current folder.

arguments: factors, cg or exact, regularization, iterations to warm up, iterations that count
"""

import sys

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from lines import Stopwatch, fact
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

factors, solver, regularization = int(sys.argv[1]), sys.argv[2], float(sys.argv[3])
warm_up, counted = int(sys.argv[4]), int(sys.argv[5])


def loss(model, users, items, confidence):
    """sum over observed pairs of c (1 - x.y)^2 + sum over all pairs of (x.y)^2 + regularization * squared lengths."""
    x, y = model.user_factors, model.item_factors
    total = np.sum((x.T @ x) * (y.T @ y), dtype=float) + regularization * (np.sum(x * x) + np.sum(y * y))
    for part in range(0, len(users), 20_000):
        rows = slice(part, part + 20_000)
        score = np.einsum("ij,ij->i", x[users[rows]], y[items[rows]])
        total += np.sum(confidence[rows] * (1 - score) ** 2, dtype=float)
    return total


users, items, confidence = np.load("users.npy"), np.load("items.npy"), np.load("confidence.npy")
# implicit's confidence is the whole weight of a watched pair: with that of every pair, 1.
matrix = csr_matrix((1 + confidence, (users, items)))
threadpool_limits(1, "blas")  # as implicit advises: its own threads work on users and items
model = AlternatingLeastSquares(
    factors=factors,
    regularization=regularization,
    use_cg=solver == "cg",
    iterations=warm_up + counted,
    random_state=1,
)


def after(iteration, elapsed, training_loss):
    global stopwatch
    if iteration >= warm_up:
        stopwatch.print()
    stopwatch = Stopwatch()


stopwatch = None
model.fit(matrix, show_progress=False, callback=after)
fact("pairs", f"{matrix.nnz:,}")
fact("loss", f"{loss(model, users, items, confidence):.4g}")

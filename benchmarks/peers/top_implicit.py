"""The best unseen items of all users by factors of implicit, of the pairs in the current folder.

arguments: factors, items a user, repeats to warm up, repeats that count
"""

import sys

import numpy as np
from implicit.cpu.als import AlternatingLeastSquares
from lines import Stopwatch, fact
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

factors, limit, warm_up, counted = map(int, sys.argv[1:])
users, items, confidence = np.load("users.npy"), np.load("items.npy"), np.load("confidence.npy")
matrix = csr_matrix((1 + confidence, (users, items)))
threadpool_limits(1, "blas")  # as implicit advises: its own threads work on users and items
model = AlternatingLeastSquares(factors=factors, iterations=1, random_state=1)
model.fit(matrix, show_progress=False)

everybody = np.arange(matrix.shape[0])
for repeat in range(warm_up + counted):
    stopwatch = Stopwatch()
    ids, scores = model.recommend(everybody, matrix, N=limit, filter_already_liked_items=True)
    if repeat >= warm_up:
        stopwatch.print()
fact("lists", f"{ids.shape[0]:,} of {ids.shape[1]}")

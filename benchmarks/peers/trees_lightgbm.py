"""Trains boosted trees on rows.npy and label.npy of the current folder.

arguments: LightGBM's parameters as JSON, rounds, the columns that are categories, as 7,22,37
"""

import json
import sys

import lightgbm
import numpy as np
from lines import fact, section

parameters, rounds = json.loads(sys.argv[1]), int(sys.argv[2])
categories = [int(column) for column in sys.argv[3].split(",")]

rows, label = np.load("rows.npy"), np.load("label.npy")
with section():
    dataset = lightgbm.Dataset(rows, label, categorical_feature=categories, params=parameters)
    booster = lightgbm.train(parameters, dataset, num_boost_round=rounds)
leaf_counts = [tree["num_leaves"] for tree in booster.dump_model()["tree_info"]]
fact("rows", f"{len(label):,} x {rows.shape[1]}")
fact("trees", f"{len(leaf_counts)} of {np.mean(leaf_counts):.1f} leaves")
fact("mean absolute error", f"{np.mean(np.abs(booster.predict(rows[:20_000]) - label[:20_000])):.4f}")

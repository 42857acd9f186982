"""Logistic regression with an L2 penalty, by Newton's method: the same rows give the same weights."""
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order alone
import numpy as np

BIAS = 1e-6  # what the bias, the last column, is held by


def probability(scores):
    return 1 / (1 + np.exp(-np.clip(scores, -30, 30)))


def fit(values, labels, penalty, counts=None):
    """The weights of the columns of `values`, of which the last is 1 everywhere; a row counts once, or as told."""
    counts = np.ones(len(labels)) if counts is None else counts
    costs = np.full(values.shape[1], penalty)
    costs[-1] = BIAS
    weights = np.zeros(values.shape[1])
    for _ in range(25):
        p = probability(values @ weights)
        gradient = values.T @ (counts * (labels - p)) - costs * weights
        hessian = (values * (counts * p * (1 - p))[:, None]).T @ values + np.diag(costs)
        step = np.linalg.solve(hessian, gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def held_out(values, labels, folds, penalty, counts=None):
    """The probability of each row by what was learned from the other folds."""
    counts = np.ones(len(labels)) if counts is None else counts
    result = np.zeros(len(labels))
    for fold in sorted(set(folds)):
        out = folds == fold
        inside = ~out & (counts > 0)
        if inside.any():
            result[out] = probability(values[out] @ fit(values[inside], labels[inside], penalty, counts[inside]))
    return result


def with_bias(rows):
    return np.hstack([np.asarray(rows, float), np.ones((len(rows), 1))])

"""Teaches a model where audiences react.

    python train.py TABLE FOLDER

TABLE is what `./clipforge bench rank --table TABLE` writes; FOLDER gets reactions-en.txt (the trees) and
reactions-en.properties (what training found out about them).

A passage counts as one that people reacted to, or not; how often does not matter. The trees are small and many rows
must agree on each leaf, because passages overlap and speeches are few. Folds are whole speeches. Their scores of
passages they were not taught give the calibration (Platt, 1999) and the figures printed here; what is held out is not
in the table at all.
"""

import csv
import sys
from pathlib import Path

import lightgbm
import numpy as np

NAME = "reactions-en"
CALIBRATED_MS = 20_000
FOLDS = 6
TREES = 100
PARAMETERS = {
    "objective": "binary",
    "num_leaves": 4,
    "min_data_in_leaf": 400,
    "learning_rate": 0.05,
    "lambda_l2": 50,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


def read(table):
    with open(table, newline="") as file:
        names, *rows = csv.reader(file)
    speeches = np.array([row[0] for row in rows])
    lengths = np.array([int(row[1]) for row in rows])
    reacted = np.array([int(row[2]) > 0 for row in rows], dtype=float)
    return names[3:], speeches, lengths, reacted, np.array([row[3:] for row in rows], dtype=float)


def train(names, features, reacted):
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(features, reacted, feature_name=names), TREES)


def unseen_scores(names, speeches, reacted, features):
    """Each speech judged by a model that was not taught it."""
    scores = np.empty(len(reacted))
    titles = sorted(set(speeches))
    for fold in range(FOLDS):
        tested = np.isin(speeches, titles[fold::FOLDS])
        model = train(names, features[~tested], reacted[~tested])
        scores[tested] = model.predict(features[tested], raw_score=True)
    return scores


def platt(scores, reacted):
    """Slope and intercept of the logistic regression on the score, by Newton's method."""
    inputs = np.column_stack([scores, np.ones(len(scores))])
    weights = np.zeros(2)
    for _ in range(50):
        odds = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs * (odds * (1 - odds))[:, None]).T @ inputs
        weights -= np.linalg.solve(curvature, inputs.T @ (odds - reacted))
    return weights


def area_under_curve(scores, reacted):
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(1, len(scores) + 1)
    yes = reacted.sum()
    return (ranks[reacted > 0].sum() - yes * (yes + 1) / 2) / (yes * (len(scores) - yes))


def main(table, folder):
    names, speeches, lengths, reacted, features = read(table)
    scores = unseen_scores(names, speeches, reacted, features)
    calibrated = lengths == CALIBRATED_MS
    slope, intercept = platt(scores[calibrated], reacted[calibrated])
    model = train(names, features, reacted)
    contributions = slope * model.predict(features, pred_contrib=True)[:, :-1]
    (folder / f"{NAME}.txt").write_text(model.model_to_string())
    facts = {
        "languages": "en",
        "slope": repr(float(slope)),
        "intercept": repr(float(intercept)),
        "base-rate": repr(float(reacted[calibrated].mean())),
    }
    for name, size in zip(names, np.abs(contributions).mean(axis=0)):
        facts[f"importance.{name}"] = repr(float(size))
    (folder / f"{NAME}.properties").write_text("".join(f"{key}={value}\n" for key, value in facts.items()))
    areas = [
        area_under_curve(scores[chosen], reacted[chosen])
        for chosen in (calibrated & (speeches == speech) for speech in sorted(set(speeches)))
        if reacted[chosen].any()
    ]
    print(f"{len(reacted)} passages of {len(set(speeches))} speeches, {reacted[calibrated].mean():.3f} reacted to")
    print(f"area under the curve within speeches not taught, mean: {np.mean(areas):.3f}")
    print(f"slope {slope:.3f}, intercept {intercept:.3f}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

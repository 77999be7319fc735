"""Makes the models and the expected answers that the tests of the evaluator read.

    python3 -m venv venv && venv/bin/pip install lightgbm==4.7.0
    venv/bin/python fixtures.py ../resources/io/clipforge/fleet/rank/boosting

Each NAME.txt is a model, each NAME.csv holds rows: the features, then what the library says: the raw score, the
prediction, and the contribution of each feature with the expected value last.
"""

import sys
from pathlib import Path

import lightgbm
import numpy as np

ROWS = 40
FEATURES = 5
COMMON = {"num_leaves": 7, "min_data_in_leaf": 5, "verbose": -1, "seed": 7, "deterministic": True, "num_threads": 1}


def table(random, rows, missing):
    """Wide, narrow, whole, rare and categorical."""
    data = np.column_stack(
        [
            random.normal(0, 1, rows),
            random.exponential(1e-3, rows),
            random.integers(-3, 4, rows),
            np.where(random.random(rows) < 0.7, 0.0, random.normal(0, 2, rows)),
            random.integers(0, 90, rows),
        ]
    ).astype(float)
    if missing:
        data[random.random(data.shape) < 0.15] = np.nan
    return data


def label(random, data):
    clean = np.nan_to_num(data)
    merit = clean[:, 0] + 300 * clean[:, 1] + (clean[:, 2] % 2) - clean[:, 3] + np.sin(clean[:, 4])
    return merit + random.normal(0, 0.3, len(data)) - 0.5 * np.isnan(data[:, 0])


def strange(data):
    """What nobody trained on."""
    rows = data[:10].copy()
    rows[0] = np.nan
    rows[1] = 0
    rows[2] = -1e300
    rows[3] = 1e300
    rows[4] = [1e-36, -1e-36, 1e-35, -1e-35, -1]
    rows[5, 4] = 31.9
    rows[6, 4] = 1e12
    rows[7, 4] = 64
    rows[8] = [np.inf, -np.inf, np.inf, np.nan, np.inf]
    rows[9] = -0.0
    return rows


def kinds():
    yield "regression", {"objective": "regression"}, {}
    yield "root", {"objective": "regression", "reg_sqrt": True}, {}
    yield "poisson", {"objective": "poisson"}, {}
    yield "binary", {"objective": "binary", "sigmoid": 1.7}, {}
    yield "entropy", {"objective": "cross_entropy"}, {}
    yield "lambdarank", {"objective": "lambdarank"}, {}
    yield "categorical", {"objective": "binary", "min_data_per_group": 5, "cat_smooth": 1}, {"categorical_feature": [4]}
    yield "zero-as-missing", {"objective": "regression", "zero_as_missing": True}, {}
    yield "without-missing", {"objective": "regression", "use_missing": False}, {}
    yield "forest", {"objective": "binary", "boosting": "rf", "bagging_freq": 1, "bagging_fraction": 0.6}, {}
    yield "constant", {"objective": "regression", "min_data_in_leaf": 10_000}, {}
    yield "deep", {"objective": "regression", "num_leaves": 40, "min_data_in_leaf": 1}, {}


def main(folder):
    for name, parameters, extra in kinds():
        random = np.random.default_rng(3)
        data = table(random, 600, missing=True)
        value = label(random, data)
        group = None
        if parameters["objective"] in ("binary", "cross_entropy"):
            value = (value > np.median(value)).astype(float)
        elif parameters["objective"] == "poisson":
            value = np.clip(np.round(value), 0, 9)
        elif parameters["objective"] == "lambdarank":
            value = np.digitize(value, np.quantile(value, [0.5, 0.8, 0.95]))
            group = [30] * 20
        training = lightgbm.Dataset(data, value, group=group, **extra)
        model = lightgbm.train({**COMMON, **parameters}, training, 6)
        rows = np.vstack([strange(data), data[10:ROWS]])
        text = model.model_to_string()
        (folder / f"{name}.txt").write_text(text)
        model = lightgbm.Booster(model_str=text)
        answers = np.column_stack(
            [rows, model.predict(rows, raw_score=True), model.predict(rows), model.predict(rows, pred_contrib=True)]
        )
        lines = (",".join(repr(float(it)) for it in row) for row in answers)
        (folder / f"{name}.csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

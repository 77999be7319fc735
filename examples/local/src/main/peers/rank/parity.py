"""What the library says, for models of every kind it is asked about.

    python parity.py SHIPPED_MODEL SHIPPED_ROWS FOLDER

Writes NAME.txt (a model), NAME.rows.csv and NAME.answers.csv (raw score, prediction, contributions) for the shipped
model on the given rows, and for generated ones with categories, missing values, ranking and a forest.
"""

import shutil
import sys
from pathlib import Path

import lightgbm
import numpy as np

ROWS = 10_000
COMMON = {"num_leaves": 31, "verbose": -1, "seed": 5, "num_threads": 1}
KINDS = {
    "categories": {"objective": "binary", "sigmoid": 1.3},
    "ranking": {"objective": "lambdarank"},
    "forest": {"objective": "binary", "boosting": "rf", "bagging_freq": 1, "bagging_fraction": 0.6},
    "zeros": {"objective": "regression", "zero_as_missing": True},
}


def generate(random):
    data = random.normal(0, 1, (ROWS, 8))
    data[:, 6] = np.where(random.random(ROWS) < 0.6, 0, data[:, 6])
    data[:, 7] = random.integers(0, 120, ROWS)
    data[random.random(data.shape) < 0.1] = np.nan
    clean = np.nan_to_num(data)
    merit = clean[:, 0] * clean[:, 1] + np.sin(3 * clean[:, 2]) + np.cos(clean[:, 7]) + clean[:, 6]
    return data, (merit + random.normal(0, 0.5, ROWS) > 0.5).astype(float)


def write(folder, name, model, rows):
    answers = np.column_stack(
        [model.predict(rows, raw_score=True), model.predict(rows), model.predict(rows, pred_contrib=True)]
    )
    for part, values in (("rows", rows), ("answers", answers)):
        lines = (",".join(repr(float(it)) for it in row) for row in values)
        (folder / f"{name}.{part}.csv").write_text("\n".join(lines) + "\n")


def main(shipped, shipped_rows, folder):
    folder.mkdir(exist_ok=True)
    shutil.copy(shipped, folder / "shipped.txt")
    rows = np.genfromtxt(shipped_rows, delimiter=",")
    write(folder, "shipped", lightgbm.Booster(model_file=shipped), rows)
    data, label = generate(np.random.default_rng(11))
    for name, parameters in KINDS.items():
        group = [50] * (ROWS // 50) if parameters["objective"] == "lambdarank" else None
        training = lightgbm.Dataset(data, label, group=group, categorical_feature=[7])
        model = lightgbm.train({**COMMON, **parameters}, training, 60)
        text = model.model_to_string()
        (folder / f"{name}.txt").write_text(text)
        write(folder, name, lightgbm.Booster(model_str=text), data)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))

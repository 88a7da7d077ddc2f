"""Makes the reference figures of data sets and folds under src/test/resources/org/quarry/learning.

Made once with Debian's python3-sklearn: scikit-learn 1.2.1, numpy 1.24.2. Not part of the program.
Usage: python3 learning_data.py FOLDER
"""

import csv
import datetime
import json
import os
import sys
import warnings

import numpy as np
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.model_selection import (
    GroupKFold,
    RepeatedStratifiedKFold,
    StratifiedGroupKFold,
    StratifiedKFold,
    cross_val_predict,
    cross_val_score,
)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, OneHotEncoder, StandardScaler
from sklearn.svm import SVC

warnings.simplefilter("ignore")
FOLDER = sys.argv[1]


def digits(numbers):
    return "".join(str(n) for n in numbers)


def commas(numbers):
    return ",".join(str(n) for n in numbers)


def tested(splits, n):
    fold = np.full(n, -1)
    for i, (_, test) in enumerate(splits):
        fold[test] = i
    return fold


def write(name, comment, lines):
    with open(os.path.join(FOLDER, name), "w") as out:
        out.write("# " + comment + "\n")
        out.writelines(line + "\n" for line in lines)


def labels(rng, n, classes, least):
    y = np.concatenate([np.repeat(np.arange(classes), least), rng.randint(0, classes, n - classes * least)])
    return rng.permutation(y)


def stratified():
    rng = np.random.RandomState(11)
    lines = []
    for n, classes in [(20, 2), (61, 3), (150, 4)]:
        y = labels(rng, n, classes, 5)
        for k in [2, 3, 5]:
            for seed in [0, 5, 4294967295]:
                fold = tested(StratifiedKFold(k, shuffle=True, random_state=seed).split(y, y), n)
                lines.append(f"{k} {seed} {digits(y)} {digits(fold)}")
    write(
        "folds_shuffled.txt",
        "scikit-learn 1.2.1 StratifiedKFold(k, shuffle=True, random_state=seed): k, seed, the class of each row,"
        " the fold that tests it (a digit a row)",
        lines,
    )


def repeated():
    rng = np.random.RandomState(12)
    lines = []
    for n, classes, k, repeats, seed in [(20, 2, 2, 3, 0), (61, 3, 3, 4, 7), (90, 4, 5, 2, 42)]:
        y = labels(rng, n, classes, 5)
        splits = list(RepeatedStratifiedKFold(n_splits=k, n_repeats=repeats, random_state=seed).split(y, y))
        folds = [digits(tested(splits[r * k : (r + 1) * k], n)) for r in range(repeats)]
        lines.append(f"{k} {repeats} {seed} {digits(y)} {','.join(folds)}")
    write(
        "folds_repeated.txt",
        "scikit-learn 1.2.1 RepeatedStratifiedKFold: k, repeats, seed, the class of each row, for each repeat the"
        " fold that tests it (a digit a row)",
        lines,
    )


def grouped():
    rng = np.random.RandomState(13)
    lines = []
    for n, classes, groups in [(30, 2, 6), (80, 3, 14), (200, 2, 17), (400, 3, 150), (600, 9, 200), (1500, 12, 700)]:
        y = labels(rng, n, classes, 6)
        g = np.concatenate([np.arange(groups), rng.randint(0, groups, n - groups)])
        g = rng.permutation(g)
        for k in [2, 3, 5]:
            plain = tested(GroupKFold(k).split(y, y, g), n)
            both = tested(StratifiedGroupKFold(k).split(y, y, g), n)
            lines.append(f"{k} {commas(y)} {commas(g)} {digits(plain)} {digits(both)}")
    write(
        "folds_grouped.txt",
        "scikit-learn 1.2.1: k, the class of each row, its group, the fold that tests it by GroupKFold(k) and by"
        " StratifiedGroupKFold(k) (a digit a row)",
        lines,
    )


EPOCH = datetime.date(1970, 1, 1)
COLUMNS = ["id", "country", "colour", "size", "weight", "height", "day", "class"]


def table():
    """Text, numbers, days and missing values; three classes that follow from them, not quite."""
    rng = np.random.RandomState(21)
    rows = []
    for i in range(180):
        country = rng.choice(["AUT", "CHE", "DEU"])
        colour = rng.choice(["blue", "green", "red"])
        size = round(rng.normal(10, 3), 2)
        weight = int(rng.randint(1, 9))
        height = round(rng.normal(170, 9), 1)
        day = (EPOCH + datetime.timedelta(days=int(rng.randint(18000, 20000)))).isoformat()
        score = size + (3 if country == "AUT" else 0) - (2 if colour == "red" else 0) + 0.5 * weight
        score += (height - 170) / 6 + rng.normal(0, 1.5)
        row = [i, country, colour, size, weight, height, day, "low" if score < 11 else "mid" if score < 15 else "top"]
        for column, share in [(1, 0.08), (2, 0.05), (3, 0.1), (4, 0.07), (5, 0.12), (6, 0.05)]:
            if rng.random_sample() < share:
                row[column] = None
        rows.append(row)
    # The only row of its country: where it is tested, training has not seen it.
    rows[17][1] = "LIE"
    return rows


def days(text):
    return np.nan if text is None else float((datetime.date.fromisoformat(text) - EPOCH).days)


def mixed():
    rows = table()
    with open(os.path.join(FOLDER, "mixed.csv"), "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(["" if value is None else value for value in row] for row in rows)
    x = np.empty((len(rows), 6), dtype=object)
    for i, row in enumerate(rows):
        x[i] = row[1:3] + [np.nan if v is None else float(v) for v in row[3:6]] + [days(row[6])]
    y = np.array([row[7] for row in rows])

    def number():
        return FunctionTransformer(lambda values: values.astype(float))

    def pipeline(c, gamma, kernel):
        one_hot = lambda: OneHotEncoder(handle_unknown="ignore", sparse_output=False)
        text = lambda **how: make_pipeline(SimpleImputer(missing_values=None, **how), one_hot())
        prepare = ColumnTransformer(
            [
                ("country", text(strategy="constant", fill_value="~missing"), [0]),
                ("colour", text(strategy="most_frequent"), [1]),
                ("size", make_pipeline(number(), SimpleImputer(strategy="mean")), [2]),
                ("weight", make_pipeline(number(), SimpleImputer(strategy="most_frequent")), [3]),
                ("height", make_pipeline(number(), SimpleImputer(strategy="mean", add_indicator=True)), [4]),
                ("day", make_pipeline(number(), SimpleImputer(strategy="mean")), [5]),
            ],
            sparse_threshold=0,
        )
        return make_pipeline(prepare, StandardScaler(), SVC(C=c, gamma=gamma, kernel=kernel, tol=1e-6))

    plain = StratifiedKFold(3)
    shuffled = StratifiedKFold(5, shuffle=True, random_state=7)
    searches = []
    for c, gamma, kernel in [(1, 0.1, "rbf"), (10, 0.05, "rbf"), (0.5, 1, "linear")]:
        machine = pipeline(c, gamma, kernel)
        searches.append(
            {
                "c": c,
                "gamma": gamma,
                "kernel": kernel,
                "plain": cross_val_score(machine, x, y, cv=plain).tolist(),
                "shuffled": cross_val_score(machine, x, y, cv=shuffled).tolist(),
                "held_out": cross_val_predict(machine, x, y, cv=plain).tolist(),
                "predicted": machine.fit(x, y).predict(x).tolist(),
            }
        )
    train, test = next(plain.split(x, y))
    first = pipeline(1, 0.1, "rbf")[:-1].fit(x[train], y[train])
    made = {
        "searches": searches,
        "first_fold": {
            "test": test.tolist(),
            "points": first.transform(x[test]).tolist(),
            "training_points": first.transform(x[train]).tolist(),
        },
    }
    with open(os.path.join(FOLDER, "mixed.json"), "w") as out:
        json.dump(made, out)
        out.write("\n")


stratified()
repeated()
grouped()
mixed()

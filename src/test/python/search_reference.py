"""Makes search_reference.json: what scikit-learn 1.2.1 finds on its own data sets.

python3 search_reference.py > ../resources/org/quarry/learning/search_reference.json
The rows go in the order of the loader; digits and wine are written beside it as CSV.
"""

import csv
import json
import pathlib

import numpy as np
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine
from sklearn.model_selection import (
    GridSearchCV, RepeatedStratifiedKFold, StratifiedKFold, cross_val_score)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

FOLDER = pathlib.Path(__file__).parent.parent / "resources/org/quarry/learning"
GRID = {
    "svc__C": [0.1, 1, 10],
    "svc__gamma": [0.1, 0.01, 0.001],
    "svc__kernel": ["rbf", "linear", "poly"],
}
SMALL = {"svc__C": [0.1, 1, 10], "svc__gamma": [0.1, 0.01], "svc__kernel": ["rbf"]}


def write(name, data):
    with open(FOLDER / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([f"x{j}" for j in range(data.data.shape[1])] + ["target"])
        for row, label in zip(data.data, data.target):
            writer.writerow([f"{value:g}" for value in row] + [label])


def search(data, grid, folds, scoring="accuracy", weight=None):
    pipeline = make_pipeline(StandardScaler(), SVC(tol=1e-6, class_weight=weight))
    found = GridSearchCV(pipeline, grid, cv=folds, scoring=scoring, n_jobs=2)
    found.fit(data.data, data.target)
    results = found.cv_results_
    count = len([name for name in results if name.startswith("split")])
    return {
        "params": [
            [p["svc__C"], p["svc__gamma"], p["svc__kernel"]] for p in results["params"]],
        "folds": [[results[f"split{k}_test_score"][i] for k in range(count)]
                  for i in range(len(results["params"]))],
        "mean": results["mean_test_score"].tolist(),
        "std": results["std_test_score"].tolist(),
        "rank": results["rank_test_score"].tolist(),
    }


def main():
    wine, digits, iris = load_wine(), load_digits(), load_iris()
    cancer = load_breast_cancer()
    write("wine", wine)
    write("digits", digits)
    three = [list(cancer.feature_names).index(name)
             for name in ("mean concavity", "worst area", "mean area")]
    cancer.data = cancer.data[:, three]
    nested = {}
    for name, data in (("iris", iris), ("cancer", cancer)):
        pipeline = make_pipeline(StandardScaler(), SVC(tol=1e-6))
        nested[name] = cross_val_score(
            GridSearchCV(pipeline, SMALL, cv=StratifiedKFold(3)),
            data.data, data.target, cv=StratifiedKFold(3)).tolist()
    print(json.dumps({
        "wine": search(wine, GRID, StratifiedKFold(3)),
        "digits": search(digits, SMALL, StratifiedKFold(3)),
        "wine shuffled": search(wine, SMALL, StratifiedKFold(5, shuffle=True, random_state=4)),
        "cancer repeated": search(
            cancer, SMALL, RepeatedStratifiedKFold(n_splits=3, n_repeats=2, random_state=1)),
        "cancer balanced weights": search(cancer, SMALL, StratifiedKFold(3), weight="balanced"),
        **{f"cancer {metric}": search(cancer, SMALL, StratifiedKFold(3), metric)
           for metric in ("balanced_accuracy", "f1_macro", "f1_weighted", "roc_auc")},
        "nested": nested,
    }, indent=1))


main()

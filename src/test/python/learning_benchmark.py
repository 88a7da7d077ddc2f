"""scikit-learn's side of LearningBenchmark: the same searches on the same rows.

rows N FILE      makes N rows by make_classification, 20 features and a class, as CSV
notebook FILE R  the notebook's grid, R times; FILE is breast_cancer.csv
large FILE R     a 3 x 3 rbf grid over a file that rows made, R times
whole FILE       the notebook's whole program, once: read, split, search, report
Each search prints one line of JSON: the seconds of each run and the mean scores.
"""

import csv
import json
import sys
import time

import numpy as np
from sklearn.datasets import make_classification
from sklearn.metrics import classification_report
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

FEATURES = ["mean concavity", "worst area", "mean area"]


def read(path, features):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    columns = features or [name for name in rows[0] if name != "target"]
    points = np.array([[float(row[name]) for name in columns] for row in rows])
    return points, np.array([int(float(row["target"])) for row in rows])


def search(grid):
    pipeline = make_pipeline(StandardScaler(), SVC(cache_size=500))
    return GridSearchCV(pipeline, grid, cv=3, n_jobs=2)


NOTEBOOK = {
    "svc__C": [0.1, 1, 10, 100, 1000],
    "svc__gamma": [1, 0.1, 0.01, 0.001, 0.0001],
    "svc__kernel": ["rbf", "linear", "poly"],
}
LARGE = {
    "svc__C": [1, 10, 100],
    "svc__gamma": [0.01, 0.03, 0.1],
    "svc__kernel": ["rbf"],
}


def repeat(points, labels, grid, runs, warm):
    seconds = []
    for run in range(runs + warm):
        began = time.perf_counter()
        found = search(grid).fit(points, labels)
        if run >= warm:
            seconds.append(time.perf_counter() - began)
    means = found.cv_results_["mean_test_score"].tolist()
    print(json.dumps({"seconds": seconds, "means": means}))


def main():
    task, rest = sys.argv[1], sys.argv[2:]
    if task == "rows":
        points, labels = make_classification(
            n_samples=int(rest[0]), n_features=20, n_informative=10, n_redundant=4,
            n_repeated=0, n_classes=2, n_clusters_per_class=2, flip_y=0.03,
            class_sep=1.0, random_state=7)
        with open(rest[1], "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([f"x{j}" for j in range(20)] + ["target"])
            writer.writerows([*map(repr, map(float, row)), label]
                             for row, label in zip(points, labels))
    elif task == "large":
        points, labels = read(rest[0], None)
        repeat(points, labels, LARGE, int(rest[1]), 0)
    else:
        points, labels = read(rest[0], FEATURES)
        training, test, known, truth = train_test_split(
            points, labels, test_size=0.2, random_state=5)
        if task == "notebook":
            repeat(training, known, NOTEBOOK, int(rest[1]), 2)
        elif task == "whole":
            found = search(NOTEBOOK).fit(training, known)
            print(found.best_params_, found.best_score_)
            print(classification_report(truth, found.predict(test)))
        else:
            sys.exit(__doc__)


main()

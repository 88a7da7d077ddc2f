"""Makes the reference figures of org.quarry.learning.report: src/test/resources/org/quarry/learning/report_*.json.

Needs scikit-learn 1.2.1 (Debian: python3-sklearn). Run it in the project's folder:

    python3 src/test/python/report_reference.py
"""
import csv
import json
import pathlib

import numpy as np
from scipy import stats
from sklearn import metrics
from sklearn.calibration import _sigmoid_calibration, calibration_curve
from sklearn.datasets import load_iris, load_wine
from sklearn.inspection import permutation_importance
from sklearn.model_selection import StratifiedKFold, learning_curve
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

FOLDER = pathlib.Path("src/test/resources/org/quarry/learning")


def plain(value):
    """The same without numpy's types; what is not a number becomes null."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(part) for part in value]
    if isinstance(value, (float, np.floating)):
        return None if np.isnan(value) else float(value)
    return int(value) if isinstance(value, np.integer) else value


def write(name, value):
    made = "scikit-learn 1.2.1 by src/test/python/report_reference.py"
    text = json.dumps({"made": made, **plain(value)}, allow_nan=False)
    (FOLDER / name).write_text(text + "\n")


def undefined(figure):
    """What a scorer of a search gives where the figure raises: not a number."""
    try:
        return figure()
    except ValueError:
        return float("nan")


def score_case(name, classes, actual, predicted, decisions=None, probabilities=None):
    expected = {
        "accuracy": metrics.accuracy_score(actual, predicted),
        "balanced_accuracy": metrics.balanced_accuracy_score(actual, predicted),
        "f1_macro": metrics.f1_score(actual, predicted, average="macro", zero_division=0),
        "f1_weighted": metrics.f1_score(actual, predicted, average="weighted", zero_division=0),
        "mcc": metrics.matthews_corrcoef(actual, predicted),
        "kappa": metrics.cohen_kappa_score(actual, predicted),
    }
    if decisions is not None:
        expected["roc_auc"] = undefined(lambda: metrics.roc_auc_score(actual, decisions))
    if probabilities is not None:
        if classes > 2:
            expected["roc_auc_ovr"] = undefined(
                lambda: metrics.roc_auc_score(actual, probabilities, multi_class="ovr"))
        expected["log_loss"] = metrics.log_loss(actual, probabilities, labels=range(classes))
    return {"name": name, "classes": classes, "actual": actual, "predicted": predicted,
            "decisions": decisions, "probabilities": probabilities, "expected": expected}


def random_case(name, rng, classes, rows, present=None, digits=3):
    actual = rng.choice(present or range(classes), rows)
    raw = rng.random((rows, classes)) + 0.35 * np.eye(classes)[actual]
    probabilities = np.round(raw / raw.sum(axis=1, keepdims=True), digits)
    probabilities[:, -1] = 1 - probabilities[:, :-1].sum(axis=1)
    decisions = np.round(probabilities[:, 1] - 0.5, digits) if classes == 2 else None
    predicted = probabilities.argmax(axis=1)
    return score_case(name, classes, actual, predicted, decisions, probabilities)


def scores():
    rng = np.random.RandomState(11)
    rows = lambda *values: np.array(values)
    certain = rows([1.0, 0], [0, 1], [1, 0], [0, 1])
    return {"cases": [
        random_case("two classes", rng, 2, 60),
        random_case("many ties", rng, 2, 60, digits=1),
        random_case("three classes", rng, 3, 60),
        random_case("five classes, one absent from the fold", rng, 5, 40, present=[0, 1, 3, 4]),
        random_case("two classes, one absent from the fold", rng, 2, 10, present=[1]),
        score_case("all right and certain", 2, rows(0, 1, 0, 1), rows(0, 1, 0, 1),
                   rows(-1.0, 1, -2, 2), certain),
        score_case("all wrong and certain", 2, rows(1, 0, 1, 0), rows(0, 1, 0, 1),
                   rows(-1.0, 1, -2, 2), certain),
        score_case("always the same guess", 3, rows(0, 0, 1, 2, 2), rows(0, 0, 0, 0, 0)),
        score_case("one class, always right", 2, rows(1, 1, 1), rows(1, 1, 1)),
    ]}


def curve_case(name, actual, decisions, thresholds):
    fpr, tpr, at = metrics.roc_curve(actual, decisions, drop_intermediate=False)
    precision, recall, rising = metrics.precision_recall_curve(actual, decisions)
    a, b = _sigmoid_calibration(decisions, actual)
    probabilities = np.round(1 / (1 + np.exp(a * decisions + b)), 6)
    share, mean = calibration_curve(actual, probabilities, n_bins=10)
    return {
        "name": name, "actual": actual, "decisions": decisions, "probabilities": probabilities,
        "roc": {"fpr": fpr, "tpr": tpr, "thresholds": at},
        "pr": {"precision": precision, "recall": recall, "thresholds": rising},
        "area": metrics.roc_auc_score(actual, decisions),
        "average_precision": metrics.average_precision_score(actual, decisions),
        "brier": metrics.brier_score_loss(actual, probabilities),
        "calibration": {"share": share, "mean": mean},
        "at": [{"threshold": threshold,
                "matrix": metrics.confusion_matrix(actual, decisions >= threshold),
                "precision": metrics.precision_score(actual, decisions >= threshold, zero_division=0),
                "recall": metrics.recall_score(actual, decisions >= threshold),
                "f1": metrics.f1_score(actual, decisions >= threshold)} for threshold in thresholds],
    }


def curves():
    with open(FOLDER / "seed_predictions.csv") as file:
        rows = list(csv.DictReader(file))
    rng = np.random.RandomState(3)
    tied = np.round(rng.normal(size=50), 1)
    return {"cases": [
        curve_case("the notebook's hold-out", np.array([int(row["actual"]) for row in rows]),
                   np.array([float(row["decision"]) for row in rows]), [-5.0, -0.3, 0.0, 1.01, 9.0]),
        curve_case("ties", (tied + rng.normal(size=50) > 0.3).astype(int), tied, [-0.5, 0.0, 0.1]),
    ]}


def probabilities():
    rng = np.random.RandomState(21)
    scalings = []
    for rows, shift, slope in ((40, 0.0, 1.0), (200, 1.5, 3.0), (30, -2.0, 0.2)):
        decisions = np.round(rng.normal(size=rows), 4)
        second = (slope * decisions - shift + rng.logistic(size=rows) > 0).astype(int)
        a, b = _sigmoid_calibration(decisions, second)
        scalings.append({"decisions": decisions, "second": second, "a": a, "b": b})
    apart = np.array([-3.0, -2, -1.5, 1, 1.5, 2, 2.5])
    a, b = _sigmoid_calibration(apart, (apart > 0).astype(int))
    scalings.append({"decisions": apart, "second": (apart > 0).astype(int), "a": a, "b": b})
    couplings = []
    for name, load in (("iris", load_iris), ("wine", load_wine)):
        x, y = load(return_X_y=True)
        x = StandardScaler().fit_transform(x)
        machine = SVC(probability=True, decision_function_shape="ovo", random_state=0).fit(x, y)
        some = slice(None, None, 7)
        couplings.append({"name": name, "classes": 3,
                          "a": machine.probA_, "b": machine.probB_,
                          "decisions": machine.decision_function(x)[some],
                          "probabilities": machine.predict_proba(x)[some]})
    return {"scalings": scalings, "couplings": couplings}


def notebook():
    with open(FOLDER / "breast_cancer.csv") as file:
        rows = list(csv.DictReader(file))
    names = ["mean concavity", "worst area", "mean area"]
    x = np.array([[float(row[name]) for name in names] for row in rows])
    y = np.array([int(row["target"]) for row in rows])
    with open(FOLDER / "seed_split.csv") as file:
        split = list(csv.DictReader(file))
    part = lambda name: np.array([int(row["row"]) for row in split if row["part"] == name])
    return x[part("train")], y[part("train")], x[part("test")], y[part("test")]


def importance():
    x, y, held, truth = notebook()
    model = make_pipeline(StandardScaler(), SVC(C=10, gamma=0.1)).fit(x, y)
    scaler, svc = model[0], model[1]
    result = {
        "gamma": 0.1, "means": scaler.mean_, "deviations": scaler.scale_,
        "vectors": svc.support_vectors_, "coefficients": svc.dual_coef_[0],
        "intercept": svc.intercept_[0], "measured": []}
    for scoring, seed, repeats in (
            ("accuracy", 0, 30), ("accuracy", 5, 4), ("roc_auc", 2**32 - 1, 3)):
        found = permutation_importance(
            model, held, truth, scoring=scoring, n_repeats=repeats, random_state=seed)
        result["measured"].append({
            "scoring": scoring, "seed": seed, "repeats": repeats,
            "mean": found.importances_mean, "deviation": found.importances_std,
            "drops": found.importances})
    sizes, training, test = learning_curve(
        make_pipeline(StandardScaler(), SVC(C=10, gamma=0.1, tol=1e-6)), x, y,
        cv=StratifiedKFold(3), train_sizes=[0.1, 0.3, 0.5, 0.8, 1.0], shuffle=True, random_state=0)
    result["curve"] = {"sizes": sizes, "training": training, "test": test}
    return result


def comparison():
    rng = np.random.RandomState(8)
    resampled = []
    for folds, share in ((10, 1 / 9), (3, 0.5), (30, 0.25), (10, 1 / 9)):
        first = np.round(rng.normal(0.9, 0.02, folds), 4)
        second = np.round(first - rng.normal(0.01, 0.01, folds), 4)
        off = first - second
        t = off.mean() / np.sqrt((1 / folds + share) * off.var(ddof=1))
        resampled.append({"first": first, "second": second, "share": share, "t": t,
                          "p": 2 * stats.t.sf(abs(t), folds - 1)})
    mcnemar = [{"first": b, "second": c, "p": stats.binomtest(b, b + c).pvalue}
               for b, c in ((10, 3), (0, 6), (5, 5), (1, 0), (150, 101), (700, 650))]
    return {"resampled": resampled, "mcnemar": mcnemar}


write("report_scores.json", scores())
write("report_curves.json", curves())
write("report_probabilities.json", probabilities())
write("report_importance.json", importance())
write("report_comparison.json", comparison())

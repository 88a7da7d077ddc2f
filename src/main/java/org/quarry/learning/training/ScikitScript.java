package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quarry.database.Identifiers;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;

/**
 * The same experiment as a script for Python with scikit-learn: the same rows, hold-out, folds and
 * grid, so that another program can be asked whether ours is right.
 */
final class ScikitScript {
  private final TrainingRecipe recipe;
  private final TrainingSettings settings;

  /** Makes the script of a training. */
  ScikitScript(TrainingRecipe recipe) {
    this.recipe = recipe;
    this.settings = recipe.settings();
  }

  /**
   * The script; it takes the database as its argument, and has the one it was made of by itself.
   */
  String text() {
    boolean inside = !settings.scaleBeforeFolds();
    String prefix = inside ? "svc__" : "";
    return """
        #!/usr/bin/env python3
        \"""%s\"""
        import sqlite3
        import sys

        import numpy as np
        from sklearn.metrics import accuracy_score, classification_report, confusion_matrix
        from sklearn.model_selection import GridSearchCV, StratifiedKFold, train_test_split
        from sklearn.pipeline import Pipeline
        from sklearn.preprocessing import StandardScaler
        from sklearn.svm import SVC

        FILE = sys.argv[1] if len(sys.argv) > 1 else %s
        SQL = %s

        # Rows without a class are to be predicted, rows that lack a feature are left out.
        rows = [row for row in sqlite3.connect(FILE).execute(SQL) if None not in row]
        classes = sorted({row[-1] for row in rows}, key=lambda c: (isinstance(c, str), c))
        X = np.array([row[:-1] for row in rows], dtype=float)
        y = np.array([classes.index(row[-1]) for row in rows])

        %s
        # A tolerance at which scikit-learn reaches the optimum that Quarry reaches.
        svc = SVC(degree=%d, coef0=%s, tol=1e-6)
        %s
        grid = %s
        search = GridSearchCV(model, grid, scoring="accuracy", cv=StratifiedKFold(%d))
        search.fit(X_train, y_train)
        print("best", {name.split("__")[-1]: value for name, value in search.best_params_.items()})
        print("mean accuracy %%.12f" %% search.best_score_)
        %s"""
        .formatted(
            docstring(),
            literal(recipe.file().toAbsolutePath().toString()),
            literal(sql()),
            split(),
            first().degree(),
            first().coef0(),
            inside
                ? "model = Pipeline([(\"scale\", StandardScaler()), (\"svc\", svc)])"
                : "# Scaled before the folds, as asked: the scores are a little too good.\n"
                    + "scaler = StandardScaler().fit(X_train)\n"
                    + "X_train = scaler.transform(X_train)\n"
                    + (settings.split().fraction() == 0
                        ? ""
                        : "X_test = scaler.transform(X_test)\n")
                    + "model = svc",
            grid(prefix),
            settings.folds(),
            settings.split().fraction() == 0 ? "" : heldOut());
  }

  private String docstring() {
    return "The training “%s” as scikit-learn does it: %s from %s."
        .formatted(settings.name(), settings.target(), String.join(", ", settings.features()))
        .replace("\\", "\\\\")
        .replace("\"", "\\\"");
  }

  private Kernel first() {
    return settings.candidates().getFirst().kernel();
  }

  /** The order of the rows is what splits and folds depend on. */
  private String sql() {
    String columns =
        Stream.concat(settings.features().stream(), Stream.of(settings.target()))
            .map(name -> recipe.table().column(name).map(Column::name).orElse(name))
            .map(Identifiers::quote)
            .collect(Collectors.joining(", "));
    Table table = recipe.table();
    String order =
        table
            .rowidName()
            .filter(name -> table.kind() == Table.Kind.TABLE)
            .map(name -> " ORDER BY " + name)
            .orElseGet(
                () ->
                    table.withoutRowid()
                        ? table.key().stream()
                            .map(Column::name)
                            .map(Identifiers::quote)
                            .collect(Collectors.joining(", ", " ORDER BY ", ""))
                        : "");
    return "SELECT " + columns + " FROM " + Identifiers.quote(table.name()) + order;
  }

  private String split() {
    if (settings.split().fraction() == 0) {
      return "X_train, y_train = X, y\n";
    }
    return """
        X_train, X_test, y_train, y_test = train_test_split(
            X, y, test_size=%s, random_state=%d
        )
        """
        .formatted(settings.split().fraction(), settings.split().seed());
  }

  private String grid(String prefix) {
    return ParameterGrid.of(settings.candidates())
        .map(lists -> lists(lists, prefix))
        .orElseGet(
            () ->
                settings.candidates().stream()
                    .map(candidate -> "    " + single(candidate, prefix) + ",\n")
                    .collect(Collectors.joining("", "[\n", "]")));
  }

  private static String lists(ParameterGrid grid, String prefix) {
    return """
        {
            "%1$sC": %2$s,
            "%1$sgamma": %3$s,
            "%1$skernel": %4$s,
        }"""
        .formatted(
            prefix,
            grid.cs(),
            grid.gammas(),
            grid.shapes().stream().map(shape -> '"' + shape.text() + '"').toList());
  }

  private static String single(Candidate candidate, String prefix) {
    List<String> parts = new ArrayList<>();
    Kernel kernel = candidate.kernel();
    parts.add("\"%sC\": [%s]".formatted(prefix, candidate.c()));
    parts.add("\"%sgamma\": [%s]".formatted(prefix, kernel.gamma()));
    parts.add("\"%skernel\": [\"%s\"]".formatted(prefix, kernel.shape().text()));
    parts.add("\"%sdegree\": [%d]".formatted(prefix, kernel.degree()));
    parts.add("\"%scoef0\": [%s]".formatted(prefix, kernel.coef0()));
    if (!candidate.weighting().equals(Weighting.NONE)) {
      parts.add("\"%sclass_weight\": [%s]".formatted(prefix, weights(candidate.weighting())));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private static String weights(Weighting weighting) {
    return weighting.balanced()
        ? "\"balanced\""
        : IntStream.range(0, weighting.given().size())
            .mapToObj(i -> i + ": " + weighting.given().get(i))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String heldOut() {
    return """

        predicted = search.predict(X_test)
        print("held out: accuracy %.12f" % accuracy_score(y_test, predicted))
        print(confusion_matrix(y_test, predicted))
        labels = sorted(set(y_test) | set(predicted))
        names = [str(classes[label]) for label in labels]
        print(classification_report(y_test, predicted, labels=labels, target_names=names))
        """;
  }

  /** The text as Python writes it. */
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> literal.append('\\').append((char) c);
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> literal.append((char) c);
              }
            });
    return literal.append('"').toString();
  }
}

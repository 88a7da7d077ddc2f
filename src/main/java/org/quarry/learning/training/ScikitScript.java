package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The same experiment as a script for Python with scikit-learn: the same rows, hold-out, folds and
 * grid, so that another program can be asked whether ours is right.
 */
final class ScikitScript {
  private final TrainingSettings settings;
  private final ScikitRows rows;
  private final ScikitColumns columns;
  private final ScikitSearch search;

  /** Makes the script of a training for which there is no {@link ScikitRefusal}. */
  ScikitScript(TrainingRecipe recipe) {
    this.settings = recipe.settings();
    this.rows = new ScikitRows(recipe);
    this.columns = new ScikitColumns(settings.roles().features());
    this.search = new ScikitSearch(settings, columns.steps());
  }

  /**
   * The script; it takes the database as its argument, and has the one it was made of by itself.
   */
  String text() {
    boolean held = settings.split().fraction() > 0;
    List<String> parts = new ArrayList<>();
    parts.add(head(held));
    parts.add(rows.text());
    parts.add(split(held));
    parts.add(search.text(groups()));
    if (held) {
      parts.add(heldOut());
    }
    return String.join("\n", parts);
  }

  private boolean groups() {
    return settings.validation().byGroup();
  }

  private String head(boolean held) {
    Set<String> imports = new TreeSet<>(columns.imports());
    imports.addAll(search.imports());
    if (held) {
      imports.add("from sklearn.metrics import accuracy_score");
      imports.add("from sklearn.metrics import classification_report");
      imports.add("from sklearn.metrics import confusion_matrix");
      imports.add("from sklearn.model_selection import train_test_split");
    }
    return "#!/usr/bin/env python3\n\"\"\""
        + docstring()
        + "\"\"\"\n"
        + String.join("\n", rows.imports())
        + "\n\nimport numpy as np\n"
        + String.join("\n", imports)
        + "\n";
  }

  private String docstring() {
    return "The training “%s” as scikit-learn does it: %s from %s."
        .formatted(settings.name(), settings.target(), String.join(", ", settings.features()))
        .replace("\\", "\\\\")
        .replace("\"", "\\\"");
  }

  private String split(boolean held) {
    if (!held) {
      return groups()
          ? "X_train, y_train, groups_train = X, y, groups\n"
          : "X_train, y_train = X, y\n";
    }
    return "%s = train_test_split(\n    X, y%s, test_size=%s, random_state=%d\n)\n"
        .formatted(
            "X_train, X_test, y_train, y_test" + (groups() ? ", groups_train, _" : ""),
            groups() ? ", groups" : "",
            settings.split().fraction(),
            settings.split().seed());
  }

  private static String heldOut() {
    return """
        predicted = model.predict(X_test)
        print("held out: accuracy %.12f" % accuracy_score(y_test, predicted))
        print(confusion_matrix(y_test, predicted))
        labels = sorted(set(y_test) | set(predicted))
        names = [str(classes[label]) for label in labels]
        print(classification_report(y_test, predicted, labels=labels, target_names=names))
        """;
  }
}

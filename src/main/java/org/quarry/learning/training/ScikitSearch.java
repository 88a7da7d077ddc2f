package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;

/** The part of a script that searches: folds, grid, model, and what it found. */
final class ScikitSearch {
  private final TrainingSettings settings;
  private final Validation validation;
  private final List<String> steps;

  /**
   * Makes one.
   *
   * @param steps what comes before the machine, each a tuple in Python
   */
  ScikitSearch(TrainingSettings settings, List<String> steps) {
    this.settings = settings;
    this.validation = settings.validation();
    this.steps = List.copyOf(steps);
  }

  /** What of scikit-learn it needs. */
  List<String> imports() {
    List<String> imports = new ArrayList<>();
    imports.add("from sklearn.model_selection import GridSearchCV");
    imports.add("from sklearn.model_selection import " + folds().split("\\(", -1)[0]);
    imports.add("from sklearn.pipeline import Pipeline");
    imports.add("from sklearn.svm import SVC");
    if (validation.nested()) {
      imports.add("from sklearn.model_selection import cross_val_score");
    }
    return imports;
  }

  private String folds() {
    return switch (validation.kind()) {
      case STRATIFIED -> "StratifiedKFold(%d)".formatted(validation.folds());
      case SHUFFLED ->
          "StratifiedKFold(%d, shuffle=True, random_state=%d)"
              .formatted(validation.folds(), validation.seed());
      case GROUPED -> "GroupKFold(%d)".formatted(validation.folds());
      case STRATIFIED_GROUPED -> "StratifiedGroupKFold(%d)".formatted(validation.folds());
      case REPEATED ->
          "RepeatedStratifiedKFold(n_splits=%d, n_repeats=%d, random_state=%d)"
              .formatted(validation.folds(), validation.repeats(), validation.seed());
      case HOLD_OUT ->
          "ShuffleSplit(n_splits=1, test_size=%s, random_state=%d)"
              .formatted(Validation.HELD_OUT, validation.seed());
    };
  }

  /**
   * The part.
   *
   * @param groups whether there are groups
   */
  String text(boolean groups) {
    boolean inside = !validation.scaleBeforeFolds();
    String metric = validation.metric().scikitLearnName(2);
    String given = groups ? "groups=groups_train" : "";
    StringBuilder text = new StringBuilder();
    text.append("# A tolerance at which scikit-learn reaches the optimum that Quarry reaches.\n");
    text.append("svc = ").append(machine()).append('\n');
    text.append("cv = ").append(folds()).append('\n');
    text.append("grid = ").append(grid(inside ? "svc__" : "")).append('\n');
    if (inside) {
      text.append("pipeline = ").append(pipeline("(\"svc\", svc)")).append('\n');
      text.append(
          "model = search = GridSearchCV(pipeline, grid, scoring=\"%s\", cv=cv)\n"
              .formatted(metric));
    } else {
      given = groups ? "search__groups=groups_train" : "";
      text.append("search = GridSearchCV(svc, grid, scoring=\"%s\", cv=cv)\n".formatted(metric));
      text.append("# Scaled before the folds, as asked: the scores are a little too good.\n");
      text.append("model = ").append(pipeline("(\"search\", search)")).append('\n');
    }
    text.append("model.fit(X_train, y_train%s)\n".formatted(given.isEmpty() ? "" : ", " + given));
    text.append(
        """
        print("best", {name.split("__")[-1]: value for name, value in search.best_params_.items()})
        print("mean %s %%.12f" %% search.best_score_)
        """
            .formatted(validation.metric().word().replace('-', ' ')));
    if (validation.nested()) {
      text.append(nested(metric, groups, inside));
    }
    return text.toString();
  }

  private static String nested(String metric, boolean groups, boolean inside) {
    String fold =
        groups
            ? ",\n    groups=groups_train, fit_params={\"%s\": groups_train}"
                .formatted(inside ? "groups" : "search__groups")
            : "";
    return """
        # The whole search on rows it did not see: the honest figure beside the best mean.
        nested = cross_val_score(
            model, X_train, y_train, scoring="%s", cv=cv%s
        )
        print("nested mean %%.12f" %% nested.mean())
        """
        .formatted(metric, fold);
  }

  private String pipeline(String last) {
    return "Pipeline([\n    " + String.join(",\n    ", steps) + ",\n    " + last + ",\n])";
  }

  private String machine() {
    Candidate first = settings.candidates().getFirst();
    String weights =
        first.weighting().equals(Weighting.NONE)
            ? ""
            : ", class_weight=" + weights(first.weighting());
    return "SVC(degree=%d, coef0=%s, tol=1e-6%s)"
        .formatted(first.kernel().degree(), first.kernel().coef0(), weights);
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
    parts.add("\"%sclass_weight\": [%s]".formatted(prefix, weights(candidate.weighting())));
    return "{" + String.join(", ", parts) + "}";
  }

  private static String weights(Weighting weighting) {
    if (weighting.balanced()) {
      return "\"balanced\"";
    }
    return weighting.given().isEmpty()
        ? "None"
        : IntStream.range(0, weighting.given().size())
            .mapToObj(i -> i + ": " + weighting.given().get(i))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}

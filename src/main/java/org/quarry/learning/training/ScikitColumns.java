package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;

/**
 * The steps of a pipeline that make a point of the numbers of a row: gaps filled, categories spread
 * out, every column scaled, each measured on the rows that the pipeline is fitted to.
 */
final class ScikitColumns {
  private static final String IMPUTER = "from sklearn.impute import SimpleImputer";
  private static final String ENCODER = "from sklearn.preprocessing import OneHotEncoder";
  private static final String ENCODE = "OneHotEncoder(handle_unknown=\"ignore\")";

  /** Positions of the features that are treated alike. */
  private final Map<Treatment, List<Integer>> treated = new LinkedHashMap<>();

  /**
   * How a column is treated.
   *
   * @param name its name among the steps
   * @param step what Python makes of it
   * @param imports what that needs
   */
  private record Treatment(String name, String step, List<String> imports) {}

  ScikitColumns(List<Feature> features) {
    for (int i = 0; i < features.size(); i++) {
      treated.computeIfAbsent(treatment(features.get(i)), none -> new ArrayList<>()).add(i);
    }
  }

  private static Treatment treatment(Feature feature) {
    if (feature.kind() == Kind.NOMINAL) {
      return switch (feature.missing()) {
        case MODE ->
            new Treatment(
                "filled",
                "make_pipeline(SimpleImputer(strategy=\"most_frequent\"), " + ENCODE + ")",
                List.of(IMPUTER, ENCODER, "from sklearn.pipeline import make_pipeline"));
        // To the encoder NaN is one more category where it occurs.
        case LEAVE_OUT, CATEGORY, MEAN, INDICATOR ->
            new Treatment("categories", ENCODE, List.of(ENCODER));
      };
    }
    return switch (feature.missing()) {
      case LEAVE_OUT, CATEGORY -> new Treatment("numbers", "\"passthrough\"", List.of());
      case MEAN -> new Treatment("means", "SimpleImputer()", List.of(IMPUTER));
      case MODE ->
          new Treatment("modes", "SimpleImputer(strategy=\"most_frequent\")", List.of(IMPUTER));
      case INDICATOR ->
          new Treatment("indicated", "SimpleImputer(add_indicator=True)", List.of(IMPUTER));
    };
  }

  private boolean plain() {
    return treated.keySet().stream().allMatch(each -> each.name().equals("numbers"));
  }

  /** The imports of the steps. */
  List<String> imports() {
    List<String> imports = new ArrayList<>();
    if (!plain()) {
      imports.add("from sklearn.compose import ColumnTransformer");
      treated.keySet().forEach(each -> imports.addAll(each.imports()));
    }
    imports.add("from sklearn.preprocessing import StandardScaler");
    return imports;
  }

  /** The steps, each a tuple in Python. */
  List<String> steps() {
    List<String> steps = new ArrayList<>();
    if (!plain()) {
      StringBuilder each = new StringBuilder("(\"columns\", ColumnTransformer([\n");
      treated.forEach(
          (treatment, at) ->
              each.append(
                  "        (\"%s\", %s, %s),\n".formatted(treatment.name(), treatment.step(), at)));
      steps.add(each.append("    ], sparse_threshold=0))").toString());
    }
    steps.add("(\"scale\", StandardScaler())");
    return steps;
  }
}

package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.LearningProblem;

/**
 * What columns are for; those not named are ignored. Case does not matter in names, as in SQL.
 *
 * @param features the columns to learn from, one at least
 * @param target the column to learn
 * @param group the column whose equal values belong together, or null
 */
public record Roles(List<Feature> features, String target, @Nullable String group) {
  /**
   * Makes roles.
   *
   * @throws LearningProblem.BadSettings if there is no feature or a column has two roles
   */
  public Roles {
    features = List.copyOf(features);
    if (features.isEmpty()) {
      throw new LearningProblem.BadSettings(
          "There is no feature to learn from.", "Choose at least one column.");
    }
    Set<String> seen = new HashSet<>();
    for (Feature feature : features) {
      if (feature.name().equalsIgnoreCase(target)) {
        throw new LearningProblem.BadSettings(
            "The column “" + feature.name() + "” is the target and a feature at once.",
            "Take it out of the features.");
      }
      if (feature.name().equalsIgnoreCase(group)) {
        throw new LearningProblem.BadSettings(
            "The column “" + feature.name() + "” is the group and a feature at once.",
            "Take it out of the features.");
      }
      if (!seen.add(feature.name().toLowerCase(Locale.ROOT))) {
        throw new LearningProblem.BadSettings(
            "The feature “" + feature.name() + "” is named twice.", "Name it once.");
      }
    }
    if (target.equalsIgnoreCase(group)) {
      throw new LearningProblem.BadSettings(
          "The column “" + target + "” is the target and the group at once.",
          "Choose another group.");
    }
  }

  /** Features that are all numbers, of which none may be missing, and no group. */
  public static Roles numeric(List<String> features, String target) {
    return new Roles(features.stream().map(Feature::numeric).toList(), target, null);
  }

  /** All columns that have a part, each once: features, target, group. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>(features.stream().map(Feature::name).toList());
    columns.add(target);
    if (group != null) {
      columns.add(group);
    }
    return columns;
  }
}

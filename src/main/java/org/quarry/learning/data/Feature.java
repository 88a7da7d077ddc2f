package org.quarry.learning.data;

import java.util.HashSet;
import java.util.List;
import org.quarry.learning.LearningProblem;

/**
 * A column to learn from and how its values become numbers.
 *
 * @param name the column
 * @param kind what its values are taken for
 * @param number what a moment becomes; counts for dates only
 * @param missing what becomes of a row where it is NULL
 * @param categories of a nominal one the values that have a code, each by its position here, in
 *     order; empty until rows are looked at, and for other kinds
 */
public record Feature(
    String name, Kind kind, DateNumber number, Missing missing, List<ClassLabel> categories) {
  /**
   * A nominal feature of more categories would make points too wide to train on, and is most likely
   * a name or a text.
   */
  public static final int MOST_CATEGORIES = 1_000;

  /**
   * Makes a feature.
   *
   * @throws LearningProblem.BadSettings if missing values cannot be treated so in that kind, or
   *     there are too many categories
   * @throws IllegalArgumentException if the kind has no categories, or one is there twice
   */
  public Feature {
    categories = List.copyOf(categories);
    if (!missing.suits(kind)) {
      throw new LearningProblem.BadSettings(
          "A %s feature cannot treat missing values by “%s”: “%s”."
              .formatted(kind.text(), missing.text(), name),
          "Choose another way.");
    }
    if (categories.size() > MOST_CATEGORIES) {
      throw new LearningProblem.BadSettings(
          "The column “%s” has more than %d categories.".formatted(name, MOST_CATEGORIES),
          "Ignore it, or group its values in a view.");
    }
    if (kind != Kind.NOMINAL && !categories.isEmpty()) {
      throw new IllegalArgumentException("only nominal features have categories");
    }
    if (new HashSet<>(categories).size() < categories.size()) {
      throw new IllegalArgumentException("a category is there twice");
    }
  }

  /** A number; rows where it is NULL are left out. */
  public static Feature numeric(String name) {
    return numeric(name, Missing.LEAVE_OUT);
  }

  /** A number. */
  public static Feature numeric(String name, Missing missing) {
    return new Feature(name, Kind.NUMERIC, DateNumber.DAYS, missing, List.of());
  }

  /** A category. */
  public static Feature nominal(String name, Missing missing) {
    return new Feature(name, Kind.NOMINAL, DateNumber.DAYS, missing, List.of());
  }

  /** A day or moment. */
  public static Feature date(String name, DateNumber number, Missing missing) {
    return new Feature(name, Kind.DATE, number, missing, List.of());
  }

  /** The same with these categories. */
  Feature with(List<ClassLabel> categories) {
    return new Feature(name, kind, number, missing, categories);
  }

  /** The same by another name. */
  Feature named(String name) {
    return new Feature(name, kind, number, missing, categories);
  }
}

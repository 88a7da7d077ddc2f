package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.quarry.learning.data.ClassLabel;

/**
 * What became of the rows of a table.
 *
 * @param rows all rows
 * @param alreadySet rows left alone because they have a value and only NULL was to be filled
 * @param missing rows left alone because a feature is NULL that must not be
 * @param notNumeric rows left alone because a feature is not of its kind
 * @param unseen rows given a class although they hold a category that no row trained on has
 * @param labels the rows given each class, in the order of the classes
 * @param features the features that rows lack or that hold something new, in the model's order
 */
public record PredictionCounts(
    long rows,
    long alreadySet,
    long missing,
    long notNumeric,
    long unseen,
    Map<ClassLabel, Long> labels,
    List<FeatureGaps> features) {
  /** Copies the list. */
  public PredictionCounts {
    features = List.copyOf(features);
  }

  /** The rows that were given a class. */
  public long predicted() {
    return rows - alreadySet - missing - notNumeric;
  }

  /**
   * What is particular about rows, by which columns, and what is done with them: sentences, none
   * where every row is given a class like all others.
   *
   * @param number writes a number
   */
  public List<String> remarks(LongFunction<String> number) {
    List<String> remarks = new ArrayList<>();
    if (alreadySet > 0) {
      remarks.add(
          alreadySet == 1
              ? "1 row keeps the value it has."
              : number.apply(alreadySet) + " rows keep the value they have.");
    }
    long left = missing + notNumeric;
    if (left > 0) {
      String rows =
          left == 1
              ? "1 row gets no prediction and stays as it is: "
              : number.apply(left) + " rows get no prediction and stay as they are: ";
      remarks.add(rows + String.join(", ", reasons(number)) + ".");
    }
    if (unseen > 0) {
      String rows =
          unseen == 1
              ? "1 row is predicted with a category that no row learned from has"
              : number.apply(unseen)
                  + " rows are predicted with a category that no row learned from has";
      remarks.add(
          rows + "; it counts as none of the known ones: " + String.join(", ", news(number)) + ".");
    }
    return remarks;
  }

  private List<String> reasons(LongFunction<String> number) {
    List<String> reasons = new ArrayList<>();
    for (FeatureGaps each : features) {
      if (each.missing() > 0) {
        reasons.add("NULL in “%s” (%s)".formatted(each.feature(), number.apply(each.missing())));
      }
      if (each.unfit() > 0) {
        reasons.add(
            "%s in “%s” (%s)"
                .formatted(each.unfitWords(), each.feature(), number.apply(each.unfit())));
      }
    }
    return reasons;
  }

  private List<String> news(LongFunction<String> number) {
    return features.stream()
        .filter(each -> each.unseen() > 0)
        .map(
            each ->
                "“%s” (%s: %s%s)"
                    .formatted(
                        each.feature(),
                        number.apply(each.unseen()),
                        String.join(", ", each.categories()),
                        each.categories().size() < FeatureGaps.NAMED ? "" : ", …"))
        .toList();
  }
}

package org.quarry.learning.model;

import java.util.List;
import org.quarry.learning.data.Kind;

/**
 * How rows to be predicted fared with one feature of the model. A row may count with several.
 *
 * @param feature its name
 * @param kind what its values are taken for
 * @param missing rows that get no prediction, with NULL there though a value is needed
 * @param unfit rows that get no prediction, with a value there that is not of its kind
 * @param unseen rows with a prediction, with a category there that no row trained on has
 * @param categories the first few of these categories, as they are shown
 */
public record FeatureGaps(
    String feature, Kind kind, long missing, long unfit, long unseen, List<String> categories) {
  /** So many categories are named. */
  static final int NAMED = 3;

  /** Copies the list. */
  public FeatureGaps {
    categories = List.copyOf(categories);
  }

  /** What a value of another kind is, in words. */
  String unfitWords() {
    return switch (kind) {
      case NUMERIC -> "no number";
      case NOMINAL -> "no category";
      case DATE -> "no day or moment";
    };
  }
}

package org.quarry.ui.kit;

import java.util.List;
import java.util.Objects;
import org.quarry.database.records.Sort;

/**
 * A filter of a table that a person keeps.
 *
 * @param name what it is called
 * @param texts what stands in the boxes
 * @param sorts the order kept with it; empty to leave the order as it is
 */
public record SavedFilter(String name, FilterTexts texts, List<Sort> sorts) {
  /** Keeps its own copy; what a settings file lacks is empty. */
  public SavedFilter {
    name = Objects.requireNonNullElse(name, "");
    texts = Objects.requireNonNullElse(texts, FilterTexts.NONE);
    sorts =
        Objects.requireNonNullElse(sorts, List.<Sort>of()).stream()
            .filter(sort -> sort != null && sort.column() != null)
            .toList();
  }

  /** The same by another name. */
  public SavedFilter named(String other) {
    return new SavedFilter(other, texts, sorts);
  }
}

package org.quarry.ui.records;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.grid.CellKind;

/** How the values of a column are written in the grid. What is stored stays as it is. */
sealed interface ColumnFormat permits NumberFormat, MomentFormat, WordFormat {
  /** Names it where it is remembered; never changes. */
  String id();

  /** What a menu calls it. */
  String title();

  /**
   * A value in this format.
   *
   * @param value null, Long, Double, String, {@code byte[]}, or what stands for a long value
   * @return empty for a value that does not fit, which is then shown as it is stored
   */
  Optional<String> text(@Nullable Object value);

  /** How a cell in this format stands. */
  CellKind kind();

  /** All formats in the order of a menu. */
  static Stream<ColumnFormat> all() {
    return Stream.of(
            Stream.of(NumberFormat.values()), MomentFormat.all(), Stream.of(WordFormat.values()))
        .flatMap(formats -> formats);
  }

  /** The format of an id, if there is one. */
  static Optional<ColumnFormat> of(String id) {
    return all().filter(format -> format.id().equals(id)).findFirst();
  }
}

package org.quarry.database.references;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** Chooses the columns of a table by which a person knows its rows. */
final class LabelColumns {
  private static final List<String> NAMES =
      List.of("name", "title", "label", "caption", "subject", "description", "code");

  /** How many columns a label is made of at most. */
  private static final int MOST = 2;

  private LabelColumns() {}

  /**
   * The columns to show: one that is called name, title or the like; else two whose names speak of
   * one, such as first_name and last_name; else the first two. Only columns of texts that are no
   * key are chosen from, or, where there are none, columns without a type.
   */
  static List<String> of(Table table, List<Column> referred) {
    List<Column> texts = plain(table, referred, Column.Affinity.TEXT);
    List<Column> from = texts.isEmpty() ? plain(table, referred, Column.Affinity.BLOB) : texts;
    for (String name : NAMES) {
      for (Column column : from) {
        if (lower(column).equals(name)) {
          return List.of(column.name());
        }
      }
    }
    for (String name : NAMES) {
      List<Column> speaking = from.stream().filter(column -> lower(column).contains(name)).toList();
      if (!speaking.isEmpty()) {
        return names(speaking.stream());
      }
    }
    return names(from.stream());
  }

  private static List<Column> plain(Table table, List<Column> referred, Column.Affinity affinity) {
    return table.columns().stream()
        .filter(column -> column.affinity() == affinity)
        .filter(column -> affinity != Column.Affinity.BLOB || column.type().isEmpty())
        .filter(column -> !column.isKey() && !referred.contains(column) && !table.refers(column))
        .toList();
  }

  private static List<String> names(Stream<Column> columns) {
    return columns.limit(MOST).map(Column::name).toList();
  }

  private static String lower(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}

package org.quarry.database.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Reference;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** The rows that a foreign key can refer to, searched by key and label, a page at a time. */
public final class ForeignChoices {
  /** Rows of a page. */
  public static final int PAGE = 50;

  private static final List<String> LABELS =
      List.of("name", "title", "label", "description", "text", "code");

  private final Database database;
  private final Table parent;
  private final Column key;
  private final @Nullable String label;

  /**
   * A row that can be referred to.
   *
   * @param key the value that refers to it: Long, Double, String or {@code byte[]}
   * @param label the beginning of its label, or empty
   */
  public record Choice(Object key, String label) {}

  /** Some rows, and whether there are more. */
  public record Page(List<Choice> choices, boolean more) {}

  private ForeignChoices(Database database, Table parent, Column key) {
    this.database = database;
    this.parent = parent;
    this.key = key;
    label = label(parent, key);
  }

  /** The choices for a key of one column; empty when the other table or column is not there. */
  public static Optional<ForeignChoices> of(Database database, Schema schema, Reference reference) {
    if (reference.columns().size() != 1 || !reference.complete()) {
      return Optional.empty();
    }
    return schema
        .table(reference.table())
        .flatMap(
            parent ->
                parent
                    .column(reference.referred().getFirst())
                    .map(key -> new ForeignChoices(database, parent, key)));
  }

  /** A text column that tells rows apart for a person: one called so, or the first there is. */
  private static @Nullable String label(Table parent, Column key) {
    return parent.columns().stream()
        .filter(column -> !column.equals(key))
        .filter(column -> column.affinity() == Column.Affinity.TEXT)
        .map(Column::name)
        .min(Comparator.comparingInt(ForeignChoices::rank))
        .orElse(null);
  }

  private static int rank(String name) {
    int at = LABELS.indexOf(name.toLowerCase(Locale.ROOT));
    return at < 0 ? LABELS.size() : at;
  }

  /** Whether a text can be a key as it is typed, and not only a part of a label. */
  public boolean canBeKey(String typed) {
    return !key.isNumeric() || !(TypedValue.parse(typed, key, null) instanceof String);
  }

  /**
   * Rows whose key begins with a text or whose label has it, in the order of their keys; the row
   * whose key it is comes first.
   *
   * @param typed the text; empty for all rows
   * @param offset how many rows of this search were had before
   */
  public Page page(String typed, int offset, Monitor monitor) {
    String text = typed.strip();
    Object exact = text.isEmpty() ? null : TypedValue.parse(text, key, null);
    return database.read(
        monitor,
        session -> {
          ChoiceMapper mapper = session.mapper(ChoiceMapper.class);
          List<Choice> choices = new ArrayList<>();
          List<@Nullable Object[]> own =
              exact == null ? List.of() : mapper.exact(parent, key.name(), label, exact);
          if (offset == 0) {
            own.forEach(row -> add(choices, row));
          }
          int from = own.isEmpty() || offset == 0 ? offset : offset - 1;
          int wanted = PAGE - choices.size();
          List<@Nullable Object[]> rows =
              mapper.choices(parent, key.name(), label, text, exact, wanted + 1, from);
          rows.stream().limit(wanted).forEach(row -> add(choices, row));
          return new Page(choices, rows.size() > wanted);
        });
  }

  private static void add(List<Choice> choices, @Nullable Object[] row) {
    Object value = row[0];
    if (value != null) {
      choices.add(new Choice(value, row[1] == null ? "" : row[1].toString()));
    }
  }
}

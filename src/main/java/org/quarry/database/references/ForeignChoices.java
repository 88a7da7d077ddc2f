package org.quarry.database.references;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;
import org.quarry.work.Monitor;

/**
 * The rows that a foreign key can refer to, searched by one of its columns and by label, a page at
 * a time. Blocks on the disk; safe for several threads.
 */
public final class ForeignChoices {
  /** Rows of a page. */
  public static final int PAGE = 50;

  private final Database database;
  private final Reference.Sound reference;
  private final int place;
  private final List<@Nullable Object> given;
  private final Column searched;

  /**
   * A row that can be referred to.
   *
   * @param key the values that refer to it, in the key's order: Long, Double, String or {@code
   *     byte[]}
   * @param label its label, or empty
   */
  public record Choice(List<Object> key, String label) {}

  /** Some rows, and whether there are more. */
  public record Page(List<Choice> choices, boolean more) {}

  /**
   * Makes one.
   *
   * @param place which of the key's columns is searched
   * @param given a value for each column of the key, which the rows must have; null for any. That
   *     at {@code place} does not count.
   */
  public ForeignChoices(
      Database database, Reference.Sound reference, int place, List<@Nullable Object> given) {
    this.database = database;
    this.reference = reference;
    this.place = place;
    List<@Nullable Object> others = new ArrayList<>(given);
    others.set(place, null);
    this.given = Collections.unmodifiableList(others);
    searched = reference.parent().column(reference.referred().get(place)).orElseThrow();
  }

  /** Whether a text can be a key as it is typed, and not only a part of a label. */
  public boolean canBeKey(String typed) {
    return !searched.isNumeric() || !(TypedValue.parse(typed, searched, null) instanceof String);
  }

  /**
   * Rows whose value begins with a text or whose label has it, in the order of the values; those
   * whose value it is come first.
   *
   * @param typed the text; empty for all rows
   * @param offset how many rows of this search were had before
   */
  public Page page(String typed, int offset, Monitor monitor) {
    String text = typed.strip();
    Object exact = text.isEmpty() ? null : TypedValue.parse(text, searched, null);
    return database.read(
        monitor,
        session -> {
          ChoiceMapper mapper = session.mapper(ChoiceMapper.class);
          long same = exact == null ? 0 : mapper.count(reference, place, given, exact);
          List<@Nullable Object[]> rows = new ArrayList<>();
          if (exact != null && offset < same) {
            rows.addAll(mapper.exact(reference, place, given, exact, PAGE + 1, offset));
          }
          if (rows.size() <= PAGE) {
            int wanted = PAGE + 1 - rows.size();
            long from = Math.max(0, offset - same);
            rows.addAll(mapper.choices(reference, place, given, text, exact, wanted, from));
          }
          return new Page(rows.stream().limit(PAGE).map(this::choice).toList(), rows.size() > PAGE);
        });
  }

  private Choice choice(@Nullable Object[] row) {
    List<Object> key = new ArrayList<>();
    int width = reference.columns().size();
    for (int at = 0; at < width; at++) {
      key.add(Objects.requireNonNull(row[at]));
    }
    return new Choice(key, row[width] == null ? "" : Label.read(row[width].toString()));
  }
}

package org.quarry.database.references;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.Sameness;
import org.quarry.database.records.TypedValue;
import org.quarry.database.schema.Column;

/**
 * The new rows that a reference can lead to: staged, and not yet in the file. As they are at the
 * moment it is made. For the journal's thread.
 */
public final class StagedParents {
  private final Reference.Sound reference;
  private final List<Column> referred;
  private final List<Parent> rows = new ArrayList<>();

  /**
   * A new row.
   *
   * @param row what names it until it is written
   * @param key its values in the columns referred to, in the reference's order
   * @param label its label, or empty
   */
  public record Parent(RowKey.Fresh row, List<Object> key, String label) {}

  /** Takes those of a journal that have a value in every column referred to. */
  public StagedParents(ChangeJournal journal, Reference.Sound reference) {
    this.reference = reference;
    referred =
        reference.referred().stream()
            .flatMap(name -> reference.parent().column(name).stream())
            .toList();
    for (RowKey.Fresh fresh : journal.freshRows(reference.to())) {
      journal.change(reference.to(), fresh).ifPresent(change -> take(fresh, change.values()));
    }
  }

  private void take(RowKey.Fresh fresh, Map<String, @Nullable Object> values) {
    List<Object> key = new ArrayList<>();
    for (Column column : referred) {
      Object value = values.get(column.name());
      if (value != null) {
        key.add(value);
      }
    }
    if (key.size() == referred.size()) {
      List<String> label =
          reference.labels().stream()
              .map(values::get)
              .filter(Objects::nonNull)
              .map(TypedValue::text)
              .toList();
      rows.add(new Parent(fresh, key, Label.of(label)));
    }
  }

  /** The row that a key refers to, if it is one of these. */
  public Optional<Parent> find(List<Object> key) {
    return rows.stream().filter(row -> has(row, key)).findFirst();
  }

  /**
   * Rows whose value begins with a text or whose label has it, in the order of staging.
   *
   * @param place which of the key's columns is searched
   * @param given a value for each column, which the rows must have; null for any. That at {@code
   *     place} does not count.
   * @param most so many at most
   */
  public List<Parent> search(String typed, int place, List<@Nullable Object> given, int most) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    List<@Nullable Object> others = new ArrayList<>(given);
    others.set(place, null);
    return rows.stream()
        .filter(row -> has(row, others))
        .filter(
            row ->
                TypedValue.text(row.key().get(place)).toLowerCase(Locale.ROOT).startsWith(text)
                    || row.label().toLowerCase(Locale.ROOT).contains(text))
        .limit(most)
        .toList();
  }

  private boolean has(Parent row, List<? extends @Nullable Object> wanted) {
    for (int at = 0; at < referred.size(); at++) {
      Object value = wanted.get(at);
      if (value != null && !same(value, row.key().get(at), referred.get(at))) {
        return false;
      }
    }
    return true;
  }

  /** As SQLite compares a child key with its parent, by the parent's affinity and collation. */
  private boolean same(Object child, Object parent, Column column) {
    String collation = reference.parent().rules().collation(column.name());
    return Sameness.of(stored(child, column), collation)
        .equals(Sameness.of(stored(parent, column), collation));
  }

  private static Object stored(Object value, Column column) {
    if (value instanceof String text) {
      return TypedValue.parse(text, column, null);
    }
    return column.affinity() == Column.Affinity.TEXT && !(value instanceof byte[])
        ? TypedValue.text(value)
        : value;
  }
}

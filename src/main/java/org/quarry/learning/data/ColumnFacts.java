package org.quarry.learning.data;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.profile.ColumnProfile;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.ForeignKey;
import org.quarry.database.schema.Table;

/**
 * What is known of a column before it gets a role.
 *
 * @param column its name
 * @param naming whether its values name rows by what the table demands
 * @param refersTo the table whose rows its values name, or empty
 * @param nulls how many of the rows looked at have no value
 * @param numbers how many have a number
 * @param reals how many of these are no integers
 * @param texts how many have a text
 * @param blobs how many have a BLOB
 * @param distinct how many different values there are, at least
 * @param moments whether all texts, or all that were looked at closely, name days or moments
 */
public record ColumnFacts(
    String column,
    Naming naming,
    String refersTo,
    long nulls,
    long numbers,
    long reals,
    long texts,
    long blobs,
    long distinct,
    boolean moments) {
  /** Why no two rows may share a value. */
  public enum Naming {
    /** They may. */
    NO,
    /** It is the primary key. */
    KEY,
    /** It is one of several columns of the primary key, and rows may share a value. */
    PART_OF_KEY,
    /** It is unique by a rule. */
    UNIQUE
  }

  /** How many rows that were looked at have a value. */
  public long values() {
    return numbers + texts + blobs;
  }

  /** What a profile tells of a column of a table or view. */
  static ColumnFacts of(Table table, ColumnProfile profile) {
    Column column = profile.column();
    ColumnProfile.Storage storage = profile.storage();
    ColumnProfile.Texts texts = profile.texts();
    boolean moments =
        texts != null
            && Stream.concat(
                    Stream.of(texts.first(), texts.last()),
                    profile.top().stream()
                        .filter(count -> count.value() instanceof String)
                        .map(count -> Objects.requireNonNull(count.value())))
                .allMatch(text -> Moments.of(text) != null);
    return new ColumnFacts(
        column.name(),
        naming(table, column),
        table.foreignKeys().stream()
            .filter(key -> key.has(column.name()))
            .map(ForeignKey::table)
            .findFirst()
            .orElse(""),
        storage.nulls(),
        storage.integers() + storage.reals(),
        storage.reals(),
        storage.texts(),
        storage.blobs(),
        profile.distinct().count(),
        moments);
  }

  private static Naming naming(Table table, Column column) {
    if (column.isKey()) {
      return table.key().size() == 1 ? Naming.KEY : Naming.PART_OF_KEY;
    }
    boolean unique =
        table.rules().uniqueKeys().stream()
            .anyMatch(
                key ->
                    key.columns().size() == 1
                        && key.columns().getFirst().equalsIgnoreCase(column.name()));
    return unique ? Naming.UNIQUE : Naming.NO;
  }

  /** What rows tell of a column of a query, of which nothing else is known. */
  static ColumnFacts of(Rows rows, int column) {
    long nulls = 0;
    long integers = 0;
    long reals = 0;
    long texts = 0;
    long blobs = 0;
    boolean moments = true;
    Set<ClassLabel> distinct = new HashSet<>();
    for (Row row : rows.rows()) {
      @Nullable Object value = row.values().get(column);
      switch (value) {
        case null -> nulls++;
        case Long integer -> integers++;
        case Double real -> reals++;
        case String text -> {
          texts++;
          moments = moments && Moments.of(text) != null;
        }
        default -> blobs++;
      }
      ClassLabel label = value == null ? null : ClassLabel.of(value);
      if (label != null) {
        distinct.add(label);
      }
    }
    return new ColumnFacts(
        rows.columns().get(column),
        Naming.NO,
        "",
        nulls,
        integers + reals,
        reals,
        texts,
        blobs,
        distinct.size(),
        moments && texts > 0);
  }

  /** Facts in the order of the columns; for queries and other rows in memory. */
  static List<ColumnFacts> of(Rows rows) {
    return IntStream.range(0, rows.columns().size()).mapToObj(column -> of(rows, column)).toList();
  }
}

package org.quarry.database.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.query.Frequencies.Moments;
import org.quarry.work.Monitor;

/** Finds what {@link Frequencies} can be asked of a database. Blocks: not for the UI thread. */
public final class Countables {
  private static final String COLUMNS =
      """
      SELECT s.name, c.name, c.type, c.pk
      FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS c
      WHERE s.type IN ('table', 'view') AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND c.hidden <> 1
      ORDER BY s.type, lower(s.name), c.cid""";

  private final QueryRunner runner;

  /** Makes one over a runner. */
  public Countables(QueryRunner runner) {
    this.runner = runner;
  }

  /**
   * A table or view of which the question can be asked.
   *
   * @param name its name
   * @param columns all its columns, in their order
   * @param label the column that best names groups: the first of text that is no moment
   * @param dates the columns that look like moments by type or name, the best first; may be empty
   */
  public record Table(String name, List<String> columns, String label, List<String> dates) {}

  /**
   * Days of a column.
   *
   * @param moments how it writes them
   * @param first the day of its smallest value, null when it has none
   * @param last the day of its largest value
   */
  public record Days(Moments moments, @Nullable String first, @Nullable String last) {}

  private record Column(String name, String type, boolean key) {
    boolean isText() {
      return type.contains("CHAR") || type.contains("TEXT") || type.contains("CLOB");
    }

    boolean isMomentByType() {
      return type.contains("DATE") || type.contains("TIME");
    }

    boolean isMomentByName() {
      return name.toLowerCase(Locale.ROOT)
          .matches("(.*_)?(date|day|time|timestamp|datetime)(_.*)?|.*_(at|on)|(created|updated).*");
    }
  }

  /** All tables and views with columns, those first that have a label of text and a moment. */
  public List<Table> tables(Monitor monitor) {
    Map<String, List<Column>> columns = new LinkedHashMap<>();
    for (@Nullable Object[] row : rows(COLUMNS, monitor)) {
      columns
          .computeIfAbsent(text(row[0]), name -> new ArrayList<>())
          .add(
              new Column(
                  text(row[1]),
                  text(row[2]).toUpperCase(Locale.ROOT),
                  row[3] instanceof Long key && key > 0));
    }
    List<Table> fit = new ArrayList<>();
    List<Table> rest = new ArrayList<>();
    columns.forEach(
        (name, list) -> {
          Table table = table(name, list);
          boolean both = !table.dates.isEmpty() && list.stream().anyMatch(Countables::names);
          (both ? fit : rest).add(table);
        });
    fit.addAll(rest);
    return List.copyOf(fit);
  }

  private static boolean names(Column column) {
    return column.isText() && !column.isMomentByType() && !column.isMomentByName();
  }

  private static Table table(String name, List<Column> columns) {
    List<String> dates = new ArrayList<>();
    columns.stream().filter(Column::isMomentByType).map(Column::name).forEach(dates::add);
    columns.stream()
        .filter(column -> !column.isMomentByType() && column.isMomentByName())
        .map(Column::name)
        .forEach(dates::add);
    String label =
        first(columns, Countables::names)
            .or(() -> first(columns, column -> !column.key && !dates.contains(column.name)))
            .orElse(columns.getFirst())
            .name();
    return new Table(name, columns.stream().map(Column::name).toList(), label, dates);
  }

  private static Optional<Column> first(List<Column> columns, Predicate<Column> wanted) {
    return columns.stream().filter(wanted).findFirst();
  }

  /** The first and the last day of a column; reads the whole column unless it has an index. */
  public Days days(String table, String column, Monitor monitor) {
    String moment = Identifiers.quote(column);
    String from = " FROM " + Identifiers.quote(table);
    Moments moments = Moments.of(rows("SELECT min(" + moment + ")" + from, monitor).getFirst()[0]);
    return new Days(
        moments,
        day(rows("SELECT " + moments.day("min(" + moment + ")") + from, monitor)),
        day(rows("SELECT " + moments.day("max(" + moment + ")") + from, monitor)));
  }

  private static @Nullable String day(List<@Nullable Object[]> rows) {
    return rows.getFirst()[0] instanceof String day && day.matches("\\d{4}-\\d\\d-\\d\\d")
        ? day
        : null;
  }

  private List<@Nullable Object[]> rows(String sql, Monitor monitor) {
    return runner.fetch(SqlScript.of(sql).statements().getFirst(), Map.of(), monitor).rows();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}

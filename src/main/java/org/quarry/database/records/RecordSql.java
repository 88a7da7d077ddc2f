package org.quarry.database.records;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** Builds the SQL of {@link RecordMapper}: names quoted, values bound. */
public final class RecordSql {
  /** Characters of a text that a grid gets. */
  static final int HEAD = 300;

  /** Bytes of a text up to which its head is read: SQLite has to load all of a text for it. */
  static final int LONGEST = 65_536;

  /** MyBatis makes one for each call. */
  public RecordSql() {}

  /** For {@link RecordMapper#from}. */
  public String from(@Param("table") Table table) {
    return select(table)
        + " WHERE t.%1$s >= #{rowid} ORDER BY t.%1$s LIMIT #{limit} OFFSET #{offset}"
            .formatted(rowid(table));
  }

  /** For {@link RecordMapper#last}. */
  public String last(@Param("table") Table table) {
    return select(table) + " ORDER BY t." + rowid(table) + " DESC LIMIT #{limit}";
  }

  /** For {@link RecordMapper#at}. */
  public String at(
      @Param("table") Table table,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter) {
    return select(table)
        + passing(filter)
        + orderBy(table, sorts)
        + " LIMIT #{limit} OFFSET #{offset}";
  }

  /** For {@link RecordMapper#listed}: the rows in the order of the list, absent ones all NULL. */
  public String listed(@Param("table") Table table) {
    return "SELECT k.value, t."
        + rowid(table)
        + ", "
        + cells(table)
        + " FROM json_each(#{rowids}) AS k LEFT JOIN "
        + source(table)
        + " ON t."
        + rowid(table)
        + " = k.value ORDER BY k.key";
  }

  /** For {@link RecordMapper#places}. */
  public String places(
      @Param("table") Table table,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter) {
    String what =
        switch (Naming.of(table)) {
          case ROWID, KEY -> tieBreak(table);
          case PLACE -> key(table) + cells(table);
        };
    return "SELECT " + what + " FROM " + source(table) + passing(filter) + orderBy(table, sorts);
  }

  /** For {@link RecordMapper#rowidsAt}. */
  public String rowidsAt(
      @Param("table") Table table,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter) {
    return places(table, sorts, filter) + " LIMIT #{limit} OFFSET #{offset}";
  }

  /** For {@link RecordMapper#least}. */
  public String least(@Param("table") Table table) {
    return "SELECT min(t." + rowid(table) + ") FROM " + source(table);
  }

  /** For {@link RecordMapper#greatest}. */
  public String greatest(@Param("table") Table table) {
    return "SELECT max(t." + rowid(table) + ") FROM " + source(table);
  }

  /** For {@link RecordMapper#hop}. */
  public String hop(@Param("table") Table table) {
    return "SELECT t.%1$s FROM %2$s WHERE t.%1$s >= #{rowid} ORDER BY t.%1$s LIMIT 1 OFFSET #{rows}"
        .formatted(rowid(table), source(table));
  }

  /** For {@link RecordMapper#countFrom}. */
  public String countFrom(@Param("table") Table table) {
    return "SELECT count(*) FROM %2$s WHERE t.%1$s >= #{rowid}"
        .formatted(rowid(table), source(table));
  }

  /** For {@link RecordMapper#countBetween}. */
  public String countBetween(@Param("table") Table table) {
    return "SELECT count(*) FROM %2$s WHERE t.%1$s >= #{from} AND t.%1$s < #{to}"
        .formatted(rowid(table), source(table));
  }

  /** For {@link RecordMapper#before}. */
  public String before(@Param("table") Table table, @Param("key") RowKey key) {
    String values =
        IntStream.range(0, key.bound().size())
            .mapToObj(i -> "#{keyValues[" + i + "]}")
            .collect(Collectors.joining(", "));
    return "SELECT count(*) FROM %s WHERE (%s) < (%s)"
        .formatted(
            source(table),
            tieBreak(table),
            key instanceof RowKey.Rowid rowid ? Long.toString(rowid.value()) : values);
  }

  /** For {@link RecordMapper#value}. */
  public String value(
      @Param("table") Table table, @Param("column") String column, @Param("key") RowKey key) {
    return "SELECT t."
        + Identifiers.quoteInMapper(column)
        + " FROM "
        + source(table)
        + " WHERE "
        + where(table, key);
  }

  /** For {@link RecordMapper#row}. */
  public String row(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("key") RowKey key) {
    return "SELECT " + whole(columns) + " FROM " + source(table) + " WHERE " + where(table, key);
  }

  /** For {@link RecordMapper#constant}. */
  public String constant(@Param("sql") String sql) {
    return "SELECT (" + Identifiers.escapeForMapper(sql) + ")";
  }

  /** For {@link RecordMapper#update}. */
  public String update(@Param("table") Table table, @Param("change") RowUpdate change) {
    StringBuilder set = new StringBuilder();
    StringBuilder old = new StringBuilder();
    for (int i = 0; i < change.cells().size(); i++) {
      RowUpdate.Cell cell = change.cells().get(i);
      String name = Identifiers.quoteInMapper(cell.column());
      set.append(i == 0 ? "" : ", ").append(name).append(" = #{change.cells[" + i + "].now}");
      if (cell.known()) {
        old.append(" AND ").append(name).append(" IS #{change.cells[" + i + "].old}");
      }
    }
    return "UPDATE " + target(table) + " SET " + set + " WHERE " + where(table, change.key()) + old;
  }

  /** For {@link RecordMapper#delete}. */
  public String delete(@Param("table") Table table, @Param("key") RowKey key) {
    return "DELETE FROM " + target(table) + " WHERE " + where(table, key);
  }

  /** For {@link RecordMapper#insert}. */
  public String insert(@Param("table") Table table, @Param("columns") List<String> columns) {
    String into = "INSERT INTO main." + Identifiers.quoteInMapper(table.name());
    if (columns.isEmpty()) {
      return into + " DEFAULT VALUES";
    }
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      values.append(i == 0 ? "" : ", ").append("#{values[" + i + "]}");
    }
    return into
        + columns.stream()
            .map(Identifiers::quoteInMapper)
            .collect(Collectors.joining(", ", " (", ")"))
        + " VALUES ("
        + values
        + ")";
  }

  /** For {@link RecordMapper#next}. */
  public String next(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("after") List<@Nullable Object> after) {
    String key = tieBreak(table);
    String where =
        IntStream.range(0, after.size())
            .mapToObj(i -> "#{after[" + i + "]}")
            .collect(Collectors.joining(", ", " WHERE (" + key + ") > (", ")"));
    return "SELECT %s, %s FROM %s%s ORDER BY %s LIMIT #{limit}"
        .formatted(key, whole(columns), source(table), after.isEmpty() ? "" : where, key);
  }

  /** For {@link RecordMapper#all}. */
  public String all(@Param("table") Table table, @Param("columns") List<String> columns) {
    return "SELECT " + whole(columns) + " FROM " + source(table);
  }

  /** For {@link RecordMapper#fill}. */
  public String fill(@Param("table") Table table, @Param("column") String column) {
    return "UPDATE %s SET %s = #{value} WHERE t.%s IN (SELECT value FROM json_each(#{rowids}))"
        .formatted(source(table), Identifiers.quoteInMapper(column), rowid(table));
  }

  /** Whole values of columns, with commas between. */
  public static String whole(List<String> columns) {
    return columns.stream()
        .map(column -> "t." + Identifiers.quoteInMapper(column))
        .collect(Collectors.joining(", "));
  }

  /** The rows of a table: what names each, and its cells. */
  static String select(Table table) {
    return "SELECT " + key(table) + cells(table) + " FROM " + source(table);
  }

  /** The columns that name a row, each followed by a comma; none for a view. */
  private static String key(Table table) {
    if (table.rowidName().isPresent()) {
      return "t." + rowid(table) + ", ";
    }
    return table.key().stream()
        .map(column -> "t." + Identifiers.quoteInMapper(column.name()) + ", ")
        .collect(Collectors.joining());
  }

  /** The cells of a row, as {@link Rows} reads them. */
  static String cells(Table table) {
    return table.columns().stream().map(RecordSql::cell).collect(Collectors.joining(", "));
  }

  /**
   * A BLOB comes as the text of its size, itself as a BLOB; a text with one character too many; one
   * that is too long as a BLOB of {@code t} and its size, which is found without reading it.
   */
  private static String cell(Column column) {
    return """
    CASE typeof(%1$s) WHEN 'text' THEN iif(octet_length(%1$s) <= %2$d, substr(%1$s, 1, %3$d),\
     CAST('t' || octet_length(%1$s) AS BLOB)) WHEN 'blob' THEN CAST(length(%1$s) AS BLOB)\
     ELSE %1$s END"""
        .formatted("t." + Identifiers.quoteInMapper(column.name()), LONGEST, HEAD + 1);
  }

  /** The table as FROM names it, called {@code t}. */
  public static String source(Table table) {
    return "main." + Identifiers.quoteInMapper(table.name()) + " AS t";
  }

  /** The name that the rowid goes by in SQL. */
  public static String rowid(Table table) {
    return table
        .rowidName()
        .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no rowid"));
  }

  /** The WHERE clause of a mapper's parameter {@code filter}; empty if every row passes. */
  public static String passing(Predicate filter) {
    return filter.isAll() ? "" : " WHERE " + filter.forMapper("filter");
  }

  /** The ORDER BY clause; a view without a sort keeps the order of its own. */
  public static String orderBy(Table table, List<Sort> sorts) {
    boolean own = table.kind() == Table.Kind.VIEW || table.kind() == Table.Kind.VIRTUAL;
    if (sorts.isEmpty() && own) {
      return "";
    }
    String terms =
        Stream.concat(sorts.stream().map(RecordSql::term), Stream.of(tieBreak(table, sorts)))
            .filter(term -> !term.isEmpty())
            .collect(Collectors.joining(", "));
    return terms.isEmpty() ? "" : " ORDER BY " + terms;
  }

  /**
   * Rows that are equal in the one column that is sorted by stand by their rowid in its direction:
   * an index on the column has them so, whichever way it is read.
   */
  private static String tieBreak(Table table, List<Sort> sorts) {
    String last = tieBreak(table);
    boolean reversed = sorts.size() == 1 && sorts.getFirst().descending();
    return reversed && table.rowidName().isPresent() ? last + " DESC" : last;
  }

  /** SQLite puts NULL first among the smallest, and so last of a descending order. */
  private static String term(Sort sort) {
    return "t."
        + Identifiers.quoteInMapper(sort.column())
        + (sort.descending() ? " DESC" : "")
        + (sort.nullsLast() == sort.descending()
            ? ""
            : sort.nullsLast() ? " NULLS LAST" : " NULLS FIRST");
  }

  /**
   * The columns that name a row, which make an order total, so that pages neither repeat a row nor
   * leave one out; empty for a view.
   */
  public static String tieBreak(Table table) {
    if (table.rowidName().isPresent()) {
      return "t." + rowid(table);
    }
    return table.key().stream()
        .map(column -> "t." + Identifiers.quoteInMapper(column.name()))
        .collect(Collectors.joining(", "));
  }

  static String where(Table table, RowKey key) {
    return switch (key) {
      case RowKey.Rowid rowid -> "t." + rowid(table) + " = " + rowid.value();
      case RowKey.Primary _ -> keyEquals(table.key());
      case RowKey.Whole _ -> keyEquals(table.columns());
      case RowKey.Fresh _, RowKey.Position _ ->
          throw new IllegalArgumentException(key + " is not a row of the file");
    };
  }

  private static String keyEquals(List<Column> key) {
    return IntStream.range(0, key.size())
        .mapToObj(i -> Identifiers.quoteInMapper(key.get(i).name()) + " IS #{keyValues[" + i + "]}")
        .collect(Collectors.joining(" AND "));
  }

  /** What is written to; SQLite lets nobody give a view another name there. */
  private static String target(Table table) {
    return table.kind() == Table.Kind.VIEW
        ? "main." + Identifiers.quoteInMapper(table.name())
        : source(table);
  }
}

package org.quarry.database.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Param;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlFunctions;
import org.quarry.database.filter.Predicate;
import org.quarry.database.records.RecordSql;
import org.quarry.database.records.Sort;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** Builds the SQL of {@link SearchMapper}: names quoted, what is looked for bound. */
public final class SearchSql {
  /** Columns whose matches one number tells, a bit each. */
  static final int BITS = 62;

  /** The longest text that LIKE takes with ease. */
  private static final int LIKE = 10_000;

  /** MyBatis makes one for each call. */
  public SearchSql() {}

  /** For {@link SearchMapper#ends}. */
  public String ends(@Param("table") Table table) {
    String rowid = "t." + RecordSql.rowid(table);
    String from = " FROM " + RecordSql.source(table);
    return "SELECT (SELECT min(%1$s)%2$s), (SELECT max(%1$s)%2$s)".formatted(rowid, from);
  }

  /** For {@link SearchMapper#tally}. */
  public String tally(
      @Param("table") Table table, @Param("search") Search search, @Param("skip") String skip) {
    return "SELECT count(*), ifnull(sum(%s), 0) FROM %s WHERE t.%s BETWEEN #{from} AND #{to} AND %s%s"
        .formatted(
            sum(search),
            RecordSql.source(table),
            RecordSql.rowid(table),
            any(search),
            skipping(table, skip));
  }

  /** For {@link SearchMapper#first}. */
  public String first(
      @Param("table") Table table, @Param("search") Search search, @Param("skip") String skip) {
    return nearest(table, search, skip, ">=", "");
  }

  /** For {@link SearchMapper#last}. */
  public String last(
      @Param("table") Table table, @Param("search") Search search, @Param("skip") String skip) {
    return nearest(table, search, skip, "<=", " DESC");
  }

  private static String nearest(
      Table table, Search search, String skip, String sign, String direction) {
    String rowid = "t." + RecordSql.rowid(table);
    return "SELECT %1$s, %2$s FROM %3$s WHERE %1$s %4$s #{rowid} AND %5$s%6$s ORDER BY %1$s%7$s LIMIT 1"
        .formatted(
            rowid,
            bits(search),
            RecordSql.source(table),
            sign,
            any(search),
            skipping(table, skip),
            direction);
  }

  /** For {@link SearchMapper#all}. */
  public String all(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter) {
    return "SELECT "
        + key(table)
        + bits(search)
        + " FROM "
        + RecordSql.source(table)
        + RecordSql.passing(filter)
        + RecordSql.orderBy(table, sorts);
  }

  /** For {@link SearchMapper#matching}. */
  public String matching(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("filter") Predicate filter) {
    return "SELECT "
        + key(table)
        + texts(search)
        + " FROM "
        + RecordSql.source(table)
        + where(filter)
        + " "
        + any(search);
  }

  /** For {@link SearchMapper#listed}. */
  public String listed(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("filter") Predicate filter) {
    return "SELECT t.%1$s, %2$s FROM %3$s%4$s t.%1$s IN (SELECT value FROM json_each(#{rowids}))"
        .formatted(RecordSql.rowid(table), texts(search), RecordSql.source(table), where(filter));
  }

  /** For {@link SearchMapper#keyed}. */
  public String keyed(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("filter") Predicate filter) {
    List<Column> key = Found.naming(table);
    List<String> same = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      same.add("t." + name(key.get(i)) + " IS #{key[" + i + "]}");
    }
    return "SELECT %s FROM %s%s %s"
        .formatted(
            texts(search), RecordSql.source(table), where(filter), String.join(" AND ", same));
  }

  /** Who passes, with more conditions to come. */
  private static String where(Predicate filter) {
    String passing = RecordSql.passing(filter);
    return passing.isEmpty() ? " WHERE" : passing + " AND";
  }

  private static String key(Table table) {
    if (table.rowidName().isPresent()) {
      return "t." + RecordSql.rowid(table) + ", ";
    }
    return Found.naming(table).stream()
        .map(column -> "t." + name(column) + ", ")
        .collect(Collectors.joining());
  }

  /** Whole values of what has a text; NULL for a BLOB, which is never looked into. */
  private static String texts(Search search) {
    return search.columns().stream()
        .map(
            column ->
                "CASE typeof(t.%1$s) WHEN 'blob' THEN NULL ELSE t.%1$s END".formatted(name(column)))
        .collect(Collectors.joining(", "));
  }

  private static String skipping(Table table, String skip) {
    return skip.equals("[]")
        ? ""
        : " AND t.%s NOT IN (SELECT value FROM json_each(#{skip}))"
            .formatted(RecordSql.rowid(table));
  }

  private static String any(Search search) {
    return search.columns().stream()
        .map(column -> match(search, column))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String sum(Search search) {
    return search.columns().stream()
        .map(column -> "ifnull(" + match(search, column) + ", 0)")
        .collect(Collectors.joining(" + "));
  }

  /** Numbers in which a bit is set for each column that matches. */
  private static String bits(Search search) {
    List<String> numbers = new ArrayList<>();
    for (int first = 0; first < search.columns().size(); first += BITS) {
      StringBuilder number = new StringBuilder();
      int end = Math.min(first + BITS, search.columns().size());
      for (int i = first; i < end; i++) {
        number
            .append(i == first ? "" : " | ")
            .append("(ifnull(")
            .append(match(search, search.columns().get(i)))
            .append(", 0) << ")
            .append(i - first)
            .append(")");
      }
      numbers.add(number.toString());
    }
    return String.join(", ", numbers);
  }

  private static String match(Search search, Column column) {
    String text =
        "CASE typeof(t.%1$s) WHEN 'real' THEN %2$s(t.%1$s) WHEN 'blob' THEN NULL ELSE t.%1$s END"
            .formatted(name(column), SqlFunctions.TEXT);
    return switch (way(search)) {
      case LIKE -> text + " LIKE #{operand} ESCAPE '\\'";
      case INSTR -> "(instr(" + text + ", #{operand}) > 0)";
      case EQUAL -> "((" + text + ") || '' = #{operand})";
      case REGEXP -> text + " REGEXP #{operand}";
    };
  }

  private enum Way {
    LIKE,
    INSTR,
    EQUAL,
    REGEXP
  }

  /** The quickest way of SQLite's to find the same as the regular expression would. */
  private static Way way(Search search) {
    boolean plain = search.text().length() <= LIKE && search.text().indexOf('\0') < 0;
    if (search.mode() == Search.Mode.REGULAR_EXPRESSION || !plain) {
      return Way.REGEXP;
    }
    if (search.matchCase()) {
      return search.mode() == Search.Mode.WHOLE_CELL ? Way.EQUAL : Way.INSTR;
    }
    return search.ascii() ? Way.LIKE : Way.REGEXP;
  }

  /** What is bound as {@code operand}. */
  static String operand(Search search) {
    return switch (way(search)) {
      case INSTR, EQUAL -> search.text();
      case REGEXP -> search.expression();
      case LIKE -> {
        String literal = search.text().replaceAll("([\\\\%_])", "\\\\$1");
        yield search.mode() == Search.Mode.CONTAINS ? "%" + literal + "%" : literal;
      }
    };
  }

  private static String name(Column column) {
    return Identifiers.quoteInMapper(column.name());
  }
}

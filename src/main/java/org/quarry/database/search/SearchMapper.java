package org.quarry.database.search;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;
import org.quarry.database.filter.Predicate;
import org.quarry.database.records.Sort;
import org.quarry.database.schema.Table;

/**
 * The statements that look for text in any table. Where a match is told, it is as numbers of which
 * each bit stands for a column of the search.
 */
interface SearchMapper {
  /** The smallest and the largest rowid, in a row of two; NULL in an empty table. */
  @SelectProvider(type = SearchSql.class, method = "ends")
  List<@Nullable Object[]> ends(@Param("table") Table table);

  /** How many rows match between two rowids, and in how many cells, in a row of two. */
  @SelectProvider(type = SearchSql.class, method = "tally")
  List<@Nullable Object[]> tally(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("operand") String operand,
      @Param("skip") String skip,
      @Param("from") long from,
      @Param("to") long to);

  /** The first row from a rowid on that matches: its rowid and its bits. */
  @SelectProvider(type = SearchSql.class, method = "first")
  List<@Nullable Object[]> first(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("operand") String operand,
      @Param("skip") String skip,
      @Param("rowid") long rowid);

  /** The last row up to a rowid that matches: its rowid and its bits. */
  @SelectProvider(type = SearchSql.class, method = "last")
  List<@Nullable Object[]> last(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("operand") String operand,
      @Param("skip") String skip,
      @Param("rowid") long rowid);

  /** Every row that passes, in an order: what names it, unless it is a view's, and its bits. */
  @SelectProvider(type = SearchSql.class, method = "all")
  @ResultType(Object[].class)
  void all(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("operand") String operand,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter,
      ResultHandler<@Nullable Object[]> each);

  /** Every row that passes and matches: what names it, and whole values of the columns searched. */
  @SelectProvider(type = SearchSql.class, method = "matching")
  @ResultType(Object[].class)
  void matching(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("operand") String operand,
      @Param("filter") Predicate filter,
      ResultHandler<@Nullable Object[]> each);

  /**
   * Rows by their rowids, a JSON array, that pass: the rowid, and whole values of the columns
   * searched.
   */
  @SelectProvider(type = SearchSql.class, method = "listed")
  List<@Nullable Object[]> listed(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("filter") Predicate filter,
      @Param("rowids") String rowids);

  /** Whole values of the columns searched of the row with a primary key, if it passes. */
  @SelectProvider(type = SearchSql.class, method = "keyed")
  List<@Nullable Object[]> keyed(
      @Param("table") Table table,
      @Param("search") Search search,
      @Param("filter") Predicate filter,
      @Param("key") List<@Nullable Object> key);
}

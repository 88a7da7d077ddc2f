package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.DeleteProvider;
import org.apache.ibatis.annotations.InsertProvider;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.UpdateProvider;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Table;

/**
 * The statements on the rows of any table. Rows come by position: the columns that name the row,
 * then a cell for each column, as {@link Rows} reads them.
 */
interface RecordMapper {
  /** The rows from a rowid on, {@code offset} rows skipped. */
  @SelectProvider(type = RecordSql.class, method = "from")
  List<@Nullable Object[]> from(
      @Param("table") Table table,
      @Param("rowid") long rowid,
      @Param("limit") int limit,
      @Param("offset") long offset);

  /** The rows with the largest rowids, the largest first. */
  @SelectProvider(type = RecordSql.class, method = "last")
  List<@Nullable Object[]> last(@Param("table") Table table, @Param("limit") int limit);

  /** The rows from a place on; linear in the place. */
  @SelectProvider(type = RecordSql.class, method = "at")
  List<@Nullable Object[]> at(
      @Param("table") Table table,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter,
      @Param("limit") int limit,
      @Param("offset") long offset);

  /** The rows with these rowids, a JSON array, in its order; each led by the rowid asked for. */
  @SelectProvider(type = RecordSql.class, method = "listed")
  List<@Nullable Object[]> listed(@Param("table") Table table, @Param("rowids") String rowids);

  /** The rowids of the rows that pass, in an order, many at a time. */
  @SelectProvider(type = RecordSql.class, method = "places")
  @ResultType(long[].class)
  void rowids(
      @Param("table") Table table,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter,
      ResultHandler<long[]> each);

  /** The rowids of the rows from a place on; linear in the place. */
  @SelectProvider(type = RecordSql.class, method = "rowidsAt")
  List<Long> rowidsAt(
      @Param("table") Table table,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter,
      @Param("limit") int limit,
      @Param("offset") long offset);

  /**
   * What names each row that passes, in an order, where it is no rowid: its primary key, or the
   * whole row as {@link #at} yields it.
   */
  @SelectProvider(type = RecordSql.class, method = "places")
  @ResultType(Object[].class)
  void places(
      @Param("table") Table table,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter,
      ResultHandler<@Nullable Object[]> each);

  /** What {@link KeptRows} holds from a place on, before another. */
  @SelectProvider(type = KeptSql.class, method = "kept")
  List<@Nullable Object[]> kept(
      @Param("columns") int columns, @Param("first") long first, @Param("end") long end);

  /**
   * Of some keys those that {@link KeptRows} holds, each led by its place.
   *
   * @param values the values of the keys, one key after the other
   */
  @SelectProvider(type = KeptSql.class, method = "keptPlaces")
  List<@Nullable Object[]> keptPlaces(
      @Param("columns") int columns, @Param("values") List<@Nullable Object> values);

  /**
   * The rows whose primary keys {@link KeptRows} holds from a place on, before another: the key
   * kept, the first column of the row's key, NULL if it is gone, and the cells.
   */
  @SelectProvider(type = KeptSql.class, method = "keyed")
  List<@Nullable Object[]> keyed(
      @Param("table") Table table, @Param("first") long first, @Param("end") long end);

  /** The smallest rowid; null in an empty table. */
  @SelectProvider(type = RecordSql.class, method = "least")
  @Nullable Long least(@Param("table") Table table);

  /** The largest rowid; null in an empty table. */
  @SelectProvider(type = RecordSql.class, method = "greatest")
  @Nullable Long greatest(@Param("table") Table table);

  /** The rowid so many rows past the first from {@code rowid} on; null past the end. */
  @SelectProvider(type = RecordSql.class, method = "hop")
  @Nullable Long hop(
      @Param("table") Table table, @Param("rowid") long rowid, @Param("rows") long rows);

  /** How many rows there are from a rowid on. */
  @SelectProvider(type = RecordSql.class, method = "countFrom")
  long countFrom(@Param("table") Table table, @Param("rowid") long rowid);

  /** How many rows there are from a rowid on, before another. */
  @SelectProvider(type = RecordSql.class, method = "countBetween")
  long countBetween(@Param("table") Table table, @Param("from") long from, @Param("to") long to);

  /** How many rows stand before one in the table's own order. */
  @SelectProvider(type = RecordSql.class, method = "before")
  long before(
      @Param("table") Table table,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues);

  /** One whole value, in a row of one. */
  @SelectProvider(type = RecordSql.class, method = "value")
  List<@Nullable Object[]> value(
      @Param("table") Table table,
      @Param("column") String column,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues);

  /**
   * The beginning of one value, in a row of one: its length in bytes and in characters, whether it
   * is the whole, and up to so many of its bytes or characters.
   */
  @SelectProvider(type = ValueSql.class, method = "head")
  List<@Nullable Object[]> head(
      @Param("table") Table table,
      @Param("column") String column,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues,
      @Param("most") int most);

  /** The same of the row at a place; linear in the place. */
  @SelectProvider(type = ValueSql.class, method = "headAt")
  List<@Nullable Object[]> headAt(
      @Param("table") Table table,
      @Param("column") String column,
      @Param("sorts") List<Sort> sorts,
      @Param("filter") Predicate filter,
      @Param("place") long place,
      @Param("most") int most);

  /** Some bytes of a BLOB or characters of a text from a place on, from 1, in a row of one. */
  @SelectProvider(type = ValueSql.class, method = "piece")
  List<@Nullable Object[]> piece(
      @Param("table") Table table,
      @Param("column") String column,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues,
      @Param("from") long from,
      @Param("length") int length);

  /** Whether a row passes. */
  @SelectProvider(type = PlaceSql.class, method = "passes")
  long passes(
      @Param("table") Table table,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues,
      @Param("filter") Predicate filter);

  /** Whole values of some columns of one row. */
  @SelectProvider(type = RecordSql.class, method = "row")
  List<@Nullable Object[]> row(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues);

  /** What the expression of a column's default gives now, in a row of one. */
  @SelectProvider(type = RecordSql.class, method = "constant")
  List<@Nullable Object[]> constant(@Param("sql") String sql);

  /** The rowid of the row that this connection inserted last. */
  @Select("SELECT last_insert_rowid()")
  long lastRowid();

  /** Writes cells of a row whose other values are as they were read; the number of rows changed. */
  @UpdateProvider(type = RecordSql.class, method = "update")
  int update(
      @Param("table") Table table,
      @Param("change") RowUpdate change,
      @Param("keyValues") List<@Nullable Object> keyValues);

  /** Deletes a row; the number of rows deleted. */
  @DeleteProvider(type = RecordSql.class, method = "delete")
  int delete(
      @Param("table") Table table,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues);

  /** Inserts a row; columns that are not named get their default. */
  @InsertProvider(type = RecordSql.class, method = "insert")
  int insert(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("values") List<@Nullable Object> values);

  /**
   * The next rows in the order of their keys: the columns of the key, then whole values of the
   * columns named.
   *
   * @param after the key before the first of them, by position; empty for the first rows
   */
  @SelectProvider(type = RecordSql.class, method = "next")
  List<@Nullable Object[]> next(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("after") List<@Nullable Object> after,
      @Param("limit") int limit);

  /** Whole values of the columns named, of every row, in one statement. */
  @SelectProvider(type = RecordSql.class, method = "all")
  @ResultType(Object[].class)
  void all(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      ResultHandler<@Nullable Object[]> each);

  /** Writes one value into a column of the rows with these rowids, a JSON array; rows changed. */
  @UpdateProvider(type = RecordSql.class, method = "fill")
  int fill(
      @Param("table") Table table,
      @Param("column") String column,
      @Param("value") @Nullable Object value,
      @Param("rowids") String rowids);
}

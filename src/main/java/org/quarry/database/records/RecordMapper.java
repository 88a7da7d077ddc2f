package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.DeleteProvider;
import org.apache.ibatis.annotations.InsertProvider;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.UpdateProvider;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;
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

  /** The rows from a place on; linear in the place. */
  @SelectProvider(type = RecordSql.class, method = "at")
  List<@Nullable Object[]> at(
      @Param("table") Table table,
      @Param("sort") @Nullable Sort sort,
      @Param("limit") int limit,
      @Param("offset") long offset);

  /** The rows with these rowids, a JSON array, in its order; each led by the rowid asked for. */
  @SelectProvider(type = RecordSql.class, method = "listed")
  List<@Nullable Object[]> listed(@Param("table") Table table, @Param("rowids") String rowids);

  /** Every rowid in an order. */
  @SelectProvider(type = RecordSql.class, method = "order")
  @ResultType(Long.class)
  @Options(fetchSize = 1000)
  void order(@Param("table") Table table, @Param("sort") Sort sort, ResultHandler<Long> each);

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

  /** One whole value, in a row of one. */
  @SelectProvider(type = RecordSql.class, method = "value")
  List<@Nullable Object[]> value(
      @Param("table") Table table,
      @Param("column") String column,
      @Param("key") RowKey key,
      @Param("keyValues") List<@Nullable Object> keyValues);

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

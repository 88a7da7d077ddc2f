package org.quarry.database.profile;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Table;

/** The statements on the values of one column. Rows come by position. */
interface ProfileMapper {
  /** One row: how many rows there are, and how many integers, reals, texts and BLOBs. */
  @SelectProvider(type = ProfileSql.class, method = "types")
  List<@Nullable Object[]> types(@Param("looked") Looked looked);

  /**
   * One row: smallest, largest and mean number; first and last text; least and most length of texts
   * and size of BLOBs; how many texts begin with a day.
   *
   * @param types what the values are
   */
  @SelectProvider(type = ProfileSql.class, method = "figures")
  List<@Nullable Object[]> figures(
      @Param("looked") Looked looked, @Param("types") ColumnProfile.Storage types);

  /** One row: the smallest and the largest finite number. */
  @SelectProvider(type = ProfileSql.class, method = "finite")
  List<@Nullable Object[]> finite(@Param("looked") Looked looked);

  /** A row if some value is a BLOB or a text longer than {@value ProfileSql#HEAD} characters. */
  @SelectProvider(type = ProfileSql.class, method = "large")
  List<@Nullable Object[]> large(@Param("looked") Looked looked);

  /**
   * Values, their counts, and in each row how many values and how many rows there are in all.
   *
   * @param plain whether no value is large
   * @param byValue the order: by value, else by count
   */
  @SelectProvider(type = ProfileSql.class, method = "values")
  List<@Nullable Object[]> values(
      @Param("looked") Looked looked,
      @Param("plain") boolean plain,
      @Param("byValue") boolean byValue,
      @Param("limit") int limit);

  /** Of each bin that has numbers: its place, count, least, greatest, squares about the mean. */
  @SelectProvider(type = ProfileSql.class, method = "numberBins")
  List<@Nullable Object[]> numberBins(
      @Param("looked") Looked looked, @Param("bins") NumberBins bins);

  /** Counts of dates by their first so many characters. */
  @SelectProvider(type = ProfileSql.class, method = "dateBins")
  List<@Nullable Object[]> dateBins(@Param("looked") Looked looked, @Param("length") int length);

  /** The smallest and the largest rowid; NULL in an empty table. */
  @SelectProvider(type = ProfileSql.class, method = "ends")
  List<@Nullable Object[]> ends(@Param("table") Table table);

  /** Of at most so many rows from a rowid on: the first rowid, the last, how many they are. */
  @SelectProvider(type = ProfileSql.class, method = "block")
  List<@Nullable Object[]> block(
      @Param("table") Table table, @Param("rowid") long rowid, @Param("limit") int limit);

  /** How many rows there are, but no more than a limit. */
  @SelectProvider(type = ProfileSql.class, method = "upTo")
  long upTo(@Param("table") Table table, @Param("limit") long limit);
}

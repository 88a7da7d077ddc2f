package org.quarry.database.references;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;

/** The statements behind {@link ReferredRows}. */
interface ReferenceMapper {
  /**
   * For each key its place among them and the label of the row that has it, as {@link Label#read}
   * takes it, or NULL where there is no row.
   *
   * @param values the values of the first key, then those of the second, and so on
   */
  @SelectProvider(type = ReferenceSql.class, method = "labels")
  List<@Nullable Object[]> labels(
      @Param("reference") Reference.Sound reference, @Param("values") List<Object> values);

  /** What names a row that has the key: its rowid, its primary key, or 1; no row if none has. */
  @SelectProvider(type = ReferenceSql.class, method = "row")
  List<@Nullable Object[]> row(
      @Param("reference") Reference.Sound reference, @Param("values") List<Object> values);
}

package org.quarry.database.references;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;

/** The statements behind {@link ReferredRows}. */
interface ReferenceMapper {
  /**
   * For each value its place among them and the label of the row that has it: the texts of the
   * label's columns with {@link ReferenceSql#BETWEEN} between them, NULL where there is no row.
   */
  @SelectProvider(type = ReferenceSql.class, method = "labels")
  List<@Nullable Object[]> labels(
      @Param("reference") Reference.Sound reference, @Param("values") List<Object> values);

  /** What names a row that has the value: its rowid, its primary key, or 1; no row if none has. */
  @SelectProvider(type = ReferenceSql.class, method = "row")
  List<@Nullable Object[]> row(
      @Param("reference") Reference.Sound reference, @Param("value") Object value);
}

package org.quarry.database.references;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;

/**
 * The statements behind {@link ForeignChoices}. A row is the values of a key and the parts of its
 * label, as {@link Label#read} takes them.
 */
interface ChoiceMapper {
  /** How many rows have a value. */
  @SelectProvider(type = ChoiceSql.class, method = "count")
  long count(
      @Param("reference") Reference.Sound reference,
      @Param("place") int place,
      @Param("given") List<@Nullable Object> given,
      @Param("exact") Object exact);

  /** The rows that have a value. */
  @SelectProvider(type = ChoiceSql.class, method = "exact")
  List<@Nullable Object[]> exact(
      @Param("reference") Reference.Sound reference,
      @Param("place") int place,
      @Param("given") List<@Nullable Object> given,
      @Param("exact") Object exact,
      @Param("limit") int limit,
      @Param("offset") long offset);

  /** Rows whose value begins with a text or whose label has it, but for those of a value. */
  @SelectProvider(type = ChoiceSql.class, method = "choices")
  List<@Nullable Object[]> choices(
      @Param("reference") Reference.Sound reference,
      @Param("place") int place,
      @Param("given") List<@Nullable Object> given,
      @Param("text") String text,
      @Param("exact") @Nullable Object exact,
      @Param("limit") int limit,
      @Param("offset") long offset);
}

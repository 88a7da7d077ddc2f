package org.quarry.database.records;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.SelectProvider;
import org.jspecify.annotations.Nullable;
import org.quarry.database.schema.Check;
import org.quarry.database.schema.Table;

/** The statements that judge staged values by the rules of their table. */
interface RuleMapper {
  /**
   * What a CHECK says of the values of the columns that it names, in a row of one: null and any
   * number but 0 pass.
   */
  @SelectProvider(type = RuleSql.class, method = "judged")
  List<@Nullable Object[]> judged(
      @Param("table") Table table,
      @Param("check") Check check,
      @Param("values") List<@Nullable Object> values);

  /** The keys of rows with these values in these columns, as the file compares them. */
  @SelectProvider(type = RuleSql.class, method = "holders")
  List<@Nullable Object[]> holders(
      @Param("table") Table table,
      @Param("columns") List<String> columns,
      @Param("values") List<@Nullable Object> values);
}

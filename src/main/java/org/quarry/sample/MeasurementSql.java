package org.quarry.sample;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;
import org.quarry.database.Identifiers;

/** SQL of {@link MeasurementMapper}, whose columns are those of the data. */
public final class MeasurementSql {
  /** MyBatis makes one for each call. */
  public MeasurementSql() {}

  /** For {@link MeasurementMapper#create}. */
  public String create(@Param("columns") List<String> columns) {
    return columns.stream()
        .map(column -> Identifiers.quoteInMapper(column) + " REAL NOT NULL, ")
        .collect(
            Collectors.joining(
                "",
                "CREATE TABLE breast_cancer (id INTEGER PRIMARY KEY, ",
                "diagnosis TEXT NOT NULL, target INTEGER NOT NULL)"));
  }

  /** For {@link MeasurementMapper#insert}. */
  public String insert(@Param("values") List<Object> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> "#{values[" + i + "]}")
        .collect(Collectors.joining(", ", "INSERT INTO breast_cancer VALUES (NULL, ", ")"));
  }
}

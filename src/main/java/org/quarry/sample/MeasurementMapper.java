package org.quarry.sample;

import java.util.List;
import org.apache.ibatis.annotations.InsertProvider;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.UpdateProvider;

/** Builds the {@code breast_cancer} table. */
interface MeasurementMapper {
  /** Makes the table: an id, the measurements, the diagnosis as text and as a number. */
  @UpdateProvider(type = MeasurementSql.class, method = "create")
  int create(@Param("columns") List<String> columns);

  /** Inserts a row: the measurements, the diagnosis, the target. */
  @InsertProvider(type = MeasurementSql.class, method = "insert")
  int insert(@Param("values") List<Object> values);
}

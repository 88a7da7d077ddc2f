package org.quarry.sample;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;

/** SQL of {@link PredictionMapper} whose length depends on its rows. */
public final class PredictionSql {
  /** MyBatis makes one for each call. */
  public PredictionSql() {}

  /** For {@link PredictionMapper#insertSome}. */
  public String insertSome(@Param("rows") List<Prediction> rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(
            i ->
                """
                (#{rows[%1$d].personId}, #{rows[%1$d].country}, #{rows[%1$d].meanConcavity},
                #{rows[%1$d].worstArea}, #{rows[%1$d].meanArea}, #{rows[%1$d].predictedClass},
                #{rows[%1$d].timestamp})\
                """
                    .formatted(i))
        .collect(
            Collectors.joining(
                ", ",
                "INSERT INTO predictions (person_id, country, mean_concavity, worst_area,"
                    + " mean_area, predicted_class, timestamp) VALUES ",
                ""));
  }
}

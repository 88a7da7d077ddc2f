package org.quarry.sample;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.InsertProvider;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What the notebook does with its {@code predictions} table, once and for all. */
public interface PredictionMapper {
  /** Makes the table if there is none. */
  @Update(
      """
      CREATE TABLE IF NOT EXISTS predictions (
        person_id INTEGER PRIMARY KEY,
        country VARCHAR(100),
        mean_concavity REAL,
        worst_area REAL,
        mean_area REAL,
        predicted_class INTEGER NULL,
        timestamp TIMESTAMP NOT NULL
      )
      """)
  int create();

  /** Removes the table if there is one. */
  @Update("DROP TABLE IF EXISTS predictions")
  int drop();

  /** Inserts a row; one without a key gets the next. */
  @Insert(
      """
      INSERT INTO predictions
        (person_id, country, mean_concavity, worst_area, mean_area, predicted_class, timestamp)
      VALUES (#{personId}, #{country}, #{meanConcavity}, #{worstArea}, #{meanArea},
        #{predictedClass}, #{timestamp})
      """)
  int insert(Prediction prediction);

  /** Inserts some rows in one statement; {@link Predictions#insertAll} is for many. */
  @InsertProvider(type = PredictionSql.class, method = "insertSome")
  int insertSome(@Param("rows") List<Prediction> rows);

  /** The row with this key, or null. */
  @Select("SELECT * FROM predictions WHERE person_id = #{personId}")
  @Nullable Prediction findById(long personId);

  /** The row with the smallest key, or null in an empty table. */
  @Select("SELECT * FROM predictions ORDER BY person_id LIMIT 1")
  @Nullable Prediction findFirst();

  /** All rows by key. */
  @Select("SELECT * FROM predictions ORDER BY person_id")
  List<Prediction> findAll();

  /** Writes every column of the row with this key; the number of rows changed, 0 or 1. */
  @Update(
      """
      UPDATE predictions SET country = #{country}, mean_concavity = #{meanConcavity},
        worst_area = #{worstArea}, mean_area = #{meanArea}, predicted_class = #{predictedClass},
        timestamp = #{timestamp}
      WHERE person_id = #{personId}
      """)
  int update(Prediction prediction);

  /** Deletes the row with this key; the number of rows deleted, 0 or 1. */
  @Delete("DELETE FROM predictions WHERE person_id = #{personId}")
  int delete(long personId);

  /** The number of rows. */
  @Select("SELECT count(*) FROM predictions")
  long count();

  /** The number of different countries; rows without one do not count. */
  @Select("SELECT count(DISTINCT country) FROM predictions")
  long countDistinctCountries();

  /**
   * How often each country occurs between two days, both whole, the most frequent first and equal
   * ones by name.
   */
  default List<CountryFrequency> countryFrequency(LocalDate from, LocalDate to) {
    return countryFrequencyBefore(from.toString(), to.plusDays(1).toString());
  }

  /** The same from the start of a day to before the start of another, as texts. */
  @Select(
      """
      SELECT country, count(*) AS frequency FROM predictions
      WHERE timestamp >= #{from} AND timestamp < #{before}
      GROUP BY country ORDER BY frequency DESC, country
      """)
  List<CountryFrequency> countryFrequencyBefore(
      @Param("from") String from, @Param("before") String before);
}

package org.quarry.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.work.Cancelled;
import org.quarry.work.Job;
import org.quarry.work.Monitor;

class PredictionMapperTest {
  @TempDir Path folder;
  private Path file = Path.of("");
  private Database database;

  @BeforeEach
  void create() {
    file = folder.resolve("p.db");
    database = Database.create(file);
    with(PredictionMapper::create);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private <T> T with(Function<PredictionMapper, T> work) {
    return database.write(
        Monitor.NONE, session -> work.apply(session.mapper(PredictionMapper.class)));
  }

  private static Prediction row(@Nullable Long id, @Nullable String country, String moment) {
    return new Prediction(id, country, 0.1, 2.0, 3.5, null, LocalDateTime.parse(moment));
  }

  @Test
  void insertsReadsUpdatesAndDeletesOneRow() throws Exception {
    with(mapper -> mapper.insert(row(null, "AUT", "2021-03-04T05:06:07")));
    assertThat(SqliteProgram.rows(file, "SELECT *, typeof(timestamp) FROM predictions"))
        .containsExactly("1|AUT|0.1|2.0|3.5|NULL|2021-03-04 05:06:07|text");
    Prediction first = with(PredictionMapper::findFirst);
    assertThat(first).isEqualTo(row(1L, "AUT", "2021-03-04T05:06:07"));

    Prediction changed =
        new Prediction(1L, "NLD", 0.2, null, 4.0, 1, LocalDateTime.parse("2022-01-01T00:00:00"));
    assertThatObject(with(mapper -> mapper.update(changed))).isEqualTo(1);
    assertThatObject(with(mapper -> Optional.ofNullable(mapper.findById(1))))
        .isEqualTo(Optional.of(changed));
    assertThatObject(with(mapper -> mapper.delete(1))).isEqualTo(1);
    assertThatObject(with(mapper -> mapper.delete(1))).isEqualTo(0);
    assertThatObject(with(mapper -> Optional.ofNullable(mapper.findById(1))))
        .isEqualTo(Optional.empty());
  }

  @Test
  void insertsManyInOneTransactionWithProgress() {
    List<Prediction> rows =
        IntStream.range(0, 1000).mapToObj(i -> row(null, "C" + i % 7, "2020-01-01T00:00")).toList();
    List<Long> progress = new ArrayList<>();
    Job<Boolean> job =
        new Job<>(
            "Inserting",
            monitor -> {
              new Predictions(database).insertAll(rows, monitor);
              return true;
            });
    job.onChange(() -> progress.add(job.progress().done()));
    job.run();
    assertThat(job.join()).isTrue();
    assertThat(progress).isSorted().contains(64L, 1000L);
    assertThatObject(with(PredictionMapper::count)).isEqualTo(1000L);
    assertThatObject(with(PredictionMapper::countDistinctCountries)).isEqualTo(7L);
    assertThatObject(with(PredictionMapper::findAll).size()).isEqualTo(1000);
  }

  @Test
  void aCancelledBulkInsertLeavesNothing() {
    List<Prediction> rows =
        IntStream.range(0, 1000).mapToObj(i -> row(null, "AUT", "2020-01-01T00:00")).toList();
    Job<Boolean> job =
        new Job<>(
            "Inserting",
            monitor -> {
              new Predictions(database).insertAll(rows, monitor);
              return true;
            });
    job.onChange(
        () -> {
          if (job.progress().done() >= 128) {
            job.cancel();
          }
        });
    job.run();
    assertThatThrownBy(job::join).isInstanceOf(Cancelled.class);
    assertThatObject(with(PredictionMapper::count)).isEqualTo(0L);
  }

  @Test
  void countsCountriesBetweenTwoWholeDays() throws Exception {
    new Predictions(database)
        .insertAll(
            List.of(
                row(null, "NLD", "2021-01-01T00:00:00"),
                row(null, "NLD", "2021-12-31T23:59:59"),
                row(null, "CZE", "2021-06-01T12:00:00"),
                row(null, "AUT", "2021-06-02T12:00:00"),
                row(null, null, "2021-06-03T00:00:00"),
                row(null, "AUT", "2020-12-31T23:59:59"),
                row(null, "AUT", "2022-01-01T00:00:00")),
            Monitor.NONE);
    SqliteProgram.run(
        file,
        "INSERT INTO predictions(country, timestamp) VALUES ('NLD', '2021-12-31'),"
            + " ('CZE', '2021-12-31 10:00:00.123456')");
    assertThatObject(
            with(
                mapper ->
                    mapper.countryFrequency(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31))))
        .isEqualTo(
            List.of(
                new CountryFrequency("NLD", 3),
                new CountryFrequency("CZE", 2),
                new CountryFrequency(null, 1),
                new CountryFrequency("AUT", 1)));
  }

  @Test
  void dropsItsTable() throws Exception {
    with(PredictionMapper::drop);
    assertThat(SqliteProgram.rows(file, "SELECT name FROM sqlite_schema")).isEmpty();
  }
}

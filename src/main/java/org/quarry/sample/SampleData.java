package org.quarry.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The sample's rows, from the files beside this class. */
final class SampleData {
  private static final long SEED = 5;
  private static final List<String> COUNTRIES = List.of("AUT", "CZE", "NLD");
  private static final LocalDate FIRST_DAY = LocalDate.of(2019, 9, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2023, 6, 1);

  private final List<NamedCsvRecord> patients = read("breast_cancer.csv");

  /** The names of the 30 measurements, with underscores for spaces. */
  List<String> measurements() {
    List<String> header = patients.getFirst().getHeader();
    return header.subList(0, header.size() - 2).stream()
        .map(name -> name.replace(' ', '_'))
        .toList();
  }

  /** The 569 rows: measurements, diagnosis, target. */
  List<List<Object>> patients() {
    return patients.stream().map(SampleData::values).toList();
  }

  private static List<Object> values(NamedCsvRecord patient) {
    List<Object> values = new ArrayList<>();
    int measurements = patient.getFieldCount() - 2;
    for (int i = 0; i < measurements; i++) {
      values.add(Double.valueOf(patient.getField(i)));
    }
    values.add(patient.getField("diagnosis"));
    values.add(Long.valueOf(patient.getField("target")));
    return values;
  }

  /**
   * The notebook's 114 held-out rows in its order, with countries and moments drawn from a fixed
   * seed and no class yet.
   */
  List<Prediction> predictions() {
    Random random = new Random(SEED);
    long days = ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1;
    List<Prediction> predictions = new ArrayList<>();
    for (NamedCsvRecord holdout : read("holdout_rows.csv")) {
      NamedCsvRecord patient = patients.get(Integer.parseInt(holdout.getField("row")));
      LocalDateTime moment =
          FIRST_DAY
              .plusDays(random.nextLong(days))
              .atStartOfDay()
              .plusSeconds(random.nextInt(24 * 60 * 60));
      predictions.add(
          new Prediction(
              null,
              COUNTRIES.get(random.nextInt(COUNTRIES.size())),
              Double.valueOf(patient.getField("mean concavity")),
              Double.valueOf(patient.getField("worst area")),
              Double.valueOf(patient.getField("mean area")),
              null,
              moment));
    }
    return predictions;
  }

  private static List<NamedCsvRecord> read(String name) {
    try (InputStream in = SampleData.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      try (CsvReader<NamedCsvRecord> reader =
          CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.stream().toList();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

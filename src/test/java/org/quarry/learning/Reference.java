package org.quarry.learning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference files: what scikit-learn 1.2.1 and numpy 1.24 computed. */
public final class Reference {
  public static final WekaHome HOME = WekaHome.at(Path.of("target", "test-home", "weka"));
  public static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
  public static final List<String> FEATURES = List.of("mean concavity", "worst area", "mean area");

  private Reference() {}

  public static String text(String name) throws IOException {
    try (InputStream stream = Reference.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("no resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The lines of a text file without its comment. */
  public static List<String> lines(String name) throws IOException {
    return text(name).lines().filter(line -> !line.startsWith("#")).toList();
  }

  public static JsonNode json(String name) throws IOException {
    return JsonMapper.builder().build().readTree(text(name));
  }

  /**
   * The records of a CSV file whose unquoted fields hold no comma, by column; quoted ones are cut
   * out.
   */
  public static List<Map<String, String>> csv(String name) throws IOException {
    List<String> lines = lines(name);
    String[] columns = lines.getFirst().split(",", -1);
    List<Map<String, String>> records = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
      Map<String, String> record = new HashMap<>();
      for (int i = 0; i < columns.length; i++) {
        record.put(columns[i], fields[i]);
      }
      records.add(record);
    }
    return records;
  }

  /** A CSV file as rows: whole numbers, other numbers, texts; identities from 0. */
  public static Rows rows(String name) throws IOException {
    List<String> lines = lines(name);
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<@Nullable Object> values = new ArrayList<>();
      for (String field : lines.get(i).split(",", -1)) {
        values.add(value(field));
      }
      rows.add(new Row((long) (i - 1), values));
    }
    return new Rows(List.of(lines.getFirst().split(",", -1)), rows);
  }

  private static Object value(String field) {
    if (field.matches("-?\\d+")) {
      return Long.valueOf(field);
    }
    return field.matches("-?\\d*\\.\\d+(e-?\\d+)?") ? (Object) Double.valueOf(field) : field;
  }

  /** Rows of two columns, x and y. */
  public static Rows pairs(@Nullable Object[]... pairs) {
    List<Row> rows = new ArrayList<>();
    for (@Nullable Object[] pair : pairs) {
      rows.add(new Row((long) rows.size(), Arrays.asList(pair)));
    }
    return new Rows(List.of("x", "y"), rows);
  }

  public static List<ClassLabel> labels(int count) {
    List<ClassLabel> labels = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      labels.add(new ClassLabel(i));
    }
    return labels;
  }
}

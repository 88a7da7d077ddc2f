package org.quarry.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;

/** The table of texts, numbers and days with gaps and three classes, mixed.csv. */
public final class Mixed {
  public static final Roles ROLES =
      new Roles(
          List.of(
              Feature.nominal("country", Missing.CATEGORY),
              Feature.nominal("colour", Missing.MODE),
              Feature.numeric("size", Missing.MEAN),
              Feature.numeric("weight", Missing.MODE),
              Feature.numeric("height", Missing.INDICATOR),
              Feature.date("day", DateNumber.DAYS, Missing.MEAN)),
          "class",
          null);

  private Mixed() {}

  /** The rows; an empty field is NULL. */
  public static Rows rows() throws IOException {
    Rows texts = Reference.rows("mixed.csv");
    List<Row> rows = new ArrayList<>();
    for (Row row : texts.rows()) {
      List<@Nullable Object> values = new ArrayList<>();
      row.values().forEach(value -> values.add("".equals(value) ? null : value));
      rows.add(new Row(row.identity(), values));
    }
    return new Rows(texts.columns(), rows);
  }

  public static DataSet data() throws IOException {
    return DataSet.of(rows(), ROLES);
  }

  /** All rows. */
  public static int[] all(DataSet data) {
    return IntStream.range(0, data.size()).toArray();
  }

  /** The class of each row. */
  public static int[] labels(DataSet data) {
    return data.labels(all(data));
  }
}

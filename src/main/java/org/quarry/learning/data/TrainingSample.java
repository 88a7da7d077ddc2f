package org.quarry.learning.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.work.Monitor;

/**
 * The rows that a training would learn from, or of very many a stratified sample of them: never one
 * that its split holds out. They come in the order in which they would be dealt to folds, so that
 * without a sample the folds are those of the training. A table is read row by row, three times; no
 * more of it is held in memory than the sample.
 */
public final class TrainingSample {
  private final int[] requiredAt;
  private final int targetAt;
  private final int columns;
  private final Pass pass;

  /** Hands over every row in order, the same ones each time. */
  @FunctionalInterface
  private interface Pass {
    void each(Consumer<Row> taker);
  }

  private TrainingSample(List<String> names, Roles roles, Pass pass) {
    this.pass = pass;
    columns = names.size();
    targetAt = Rows.position(names, roles.target());
    @Nullable String group = roles.group();
    Stream<String> required =
        Stream.concat(
            roles.features().stream()
                .filter(feature -> feature.missing() == Missing.LEAVE_OUT)
                .map(Feature::name),
            Stream.ofNullable(group));
    requiredAt = required.mapToInt(name -> Rows.position(names, name)).toArray();
  }

  /**
   * Reads them. Blocks on the disk.
   *
   * @param read how many rows with a target the training reads at most, {@link Long#MAX_VALUE} for
   *     all
   * @param split which rows it holds out; its seed also chooses the sample
   * @param most how many rows there shall be at most
   * @throws org.quarry.work.Problem if SQLite refuses, a role names no column, or no row is left
   * @throws org.quarry.work.Cancelled when cancelled
   */
  public static Rows read(
      Database database,
      DataSource source,
      Roles roles,
      long read,
      Split split,
      long most,
      Monitor monitor) {
    if (source instanceof DataSource.OfTable of && read == Long.MAX_VALUE) {
      List<String> names = TableData.scan(database, of.table(), roles.columns()).columns();
      Pass pass =
          taker ->
              TableData.scan(database, of.table(), roles.columns())
                  .forEach(row -> taker.accept(new Row(row.key(), row.values())), monitor);
      return new TrainingSample(names, roles, pass).rows(names, split, most);
    }
    Rows rows = StratifiedSample.read(database, source, roles, read, split.seed(), monitor);
    return new TrainingSample(rows.columns(), roles, taker -> rows.rows().forEach(taker))
        .rows(rows.columns(), split, most);
  }

  private Rows rows(List<String> names, Split split, long most) {
    int[] count = new int[1];
    pass.each(row -> count[0] += isUsed(row) ? 1 : 0);
    int[] places = places(split.divide(count[0]).training(), count[0]);
    Map<ClassLabel, Long> classes = new TreeMap<>();
    each(places, (row, place) -> StratifiedSample.count(row.values().get(targetAt), classes));
    StratifiedSample sample =
        StratifiedSample.empty(classes, most, columns, targetAt, split.seed());
    each(places, sample::add);
    return new Rows(names, sample.rows());
  }

  /** For each row that is used its place among those for training, or -1 where it is held out. */
  private static int[] places(int[] training, int count) {
    int[] places = new int[count];
    Arrays.fill(places, -1);
    for (int place = 0; place < training.length; place++) {
      places[training[place]] = place;
    }
    return places;
  }

  private void each(int[] places, BiConsumer<Row, Long> taker) {
    int[] next = new int[1];
    pass.each(
        row -> {
          // Who writes meanwhile may add rows; they are looked at the next time.
          if (isUsed(row) && next[0] < places.length) {
            int place = places[next[0]++];
            if (place >= 0) {
              taker.accept(row, (long) place);
            }
          }
        });
  }

  /** Whether a data set keeps the row, so that it has a place in the split. */
  private boolean isUsed(Row row) {
    if (row.values().get(targetAt) == null) {
      return false;
    }
    for (int at : requiredAt) {
      if (row.values().get(at) == null) {
        return false;
      }
    }
    return true;
  }
}

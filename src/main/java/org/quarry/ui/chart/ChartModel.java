package org.quarry.ui.chart;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.database.OutputFile;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.query.QueryResult;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.PngFile;
import org.quarry.work.Problem;

/** The bars of one result: which column labels them, which one gives their length, their order. */
public final class ChartModel {
  /** The most bars that are drawn. */
  public static final int MOST_BARS = 50;

  private final Background background;
  private final QueryResult result;
  private final @Nullable String question;
  private final int firstLabel;
  private final int firstValue;
  private final IntegerProperty label = new SimpleIntegerProperty();
  private final IntegerProperty value = new SimpleIntegerProperty();
  private final BooleanProperty sorted = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Bars> bars = new ReadOnlyObjectWrapper<>(Bars.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /**
   * Makes the chart of a result: the first column of text by the first column of numbers.
   *
   * @param question the title while those columns are chosen; null for one made of their names
   */
  public ChartModel(Background background, QueryResult result, @Nullable String question) {
    this.background = background;
    this.result = result;
    this.question = question;
    firstLabel = first(this::isText).orElse(0);
    firstValue = first(column -> column != firstLabel && isNumber(column)).orElse(firstLabel);
    label.set(firstLabel);
    value.set(firstValue);
    label.subscribe(now -> refresh());
    value.subscribe(now -> refresh());
    sorted.subscribe(now -> refresh());
  }

  private OptionalInt first(IntPredicate fits) {
    return IntStream.range(0, result.columns().size()).filter(fits).findFirst();
  }

  private boolean isText(int column) {
    return result.rows().stream().anyMatch(row -> row[column] instanceof String);
  }

  private boolean isNumber(int column) {
    return !isText(column) && result.rows().stream().anyMatch(row -> row[column] instanceof Number);
  }

  /** The names of the columns to choose from. */
  public List<String> columns() {
    return result.columns().stream().map(QueryColumn::name).toList();
  }

  /** Which column labels the bars. */
  public IntegerProperty label() {
    return label;
  }

  /** Which column gives their length. */
  public IntegerProperty value() {
    return value;
  }

  /** Whether the longest bar comes first; else they stand as the rows do. */
  public BooleanProperty sorted() {
    return sorted;
  }

  /** What to draw. */
  public ReadOnlyObjectProperty<Bars> bars() {
    return bars.getReadOnlyProperty();
  }

  /** Why the last picture could not be written; null when it could. */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  private void refresh() {
    if (result.columns().isEmpty()) {
      return;
    }
    List<Bar> all = new ArrayList<>();
    for (@Nullable Object[] row : result.rows()) {
      all.add(bar(row[label.get()], row[value.get()]));
    }
    if (sorted.get()) {
      all.sort(
          Comparator.comparingDouble((Bar bar) -> Double.isNaN(bar.value()) ? 1 : 0)
              .thenComparing(Comparator.comparingDouble(Bar::value).reversed()));
    }
    String labelName = columns().get(label.get());
    String valueName = columns().get(value.get());
    boolean asked = label.get() == firstLabel && value.get() == firstValue;
    String title = question != null && asked ? question : valueName + " by " + labelName;
    int shown = Math.min(MOST_BARS, all.size());
    bars.set(
        new Bars(
            title, labelName, valueName, List.copyOf(all.subList(0, shown)), all.size() - shown));
  }

  private static Bar bar(@Nullable Object label, @Nullable Object value) {
    String name =
        switch (label) {
          case null -> null;
          case byte[] blob -> "BLOB " + blob.length + " bytes";
          default -> label.toString();
        };
    return value instanceof Number number
        ? new Bar(name, number.doubleValue(), Ticks.text(number.doubleValue()))
        : new Bar(name, Double.NaN, value == null ? "NULL" : "not a number");
  }

  /**
   * Writes a picture in the background.
   *
   * @param picture the drawn chart
   * @param file where to; replaced when it exists
   */
  public void write(BufferedImage picture, Path file) {
    problem.set(null);
    background.start(
        "Writing " + file.getFileName(),
        monitor -> {
          writePng(picture, file);
          return file;
        },
        written -> {},
        problem::set);
  }

  private static void writePng(BufferedImage picture, Path file) {
    try {
      PngFile.write(picture, file);
    } catch (IOException failed) {
      throw new ChartProblem(file.toString(), OutputFile.reason(failed), failed);
    }
  }
}

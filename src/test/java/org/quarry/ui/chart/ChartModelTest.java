package org.quarry.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.query.Outcome;
import org.quarry.database.query.QueryColumn;
import org.quarry.database.query.QueryResult;
import org.quarry.database.query.SqlStatement;
import org.quarry.ui.kit.Background;

class ChartModelTest {
  private static QueryResult result(List<String> names, List<@Nullable Object[]> rows) {
    List<QueryColumn> columns = names.stream().map(name -> new QueryColumn(name, null)).toList();
    return new QueryResult(
        new Outcome(
            new SqlStatement("SELECT", 0, 1, 1), columns, rows.size(), true, 0, false, false, 1),
        rows);
  }

  private static ChartModel chart(QueryResult result) {
    return new ChartModel(Background.onCallingThread(), result, null);
  }

  @Test
  void choosesTextForLabelsAndNumbersForBars() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    rows.add(new @Nullable Object[] {1L, null, -2.5});
    rows.add(new @Nullable Object[] {2L, "b", 4.0});
    rows.add(new @Nullable Object[] {3L, "c", null});
    ChartModel model = chart(result(List.of("id", "name", "x"), rows));
    assertThat(model.label().get()).isEqualTo(1);
    assertThat(model.value().get()).isZero();
    model.value().set(2);
    assertThat(model.bars().get().title()).isEqualTo("x by name");
    assertThat(model.bars().get().bars())
        .containsExactly(
            new Bar("b", 4, "4"), new Bar(null, -2.5, "−2.5"), new Bar("c", Double.NaN, "NULL"));
    model.sorted().set(false);
    assertThat(model.bars().get().bars()).extracting(Bar::label).containsExactly(null, "b", "c");
  }

  @Test
  void theEmptyTextAndNullHaveLabelsOfTheirOwn() {
    assertThat(new Bar("", 1, "1").shownLabel()).isEqualTo("''");
    assertThat(new Bar(null, 1, "1").shownLabel()).isEqualTo("NULL");
    assertThat(new Bar("a", 1, "1").shownLabel()).isEqualTo("a");
  }

  @Test
  void drawsFiftyAndCountsTheRest() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (long i = 0; i < 73; i++) {
      rows.add(new @Nullable Object[] {"n" + i, i});
    }
    Bars bars = chart(result(List.of("a", "b"), rows)).bars().get();
    assertThat(bars.bars()).hasSize(50);
    assertThat(bars.bars().getFirst()).isEqualTo(new Bar("n72", 72, "72"));
    assertThat(bars.more()).isEqualTo(23);
  }

  @Test
  void anEmptyResultHasNoBars() {
    assertThat(chart(result(List.of("a"), List.of())).bars().get().bars()).isEmpty();
  }

  @Test
  void aPictureThatCannotBeWrittenIsAProblem(@TempDir Path folder) {
    ChartModel model = chart(result(List.of("a"), List.of()));
    BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
    model.write(picture, folder.resolve("missing").resolve("chart.png"));
    assertThat(model.problem().get()).isInstanceOf(ChartProblem.class);
    assertThat(model.problem().get().why()).isEqualTo("There is no such folder.");
    model.write(picture, folder.resolve("chart.png"));
    assertThat(model.problem().get()).isNull();
    assertThat(folder.resolve("chart.png")).isNotEmptyFile();
  }

  @Test
  void theAxisEndsAtRoundNumbers() {
    assertThat(Ticks.of(0, 41, 5)).isEqualTo(new Ticks(0, 50, 10));
    assertThat(Ticks.of(-3, 7, 5)).isEqualTo(new Ticks(-4, 8, 2));
    assertThat(Ticks.of(12, 98_000, 5)).isEqualTo(new Ticks(0, 100_000, 20_000));
    assertThat(Ticks.of(0, 0, 5)).isEqualTo(new Ticks(0, 1, 1));
    assertThat(Ticks.of(-4, -1, 4).count()).isEqualTo(5);
    assertThat(Ticks.text(-1234567.891)).isEqualTo("−1\u2009234\u2009567.89");
  }
}

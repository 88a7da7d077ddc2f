package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;

class DataSetTest {
  private static DataSet of(@Nullable Object[]... pairs) {
    return DataSet.of(Reference.pairs(pairs), List.of("x"), "y");
  }

  private static @Nullable Object[] pair(@Nullable Object x, @Nullable Object y) {
    return new @Nullable Object[] {x, y};
  }

  private static List<String> classes(DataSet data) {
    return data.classes().stream().map(ClassLabel::text).toList();
  }

  @Test
  void rowsWithoutTargetOrFeatureAreLeftOutAndCounted() {
    DataSet data =
        of(pair(1L, "a"), pair(2.5, null), pair(null, "b"), pair(null, null), pair(3L, "b"));
    assertThat(data.size()).isEqualTo(2);
    assertThat(data.unlabelled()).isEqualTo(2);
    assertThat(data.incomplete()).isEqualTo(1);
    assertThat(data.identity(1)).isEqualTo(4L);
    assertThat(data.values(1)).containsExactly(3.0);
    assertThat(data.label(1)).isEqualTo(1);
  }

  @Test
  void classesAreOrderedNumbersByValueThenTexts() {
    DataSet data =
        of(pair(1L, "b"), pair(1L, 10L), pair(1L, 9L), pair(1L, "B"), pair(1L, 9.5), pair(1L, -1L));
    assertThat(classes(data)).containsExactly("-1", "9", "9.5", "10", "B", "b");
  }

  @Test
  void equalNumbersAreOneClassAndATextIsAnother() {
    DataSet data = of(pair(1L, 1L), pair(1L, 1.0), pair(1L, "1"));
    assertThat(data.classes()).containsExactly(new ClassLabel(1L), new ClassLabel("1"));
  }

  @Test
  void aTextThatLooksLikeANumberIsNamedNotConverted() {
    assertThatThrownBy(() -> of(pair(1L, "a"), pair("2.5", "b")))
        .isInstanceOf(LearningProblem.NotNumeric.class)
        .hasMessageContaining("“x”")
        .hasMessageContaining("row 1")
        .hasMessageContaining("“2.5”");
    assertThatThrownBy(() -> of(pair(1L, "a"), pair(Double.POSITIVE_INFINITY, "b")))
        .isInstanceOf(LearningProblem.NotNumeric.class);
  }

  @Test
  void aBlobNamesNoClass() {
    assertThatThrownBy(() -> of(pair(1L, "a"), pair(2L, new byte[3])))
        .isInstanceOf(LearningProblem.NotAClass.class)
        .hasMessageContaining("blob of 3 bytes");
  }

  @Test
  void oneClassIsTooFew() {
    assertThatThrownBy(() -> of(pair(1L, "a"), pair(2L, "a"), pair(3L, null)))
        .isInstanceOf(LearningProblem.TooFewClasses.class)
        .hasMessageContaining("“a”");
  }

  private static final Rows MIXED =
      new Rows(
          List.of("id", "country", "day", "size", "who", "y"),
          List.of(
              row(1L, "DE", "2024-03-01", 1L, 9L, "b"),
              row(2L, null, "2024-03-02 06:00", 2.5, 7L, "a"),
              row(3L, "AT", null, null, 7L, "a"),
              row(4L, "DE", "2024-03-01T23:30:00-01:00", 3L, null, "a"),
              row(5L, "ZZ", "2024-03-01", 4L, 8L, null),
              row(6L, 7L, "2024-03-01", null, 9L, "b")));

  private static Row row(@Nullable Object... values) {
    return new Row(Objects.requireNonNull(values[0]), Arrays.asList(values));
  }

  @Test
  void rawValuesAreNumbersCodesAndDays() {
    DataSet data =
        DataSet.of(
            MIXED,
            new Roles(
                List.of(
                    Feature.nominal("Country", Missing.CATEGORY),
                    Feature.date("day", DateNumber.DAYS, Missing.MEAN),
                    Feature.numeric("size", Missing.MEAN)),
                "y",
                null));
    assertThat(data.size()).isEqualTo(5);
    assertThat(data.unlabelled()).isEqualTo(1);
    assertThat(data.features()).containsExactly("country", "day", "size");
    assertThat(data.roles().features().getFirst().categories())
        .as("numbers before texts; none of a row to be predicted")
        .containsExactly(new ClassLabel(7L), new ClassLabel("AT"), new ClassLabel("DE"));
    double day = LocalDate.of(2024, 3, 1).toEpochDay();
    assertThat(data.values(0)).containsExactly(2, day, 1);
    assertThat(data.values(1)).containsExactly(Double.NaN, day + 1.25, 2.5);
    assertThat(data.values(2)).containsExactly(1, Double.NaN, Double.NaN);
    assertThat(data.values(3)).containsExactly(2, day + 1 + 0.5 / 24, 3);
    assertThat(data.values(4)).containsExactly(0, day, Double.NaN);
    assertThat(data.groups(new int[] {0, 4})).containsExactly(-1, -1);
  }

  @Test
  void rowsWithoutGroupAreLeftOutAndGroupsAreNumberedInOrder() {
    DataSet data =
        DataSet.of(
            MIXED, new Roles(List.of(Feature.nominal("country", Missing.LEAVE_OUT)), "y", "WHO"));
    assertThat(data.incomplete()).isEqualTo(1);
    assertThat(data.ungrouped()).isEqualTo(1);
    assertThat(data.roles().group()).isEqualTo("who");
    assertThat(data.groups()).containsExactly(new ClassLabel(7L), new ClassLabel(9L));
    assertThat(data.groups(new int[] {0, 1, 2})).containsExactly(1, 0, 1);
  }

  @Test
  void aMomentBecomesTheNumberChosen() {
    Rows rows =
        new Rows(
            List.of("d", "y"),
            List.of(
                new Row(1L, List.of("2026-11-25 13:45:30.5", "a")),
                new Row(2L, List.of("1969-12-31", "b"))));
    Map<DateNumber, double[]> expected =
        Map.of(
            DateNumber.DAYS, new double[] {20782 + 49530.5 / 86400, -1},
            DateNumber.SECONDS, new double[] {20782 * 86400L + 49530.5, -86400},
            DateNumber.YEAR, new double[] {2026, 1969},
            DateNumber.MONTH, new double[] {11, 12},
            DateNumber.WEEKDAY, new double[] {3, 3},
            DateNumber.HOUR, new double[] {13, 0});
    for (DateNumber number : DateNumber.values()) {
      DataSet data =
          DataSet.of(
              rows, new Roles(List.of(Feature.date("d", number, Missing.LEAVE_OUT)), "y", null));
      assertThat(new double[] {data.values(0)[0], data.values(1)[0]})
          .as(number.text())
          .containsExactly(expected.get(number));
    }
  }

  @Test
  void aValueThatDoesNotFitItsKindIsNamed() {
    Feature date = Feature.date("x", DateNumber.DAYS, Missing.MEAN);
    for (String wrong : List.of("2024-02-30", "2024-3-1", "yesterday", "2024-01-01 25:00")) {
      Rows rows = Reference.pairs(pair("2024-01-01", "a"), pair(wrong, "b"));
      assertThatThrownBy(() -> DataSet.of(rows, new Roles(List.of(date), "y", null)))
          .isInstanceOf(LearningProblem.NotADate.class)
          .hasMessageContaining(wrong);
    }
    Feature nominal = Feature.nominal("x", Missing.CATEGORY);
    Rows blobs = Reference.pairs(pair("c", "a"), pair(new byte[2], "b"));
    assertThatThrownBy(() -> DataSet.of(blobs, new Roles(List.of(nominal), "y", null)))
        .isInstanceOf(LearningProblem.NotACategory.class);
    assertThatThrownBy(() -> Feature.numeric("x", Missing.CATEGORY))
        .isInstanceOf(LearningProblem.BadSettings.class);
    assertThatThrownBy(() -> new Roles(List.of(Feature.numeric("x")), "y", "X"))
        .isInstanceOf(LearningProblem.BadSettings.class);
    assertThatThrownBy(() -> new Roles(List.of(Feature.numeric("x")), "y", "Y"))
        .isInstanceOf(LearningProblem.BadSettings.class);
  }

  @Test
  void theHashCoversRawValuesCategoriesAndWhatIsMissing() {
    Set<String> hashes = new HashSet<>();
    for (@Nullable Object[] first :
        List.of(
            pair("DE", "a"),
            pair("AT", "a"),
            pair(null, "a"),
            pair("DE", "b"),
            pair(1L, "a"),
            pair("1", "a"))) {
      DataSet data =
          DataSet.of(
              Reference.pairs(first, pair("DE", "a"), pair("FR", "b")),
              new Roles(List.of(Feature.nominal("x", Missing.CATEGORY)), "y", null));
      hashes.add(TrainingHash.of(data, new int[] {0, 1, 2}));
    }
    assertThat(hashes).hasSize(6);
  }

  @Test
  void columnsAreFoundAsInSqlAndOnceOnly() {
    Rows rows = Reference.pairs(pair(1L, "a"), pair(2L, "b"));
    assertThat(DataSet.of(rows, List.of("X"), "Y").features()).containsExactly("x");
    assertThatThrownBy(() -> DataSet.of(rows, List.of("z"), "y"))
        .isInstanceOf(LearningProblem.UnknownColumn.class)
        .hasMessageContaining("“z”");
    for (List<String> wrong : List.of(List.<String>of(), List.of("x", "X"), List.of("y"))) {
      assertThatThrownBy(() -> DataSet.of(rows, wrong, "y"))
          .as(wrong.toString())
          .isInstanceOf(LearningProblem.BadSettings.class);
    }
  }
}

package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;

class GroupFoldsTest {
  private static int[] numbers(String text) {
    return Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static String tested(Partition folds) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < folds.rows(); row++) {
      text.append(folds.fold(row));
    }
    return text.toString();
  }

  @Test
  void foldsByGroupAreThoseOfScikitLearn() throws Exception {
    List<String> lines = Reference.lines("folds_grouped.txt");
    assertThat(lines).hasSize(18);
    for (String line : lines) {
      String[] parts = line.split(" ");
      Partition folds =
          GroupFolds.of(
              numbers(parts[1]),
              Reference.labels(12),
              numbers(parts[2]),
              Integer.parseInt(parts[0]));
      assertThat(tested(folds)).as(line).isEqualTo(parts[3]);
    }
  }

  @Test
  void stratifiedFoldsByGroupAreThoseOfScikitLearn() throws Exception {
    for (String line : Reference.lines("folds_grouped.txt")) {
      String[] parts = line.split(" ");
      Partition folds =
          StratifiedGroupFolds.of(
              numbers(parts[1]),
              Reference.labels(12),
              numbers(parts[2]),
              Integer.parseInt(parts[0]));
      assertThat(tested(folds)).as(line).isEqualTo(parts[4]);
    }
  }

  @Test
  void fewerGroupsThanFoldsAndAClassInOneGroupAreNamed() {
    int[] labels = {0, 0, 1, 1};
    assertThatThrownBy(() -> GroupFolds.of(labels, Reference.labels(2), new int[] {4, 4, 9, 9}, 3))
        .isInstanceOf(LearningProblem.TooFewRows.class)
        .hasMessageContaining("2 groups");
    assertThatThrownBy(() -> GroupFolds.of(labels, Reference.labels(2), new int[] {4, 4, 9, 9}, 2))
        .isInstanceOf(LearningProblem.TooFewRows.class)
        .hasMessageContaining("every row is of the class “");
  }
}

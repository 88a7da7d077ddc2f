package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;

class StratifiedFoldsTest {
  @Test
  void foldsAreThoseOfScikitLearn() throws Exception {
    List<String> lines = Reference.lines("folds.txt");
    assertThat(lines).hasSizeGreaterThan(15);
    for (String line : lines) {
      String[] parts = line.split(" ");
      int[] labels = parts[1].chars().map(digit -> digit - '0').toArray();
      Partition folds = StratifiedFolds.of(labels, Reference.labels(4), Integer.parseInt(parts[0]));
      int[] expected = parts[2].chars().map(digit -> digit - '0').toArray();
      for (int row = 0; row < expected.length; row++) {
        assertThat(folds.fold(row)).as("row %d of %s", row, line).isEqualTo(expected[row]);
      }
    }
  }

  @Test
  void shuffledFoldsAreThoseOfScikitLearn() throws Exception {
    List<String> lines = Reference.lines("folds_shuffled.txt");
    assertThat(lines).hasSize(27);
    for (String line : lines) {
      String[] parts = line.split(" ");
      Partition folds =
          StratifiedFolds.shuffled(
              digits(parts[2]),
              Reference.labels(4),
              Integer.parseInt(parts[0]),
              Long.parseLong(parts[1]));
      assertThat(tested(folds)).as(line).isEqualTo(parts[3]);
    }
  }

  @Test
  void repeatedFoldsAreThoseOfScikitLearn() throws Exception {
    List<String> lines = Reference.lines("folds_repeated.txt");
    assertThat(lines).hasSize(3);
    for (String line : lines) {
      String[] parts = line.split(" ");
      int count = Integer.parseInt(parts[0]);
      int repeats = Integer.parseInt(parts[1]);
      RepeatedFolds folds =
          StratifiedFolds.repeated(
              digits(parts[3]), Reference.labels(4), count, repeats, Long.parseLong(parts[2]));
      assertThat(folds.repeats().stream().map(StratifiedFoldsTest::tested))
          .as(line)
          .containsExactly(parts[4].split(","));
      assertThat(folds.count()).isEqualTo(count * repeats);
      Partition last = folds.repeats().getLast();
      assertThat(folds.test(folds.count() - 1)).isEqualTo(last.test(count - 1));
      assertThat(folds.training(folds.count() - 1)).isEqualTo(last.training(count - 1));
    }
  }

  private static int[] digits(String text) {
    return text.chars().map(digit -> digit - '0').toArray();
  }

  private static String tested(Partition folds) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < folds.rows(); row++) {
      text.append(folds.fold(row));
    }
    return text.toString();
  }

  @Test
  void theNotebooksFoldsAreThose() throws Exception {
    List<Map<String, String>> records = Reference.csv("seed_folds.csv");
    int[] labels = records.stream().mapToInt(r -> Integer.parseInt(r.get("target"))).toArray();
    Partition folds = StratifiedFolds.of(labels, Reference.labels(2), 3);
    assertThat(labels).hasSize(455);
    for (int row = 0; row < labels.length; row++) {
      int expected = Integer.parseInt(records.get(row).get("test_fold"));
      assertThat(folds.fold(row)).as("row %d", row).isEqualTo(expected);
    }
    assertThat(folds.test(0)).hasSize(152);
    assertThat(folds.training(0)).hasSize(303);
  }

  @Test
  void aClassWithFewerRowsThanFoldsIsNamed() {
    int[] labels = {0, 0, 0, 1, 1};
    assertThatThrownBy(() -> StratifiedFolds.of(labels, Reference.labels(2), 3))
        .isInstanceOf(LearningProblem.TooFewRows.class)
        .hasMessageContaining("“1” has 2 rows");
    assertThatThrownBy(() -> StratifiedFolds.of(new int[] {0, 0, 1}, Reference.labels(2), 2))
        .hasMessageContaining("“1” has 1 row for training");
  }

  @Test
  void oneFoldIsAProblem() {
    assertThatThrownBy(() -> StratifiedFolds.of(new int[] {0, 1}, Reference.labels(2), 1))
        .isInstanceOf(LearningProblem.BadSettings.class);
  }
}

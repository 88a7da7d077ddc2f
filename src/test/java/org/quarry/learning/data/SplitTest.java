package org.quarry.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.Reference;

class SplitTest {
  @Test
  void permutationsAreThoseOfNumpy() throws Exception {
    List<String> lines = Reference.lines("permutations.txt");
    assertThat(lines).hasSize(9);
    for (String line : lines) {
      String[] parts = line.split(" ");
      int[] expected = Arrays.stream(parts[2].split(",")).mapToInt(Integer::parseInt).toArray();
      int n = Integer.parseInt(parts[1]);
      assertThat(new MersenneTwister(Long.parseLong(parts[0])).permutation(n))
          .as("seed %s, n %s", parts[0], parts[1])
          .isEqualTo(expected);
    }
  }

  @Test
  void theNotebooksRowsAreHeldOutInItsOrder() throws Exception {
    Split.Parts parts = Split.parse("sklearn:5:0.2").divide(569);
    assertThat(parts.training()).isEqualTo(rows("train"));
    assertThat(parts.heldOut()).isEqualTo(rows("test")).hasSize(114);
  }

  private static int[] rows(String part) throws Exception {
    return Reference.csv("seed_split.csv").stream()
        .filter(record -> part.equals(record.get("part")))
        .mapToInt(record -> Integer.parseInt(record.get("row")))
        .toArray();
  }

  @Test
  void withoutAHoldOutAllRowsTrainInTheirOrder() {
    Split.Parts parts = Split.NONE.divide(4);
    assertThat(parts.training()).containsExactly(0, 1, 2, 3);
    assertThat(parts.heldOut()).isEmpty();
  }

  @Test
  void aHoldOutIsOneFold() {
    HeldOutFold fold = HeldOutFold.of(569, Split.DEFAULT);
    assertThat(fold.count()).isEqualTo(1);
    assertThat(fold.test(0)).isEqualTo(Split.DEFAULT.divide(569).heldOut());
    assertThat(fold.training(0)).isEqualTo(Split.DEFAULT.divide(569).training());
    assertThatThrownBy(() -> HeldOutFold.of(569, Split.NONE))
        .isInstanceOf(LearningProblem.BadSettings.class);
  }

  @Test
  void aSplitIsReadAsItIsWritten() {
    assertThat(Split.parse("sklearn:4294967295:.25")).isEqualTo(new Split(4294967295L, 0.25));
    for (Split split : List.of(Split.NONE, Split.DEFAULT, new Split(0, 0.5))) {
      assertThat(Split.parse(split.toString())).isEqualTo(split);
    }
    for (String wrong : List.of("", "5:0.2", "sklearn:5", "sklearn:-1:0.2", "sklearn:5:1")) {
      assertThatThrownBy(() -> Split.parse(wrong))
          .as(wrong)
          .isInstanceOf(LearningProblem.BadSettings.class);
    }
  }

  @Test
  void holdingOutEveryRowIsAProblem() {
    assertThatThrownBy(() -> new Split(1, 0.9).divide(5))
        .isInstanceOf(LearningProblem.TooFewRows.class)
        .hasMessageContaining("5 rows");
  }
}

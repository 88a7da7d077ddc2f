package org.quarry.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A grid of one's own on the command line. */
class OwnGridTest {
  @TempDir static Path folder;
  private static Path file = Path.of("");

  private final Terminal terminal = new Terminal();

  @BeforeAll
  static void build() {
    file = folder.resolve("s.db");
    assertThat(new Terminal().run("sample", file)).isZero();
  }

  private static Object[] args(String... more) {
    List<Object> args = new ArrayList<>(List.of("train", file));
    args.addAll(OWN_GRID);
    args.addAll(List.of(more));
    return args.toArray();
  }

  private static final List<String> OWN_GRID =
      List.of(
          "--table=breast_cancer",
          "--target=target",
          "--features=mean_concavity,worst_area,mean_area",
          "--no-save",
          "--format=json");

  @Test
  void aGridOfOnesOwn() {
    String[] own = {
      "--c=1..100", "--gamma", "0.1, 2^-5", "--kernel=rbf,poly", "--degree=2", "--coef0=1"
    };
    assertThat(terminal.run(args(own))).isZero();
    JsonNode candidates = terminal.json().get("candidates");
    assertThat(candidates.size()).isEqualTo(3 * 2 * 2);
    assertThat(candidates.get(11).get("C").doubleValue()).isEqualTo(100);
    assertThat(candidates.get(11).get("gamma").doubleValue()).isEqualTo(0.03125);
    assertThat(candidates.get(11).get("kernel").stringValue()).isEqualTo("poly");
    // scikit-learn's mean for rbf, C 10, gamma 0.1.
    assertThat(candidates.get(4).get("mean").doubleValue()).isCloseTo(0.956024, within(5e-7));
  }

  @Test
  void balancedClassesGiveOtherScores() {
    String[] one = {"--c=0.1", "--gamma=0.01", "--kernel=rbf"};
    assertThat(terminal.run(args(one))).isZero();
    double even = terminal.json().get("candidates").get(0).get("mean").doubleValue();
    Terminal second = new Terminal();
    String[] balanced = {"--c=0.1", "--gamma=0.01", "--kernel=rbf", "--class-weight=balanced"};
    assertThat(second.run(args(balanced))).isZero();
    assertThat(second.json().get("candidates").get(0).get("mean").doubleValue()).isNotEqualTo(even);
  }

  @Test
  void aGridThatCannotBeIsWrongUsage() {
    for (String wrong :
        List.of(
            "--c=0",
            "--gamma=0.1..500",
            "--kernel=sigmoid",
            "--degree=0",
            "--coef0=-1",
            "--class-weight=some")) {
      Terminal each = new Terminal();
      assertThat(each.run(args(wrong))).as(wrong).isEqualTo(2);
      assertThat(each.err()).as(wrong).startsWith("quarry: ");
    }
  }
}

package org.quarry.learning.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Mixed;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.Split;
import org.quarry.learning.search.CandidateText;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.training.Solver;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.learning.training.Validation;
import org.quarry.work.Monitor;

/** How a call of a model goes on at the mark |. */
class ModelHintTest {
  private static List<ModelStore.Saved> models = List.of();

  @BeforeAll
  static void train() throws Exception {
    Model model =
        new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK)
            .run(
                Mixed.rows(),
                new TrainingSettings(
                    "it's size",
                    Mixed.ROLES,
                    Split.NONE,
                    Validation.of(2, false),
                    List.of(CandidateText.parse("linear,C=1")),
                    Strategy.WHOLE,
                    Solver.OWN),
                ScoreListener.NONE,
                Monitor.NONE)
            .model();
    models =
        List.of(
            new ModelStore.Saved("it's size", "", model.origin()),
            new ModelStore.Saved("old", "", null));
  }

  private static Optional<ModelHint> hint(String marked) {
    int caret = marked.indexOf('|');
    String text = marked.substring(0, caret) + marked.substring(caret + 1);
    return ModelCall.at(text, caret).flatMap(call -> ModelHint.of(call, models));
  }

  /** The text when the first suggestion is taken. */
  private static String taken(String marked) {
    ModelHint hint = hint(marked).orElseThrow();
    String text = marked.replace("|", "");
    return text.substring(0, hint.from())
        + hint.suggestions().getFirst().text()
        + text.substring(hint.to());
  }

  @Test
  void aNameThatIsBegunIsWrittenOut() {
    assertThat(taken("SELECT pre|")).isEqualTo("SELECT predict(");
    assertThat(taken("SELECT PREDICT_P| FROM t")).isEqualTo("SELECT predict_proba( FROM t");
    assertThat(hint("SELECT pr|")).isEmpty();
    assertThat(hint("SELECT predictor|")).isEmpty();
    assertThat(hint("SELECT 'pre|'")).isEmpty();
    assertThat(hint("SELECT -- pre|")).isEmpty();
    assertThat(hint("SELECT pre| (1)")).isEmpty();
  }

  @Test
  void aModelIsNamedWithItsFeatures() {
    String features = "country, colour, size, weight, height, day";
    assertThat(taken("SELECT predict(|"))
        .isEqualTo("SELECT predict('it''s size', " + features + ")");
    assertThat(taken("SELECT predict('It|\nFROM t; SELECT 'a'"))
        .isEqualTo("SELECT predict('it''s size', " + features + ")\nFROM t; SELECT 'a'");
    assertThat(taken("SELECT 1, predict_proba( 'it|' FROM t"))
        .isEqualTo("SELECT 1, predict_proba( 'it''s size', 'top', " + features + ") FROM t");
    assertThat(taken("SELECT predict('|', a, b)")).isEqualTo("SELECT predict('it''s size', a, b)");
    assertThat(hint("SELECT predict('o|').").orElseThrow().suggestions())
        .extracting(ModelHint.Suggestion::detail)
        .containsExactly("this version cannot read it");
    assertThat(hint("SELECT predict('none|')")).isEmpty();
  }

  @Test
  void theArgumentOfTheCaretIsKnown() {
    ModelHint hint = hint("SELECT predict('it''s size', max(a, b), |").orElseThrow();
    assertThat(hint.suggestions()).isEmpty();
    assertThat(hint.signature()).hasSize(7).contains("country", "day");
    assertThat(hint.part()).isEqualTo(2);
    assertThat(hint.signature().get(hint.part())).isEqualTo("colour");
    assertThat(hint("SELECT predict_proba('it''s size', 'low', coun|").orElseThrow())
        .satisfies(each -> assertThat(each.signature().get(each.part())).isEqualTo("country"));
    assertThat(hint("SELECT predict('it''s size', max(a, |")).isEmpty();
    assertThat(hint("SELECT predict('it''s size', a)|")).isEmpty();
    assertThat(hint("SELECT predict('it''s size', a;\nSELECT |")).isEmpty();
  }
}

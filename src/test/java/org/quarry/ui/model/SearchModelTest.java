package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quarry.learning.data.Role;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.FoldScore;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.learning.training.KeptSearches;
import org.quarry.learning.training.Solver;
import org.quarry.learning.training.TrainingResult;
import org.quarry.ui.kit.Background;

/** The grid of one's own, the chosen candidate and the list of runs, without a window. */
class SearchModelTest extends SampleScreen {
  private static final ScoreText ACCURACY = new ScoreText(Metric.ACCURACY);

  @SuppressWarnings("NullAway.Init")
  private ModelModel screen;

  @BeforeEach
  void show() {
    screen = screen();
  }

  private TrainingResult train(String cs, String gammas, Kernel.Shape... shapes) {
    screen.search().cs().typed().set(cs);
    screen.search().gammas().typed().set(gammas);
    for (Kernel.Shape shape : Kernel.Shape.values()) {
      screen.search().kernel(shape).set(List.of(shapes).contains(shape));
    }
    screen.train().run();
    return Objects.requireNonNull(screen.run().result().get());
  }

  @Test
  void theGridIsMadeOfAllFields() {
    SearchModel search = screen.search();
    search.cs().typed().set("2^-1..2^1");
    search.gammas().typed().set("0.1..1");
    search.kernel(Kernel.Shape.RBF).set(false);
    search.kernel(Kernel.Shape.LINEAR).set(false);
    search.degree().typed().set("2");
    search.coef0().typed().set("1");
    search.weights().typed().set("balanced");
    ParameterGrid grid = search.grid().get().value().orElseThrow();
    assertThat(grid.candidates())
        .hasSize(6)
        .first()
        .isEqualTo(
            new Candidate(new Kernel(Kernel.Shape.POLY, 0.1, 2, 1), 0.5, Weighting.BALANCED));
    search.choosePreset();
    assertThat(search.grid().get().value()).contains(ParameterGrid.notebook());
  }

  @Test
  void aWrongFieldIsSaidWhereItIsReadOnly() {
    SearchModel search = screen.search();
    search.degree().typed().set("0");
    assertThat(search.degree().error()).isEqualTo("Degree is a whole number from 1 to 20.");
    assertThat(screen.fault().get()).isEqualTo("Mend the fields of Search.");
    search.kernel(Kernel.Shape.POLY).set(false);
    assertThat(screen.fault().get()).isEmpty();
    search.cs().typed().set("0.1..500");
    assertThat(search.cs().error()).contains("not to 500");
    search.cs().typed().set("1..1000000*1.02");
    assertThat(search.cs().error()).contains("not to 1000000");
  }

  @Test
  void aGridTooLargeIsRefused() {
    screen.search().cs().typed().set("1..1e150");
    screen.search().gammas().typed().set("1..1e150");
    assertThat(screen.search().grid().get().error()).startsWith("No more than 10");
  }

  @Test
  void theBestIsShownUntilOneIsChosen() {
    assertThat(screen.scores().shown()).isEmpty();
    train("1, 10", "0.1", Kernel.Shape.RBF, Kernel.Shape.LINEAR);
    assertThat(screen.scores().shown().orElseThrow().candidate().text())
        .isEqualTo("rbf, C 10, gamma 0.1");
    screen.scores().choose(1);
    assertThat(screen.scores().shown().orElseThrow().candidate().text()).isEqualTo("linear, C 1");
    screen.scores().choose(99);
    assertThat(screen.scores().chosen().get()).isEqualTo(1);
    screen.train().run();
    assertThat(screen.scores().chosen().get()).isNegative();
  }

  @Test
  void theSolverAndTheStrategyAreThoseOfTheTraining() {
    screen.search().solver().set(Solver.STOCK);
    screen.search().strategy().set(Strategy.GROW);
    TrainingResult result = train("1, 10", "0.1, 1", Kernel.Shape.RBF);
    assertThat(result.settings().solver()).isEqualTo(Solver.STOCK);
    assertThat(result.settings().strategy()).isEqualTo(Strategy.GROW);
    // The grid grew where its best lay on the border.
    assertThat(result.candidates().size()).isGreaterThan(4);
    assertThat(screen.run().scores()).hasSameSizeAs(result.candidates());
    assertThat(screen.run().plan().get().size()).isEqualTo(result.candidates().size());
  }

  @Test
  void everyTrainingIsListedAndTwoAreCompared() {
    train("1, 10", "0.1", Kernel.Shape.RBF);
    screen.search().weights().typed().set("balanced");
    train("10, 100", "0.1", Kernel.Shape.RBF);
    screen.check().folds().typed().set("4");
    train("10", "0.1", Kernel.Shape.RBF);
    RunHistory history = screen.run().history();
    assertThat(history.runs().stream().map(PastRun::number)).containsExactly(3, 2, 1);
    PastRun first = history.runs().get(2);
    PastRun second = history.runs().get(1);
    assertThat(first.line())
        .isEqualTo("2 candidates, 3 features → target, 0.2 held out by seed 5, 3 folds, accuracy");
    assertThat(first.best()).isEqualTo("rbf, C 10, gamma 0.1");
    // scikit-learn's: mean over the folds, and accuracy on the rows held out.
    assertThat(Numbers.score(first.mean())).isEqualTo("0.9560");
    assertThat(Numbers.score(first.accuracy())).isEqualTo("0.9386");
    history.compare(second, true);
    history.compare(first, true);
    assertThat(history.compared().get()).containsExactly(second, first);
    RunComparison comparison =
        RunComparison.of(first, second, (one, other, folds, text) -> one + "/" + other);
    assertThat(comparison.shared()).hasSize(1);
    assertThat(comparison.shared().getFirst().first()).isEqualTo(first.mean());
    assertThat(comparison.verdict()).isEqualTo(folds(first) + "/" + folds(second));
    assertThat(
            comparison.aspects().stream()
                .filter(RunComparison.Aspect::differs)
                .map(RunComparison.Aspect::name))
        .contains("C", "Class weights")
        .doesNotContain("Table", "Folds", "Gamma", "Search took");
    history.compare(history.runs().getFirst(), true);
    assertThat(history.compared().get()).containsExactly(first, history.runs().getFirst());
    assertThat(
            RunComparison.of(first, history.runs().getFirst(), (one, other, folds, text) -> "")
                .verdict())
        .startsWith("They were not scored on the same folds")
        .endsWith("the same rows were dealt to other folds.");
    history.compare(first, false);
    assertThat(history.isCompared(first)).isFalse();
  }

  private static List<Double> folds(PastRun run) {
    return Objects.requireNonNull(run.found()).folds();
  }

  @Test
  void theFoldsOfTwoRunsAreTestedAsPairs() {
    assertThat(PairedFolds.text(List.of(0.9, 0.8), List.of(0.9, 0.8), 2, ACCURACY))
        .endsWith("the same on every fold.");
    // t = 0.0466667 / sqrt((1/3 + 1/2) · 0.000133333) = 4.427; p = 1 - t / sqrt(2 + t²).
    assertThat(PairedFolds.text(List.of(0.90, 0.88, 0.91), List.of(0.94, 0.92, 0.97), 3, ACCURACY))
        .contains("+0.0467", "that is more than chance", "p = 0.047");
    assertThat(PairedFolds.text(List.of(0.90, 0.88, 0.91), List.of(0.94, 0.87, 0.92), 3, ACCURACY))
        .contains("that is no more than chance");
    // Two times two folds: a test has as many rows as a training, and more scores are no more
    // folds.
    // t = 0.04 / sqrt((1/4 + 1) · 0.000266667) = 2.191; p = 0.116 for 3 degrees.
    assertThat(
            PairedFolds.text(
                List.of(0.90, 0.88, 0.91, 0.89), List.of(0.94, 0.92, 0.97, 0.91), 2, ACCURACY))
        .contains("+0.0400", "no more than chance", "p = 0.116");
    assertThat(PairedFolds.text(List.of(0.90), List.of(0.94), 5, ACCURACY))
        .contains("+0.0400", "One score says nothing of chance");
  }

  @Test
  void runsArePairedOnlyWhereTheirFoldsAre() throws Exception {
    train("10", "0.1", Kernel.Shape.RBF);
    screen.data().setRole(column(screen, "mean_area"), Role.IGNORED);
    train("10", "0.1", Kernel.Shape.RBF);
    screen.check().metric().set(Metric.F1_MACRO);
    train("10", "0.1", Kernel.Shape.RBF);
    screen.check().metric().set(Metric.ACCURACY);
    sql("UPDATE breast_cancer SET target = 1 - target WHERE rowid = 77");
    train("10", "0.1", Kernel.Shape.RBF);
    List<PastRun> runs = screen.run().history().runs().reversed();
    assertThat(verdict(runs.get(0), runs.get(1))).startsWith("Best against best");
    assertThat(verdict(runs.get(0), runs.get(2)))
        .startsWith("They were not scored on the same")
        .endsWith("one is by accuracy, the other by F1, macro.");
    assertThat(verdict(runs.get(1), runs.get(3)))
        .startsWith("They were not scored on the same")
        .endsWith("or the classes of these rows, are not the same.");
  }

  @Test
  void aLossReadsAboveZeroAndTheLowestIsTheBest() {
    screen.check().metric().set(Metric.LOG_LOSS);
    train("0.1, 10", "0.1", Kernel.Shape.RBF);
    ScoreText text = screen.run().text();
    List<ScoreRow> rows = screen.run().scores();
    ScoreRow best = rows.stream().filter(row -> row.rank() == 1).findFirst().orElseThrow();
    ScoreRow other = rows.stream().filter(row -> row.rank() == 2).findFirst().orElseThrow();
    assertThat(Double.parseDouble(text.four(best.mean())))
        .isPositive()
        .isLessThan(Double.parseDouble(text.four(other.mean())));
    assertThat(screen.run().history().runs().getFirst().line()).endsWith("3 folds, log loss");
  }

  @Test
  void theListOfRunsIsThereAnotherDay() throws Exception {
    KeptSearches stores = new KeptSearches(folder.resolve("kept").resolve("searches"));
    Background background = Background.onCallingThread();
    screen = new ModelModel(background, open, Screens.training(stores));
    train("1, 10", "0.1", Kernel.Shape.RBF);
    train("10", "1", Kernel.Shape.RBF);
    List<PastRun> before = List.copyOf(screen.run().history().runs());
    screen.close();
    screen = new ModelModel(background, open, Screens.training(stores));
    RunHistory history = screen.run().history();
    assertThat(history.runs()).isEqualTo(before);
    train("10", "0.1", Kernel.Shape.RBF);
    PastRun fresh = history.runs().getFirst();
    assertThat(fresh.number()).isEqualTo(3);
    assertThat(verdict(before.getLast(), fresh)).endsWith("the same on every fold.");
    history.compare(before.getFirst(), true);
    history.remove(before.getFirst());
    assertThat(history.compared().get()).isEmpty();
    assertThat(new ModelModel(background, open, Screens.training(stores)).run().history().runs())
        .extracting(PastRun::id)
        .containsExactly(fresh.id(), before.getLast().id());
  }

  private static String verdict(PastRun first, PastRun second) {
    return RunComparison.of(first, second, PairedFolds::text).verdict();
  }

  @Test
  void aBoardTellsWhatIsUnderWay() {
    List<Candidate> grid = ParameterGrid.notebook().candidates().subList(0, 2);
    List<String> told = new ArrayList<>();
    ScoreBoard board = new ScoreBoard(grid, 2, () -> told.add(""));
    board.begun(1, 0);
    assertThat(board.rows().get(1).underWay()).isTrue();
    assertThat(board.rows().get(0).underWay()).isFalse();
    FoldScore score = new FoldScore(0.75, List.of(), 5, false, 0.1);
    board.scored(1, grid.get(1), 0, score);
    ScoreRow row = board.rows().get(1);
    assertThat(row.underWay()).isFalse();
    assertThat(row.fits()).containsExactly(Optional.of(score), Optional.empty());
    assertThat(row.meanSoFar()).isEqualTo(0.75);
    assertThat(row.converged()).isFalse();
    assertThat(row.complete()).isFalse();
    assertThat(told).hasSize(2);
    board.joined(2, List.of(grid.get(0)));
    assertThat(board.total()).isEqualTo(6);
    board.scored(1, grid.get(1), 0, score);
    assertThat(board.total()).isEqualTo(7);
    assertThat(board.done()).isEqualTo(2);
  }
}

package org.quarry.learning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.StratifiedFolds;
import org.quarry.learning.report.Metric;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.DualTrainer;
import org.quarry.learning.svm.Kernel;
import org.quarry.work.Job;

/** Strategies against the whole grid. */
class StrategyTest {
  private static SearchData data;

  @BeforeAll
  static void readRows() throws Exception {
    DataSet set = DataSet.of(Reference.rows("breast_cancer.csv"), Reference.FEATURES, "target");
    data = SearchData.of(set, Split.DEFAULT.divide(set.size()).training());
  }

  private final List<Candidate> joined = new ArrayList<>();

  private List<CandidateScore> search(Strategy strategy, List<Candidate> grid) throws Exception {
    Job<List<CandidateScore>> job =
        new Job<>(
            "search",
            monitor -> {
              try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
                return new GridSearch(new DualTrainer(), new Workers(threads, 2), 1 << 28)
                    .search(
                        data,
                        StratifiedFolds.of(data.labels(), data.classes(), 3),
                        grid,
                        new GridSearch.Settings(
                            GridSearch.ScalingOrder.INSIDE_FOLDS, Metric.ACCURACY, strategy),
                        ScoreStore.NONE,
                        new ScoreListener() {
                          @Override
                          public void joined(int first, List<Candidate> candidates) {
                            assertThat(first).isEqualTo(grid.size() + joined.size());
                            joined.addAll(candidates);
                          }

                          @Override
                          public void scored(
                              int index, Candidate candidate, int fold, FoldScore score) {}
                        },
                        monitor);
              }
            });
    job.run();
    assertThat(job.progress().done()).isEqualTo(job.progress().total());
    return job.join();
  }

  private static List<Candidate> rbf(List<Double> cs, List<Double> gammas) {
    return new ParameterGrid(cs, gammas, List.of(Kernel.Shape.RBF), 3, 0).candidates();
  }

  private static Candidate best(List<CandidateScore> scores) {
    return scores.stream().filter(each -> each.rank() == 1).findFirst().orElseThrow().candidate();
  }

  @Test
  void aGridWhoseBestIsAtTheBorderGrowsUntilItIsNot() throws Exception {
    List<CandidateScore> scores =
        search(Strategy.GROW, rbf(List.of(0.1, 1.0), List.of(0.001, 0.01)));
    assertThat(joined).isNotEmpty().doesNotHaveDuplicates();
    List<Candidate> all = scores.stream().map(CandidateScore::candidate).toList();
    assertThat(all.subList(4, all.size())).isEqualTo(joined);
    assertThat(best(scores)).isEqualTo(new Candidate(new Kernel(Kernel.Shape.RBF, 0.1, 3, 0), 10));
  }

  @Test
  void aBestInsideTheGridLetsItBe() throws Exception {
    List<Candidate> grid = ParameterGrid.notebook().candidates();
    List<CandidateScore> scores = search(Strategy.GROW, grid);
    assertThat(scores).hasSize(75);
    assertThat(joined).isEmpty();
  }

  @Test
  void coarseToFineLooksHalfAndQuarterStepsAroundTheBest() throws Exception {
    List<Candidate> grid = rbf(List.of(0.1, 10.0, 1000.0), List.of(0.001, 0.1));
    List<CandidateScore> scores = search(Strategy.COARSE_TO_FINE, grid);
    // Two rounds of nine, of which the middle is known.
    assertThat(joined).hasSizeBetween(12, 16).doesNotHaveDuplicates();
    assertThat(joined.stream().map(Candidate::c)).contains(100.0, 1.0);
    double coarse =
        scores.subList(0, grid.size()).stream().mapToDouble(CandidateScore::mean).max().orElse(0);
    double fine = scores.stream().mapToDouble(CandidateScore::mean).max().orElse(0);
    assertThat(fine).isGreaterThanOrEqualTo(coarse);
  }

  @Test
  void halvingScoresTheLastOnAllRowsAndTheFirstOnFew() throws Exception {
    List<Candidate> grid = ParameterGrid.notebook().candidates();
    List<CandidateScore> halved = search(Strategy.HALVING, grid);
    List<CandidateScore> whole = search(Strategy.WHOLE, grid);
    assertThat(halved).hasSize(75);
    assertThat(halved.stream().map(CandidateScore::share).distinct().sorted().toList())
        .hasSizeGreaterThan(1)
        .endsWith(1.0);
    List<CandidateScore> last = halved.stream().filter(each -> each.share() == 1).toList();
    assertThat(last).hasSizeBetween(1, 25);
    for (CandidateScore score : last) {
      assertThat(score.folds()).isEqualTo(whole.get(score.index()).folds());
    }
    assertThat(IntStream.range(0, 75).mapToObj(halved::get).filter(each -> each.rank() == 1))
        .allMatch(each -> each.share() == 1);
  }
}

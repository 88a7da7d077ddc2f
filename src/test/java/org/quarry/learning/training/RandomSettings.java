package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Metric;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;

/** Settings of every sort, the same ones for the same seed, for two classes. */
public final class RandomSettings {
  private final Random random;

  /** Makes a source of settings. */
  public RandomSettings(long seed) {
    random = new Random(seed);
  }

  /** One of some. */
  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  /** True or false. */
  public boolean nextBoolean() {
    return random.nextBoolean();
  }

  /** A number from least to below end. */
  public int nextInt(int least, int end) {
    return random.nextInt(least, end);
  }

  /** A number from least to below end. */
  public long nextLong(long least, long end) {
    return random.nextLong(least, end);
  }

  /** A feature of one of some kinds, its missing values treated in any way that suits it. */
  public Feature feature(String name, Kind... kinds) {
    Kind kind = one(kinds);
    List<Missing> ways = List.of(Missing.values()).stream().filter(way -> way.suits(kind)).toList();
    DateNumber number = kind == Kind.DATE ? one(DateNumber.values()) : DateNumber.DAYS;
    return new Feature(name, kind, number, one(ways), List.of());
  }

  /** The notebook's grid, another, or one in which a candidate is missing. */
  private List<Candidate> candidates() {
    ParameterGrid grid =
        one(List.of(
                ParameterGrid.notebook(),
                new ParameterGrid(
                    List.of(0.5, 2.0e9),
                    List.of(1e-7, 1.0 / 3),
                    List.of(one(Kernel.Shape.values())),
                    random.nextInt(1, 20),
                    random.nextInt(3) / 4.0)))
            .with(weighting());
    List<Candidate> candidates = new ArrayList<>(grid.candidates());
    if (random.nextInt(3) == 0) {
      candidates.removeFirst();
    }
    return candidates;
  }

  /** What the two classes weigh. */
  public Weighting weighting() {
    return one(
        List.of(Weighting.NONE, Weighting.BALANCED, new Weighting(false, List.of(1.0, 0.00002))));
  }

  /** Any validation, by group only where there is one. */
  private Validation validation(boolean group) {
    List<Validation.Kind> kinds =
        List.of(Validation.Kind.values()).stream()
            .filter(
                kind ->
                    group
                        || (kind != Validation.Kind.GROUPED
                            && kind != Validation.Kind.STRATIFIED_GROUPED))
            .toList();
    Validation.Kind kind = one(kinds);
    return new Validation(
        kind,
        random.nextInt(2, 8),
        kind == Validation.Kind.REPEATED ? random.nextInt(1, 9) : 1,
        kind.shuffles() ? random.nextLong(1L << 32) : 0,
        one(Metric.values()),
        random.nextBoolean(),
        random.nextBoolean());
  }

  /** Any settings for some roles. */
  public TrainingSettings settings(Roles roles) {
    return new TrainingSettings(
        one(List.of("my `model`", "plain", "-x")),
        roles,
        new Split(random.nextLong(1L << 32), one(List.of(0.0, 0.2, 1e-5, 1.0 / 3))),
        validation(roles.group() != null),
        candidates(),
        one(Strategy.values()),
        one(Solver.values()));
  }
}

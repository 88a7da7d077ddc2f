package org.quarry.ui.model.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Feature;
import org.quarry.learning.picture.ReportPage;
import org.quarry.learning.report.DecisionGrid;
import org.quarry.learning.report.LearningCurve;
import org.quarry.learning.report.Occlusion;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.training.ModelReport;
import org.quarry.learning.training.StockComparison;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingResult;
import org.quarry.ui.kit.Background;
import org.quarry.work.Problem;

/**
 * What is known of a trained model, computed when its card is opened. Rows are positions among
 * those held out. For the UI thread.
 */
public final class ReportModel {
  private final Training training;
  private final Background background;
  private final Consumer<@Nullable Problem> problem;
  private final ShownRows shown;
  private final ReadOnlyObjectWrapper<@Nullable ModelReport> report = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Card> card = new SimpleObjectProperty<>(Card.REPORT);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ThresholdModel thresholds = new ThresholdModel();
  private final IntegerProperty across = new SimpleIntegerProperty(-1);
  private final IntegerProperty up = new SimpleIntegerProperty(-1);
  private final IntegerProperty row = new SimpleIntegerProperty(-1);
  private final ReportPart<Predictions> decided;
  private final ReportPart<Predictions> calibrated;
  private final ReportPart<PermutationImportance> importance;
  private final ReportPart<LearningCurve> learning;
  private final ReportPart<DecisionGrid> boundary;
  private final ReportPart<Occlusion> why;
  private final ReportPart<StockComparison> stock;

  /**
   * Makes one without a model.
   *
   * @param background computes
   * @param training knows how
   * @param source the rows that were trained on
   * @param problem takes what goes wrong, or null when something begins anew
   */
  public ReportModel(
      Background background,
      Training training,
      Supplier<Optional<DataSource>> source,
      Consumer<@Nullable Problem> problem) {
    this.training = training;
    this.background = background;
    this.problem = problem;
    shown = new ShownRows(source);
    Consumer<Problem> failed = this::fail;
    decided = new ReportPart<>(background, failed);
    calibrated = new ReportPart<>(background, failed);
    importance = new ReportPart<>(background, failed);
    learning = new ReportPart<>(background, failed);
    boundary = new ReportPart<>(background, failed);
    why = new ReportPart<>(background, failed);
    stock = new ReportPart<>(background, failed);
    decided.value().subscribe(() -> thresholds.take(ordered()));
    calibrated.value().subscribe(() -> thresholds.take(ordered()));
    card.subscribe((was, is) -> compute());
    across.subscribe((was, is) -> draw());
    up.subscribe((was, is) -> draw());
    row.subscribe((was, is) -> explain());
  }

  private List<ReportPart<?>> parts() {
    return List.of(decided, calibrated, importance, learning, boundary, why, stock);
  }

  /** Takes the result of a training, or null when there is none any more. */
  public void offer(@Nullable TrainingResult result) {
    report.set(null);
    parts().forEach(ReportPart::drop);
    note.set("");
    across.set(-1);
    up.set(-1);
    row.set(-1);
    if (result == null) {
      return;
    }
    ModelReport fresh = training.report(result);
    report.set(fresh);
    int[] axes = fresh.axes();
    if (axes.length > 1) {
      across.set(axes[0]);
      up.set(axes[1]);
    }
    row.set(fresh.size() == 0 ? -1 : order().getFirst());
    compute();
  }

  /** Decisions order two classes, probabilities more. */
  private @Nullable Predictions ordered() {
    ModelReport of = report.get();
    if (of == null) {
      return null;
    }
    return of.classes().size() == 2 ? decided.value().get() : calibrated.value().get();
  }

  /** Computes what the open card shows, if it is not known. */
  void compute() {
    ModelReport of = report.get();
    if (of == null || of.size() == 0) {
      return;
    }
    switch (card.get()) {
      case CURVES -> {
        if (of.classes().size() == 2) {
          decided.want("Deciding the rows held out", of::decided);
        } else {
          calibrate(of);
        }
      }
      case CALIBRATION -> calibrate(of);
      case IMPORTANCE -> measureImportance();
      case BOUNDARY -> draw();
      case WHY -> explain();
      case REPORT, LEARNING, STOCK -> {}
    }
  }

  private void calibrate(ModelReport of) {
    calibrated.want("Finding probabilities", of::calibrated);
  }

  /** Measures what each feature is worth, unless that is known. */
  public void measureImportance() {
    ModelReport of = report.get();
    if (of != null && of.size() > 0) {
      importance.want(
          "Measuring features",
          monitor -> of.importance(of.metric(), ReportPage.REPEATS, 0, monitor));
    }
  }

  /** Measures whether more rows would help. */
  public void measureLearning() {
    ModelReport of = report.get();
    if (of != null) {
      problem.accept(null);
      learning.start(
          "Measuring the learning curve",
          monitor -> of.learningCurve(0, monitor, ReportPage.shares()));
    }
  }

  /** Trains the best candidate by Weka's stock SMO as well and compares them row by row. */
  public void compareWithStock() {
    ModelReport of = report.get();
    if (of != null) {
      problem.accept(null);
      stock.want(
          "Comparing with stock SMO", monitor -> training.compareWithStock(of.result(), monitor));
    }
  }

  private void draw() {
    ModelReport of = report.get();
    if (of == null || card.get() != Card.BOUNDARY || of.axes().length < 2) {
      return;
    }
    int x = across.get();
    int y = up.get();
    boundary.drop();
    if (x >= 0 && y >= 0 && x != y) {
      boundary.start(
          "Drawing the boundary", monitor -> of.boundary(x, y, ReportPage.STEPS, monitor));
    }
  }

  private void explain() {
    ModelReport of = report.get();
    int chosen = row.get();
    if (of != null && card.get() == Card.WHY && chosen >= 0) {
      why.start("Explaining a row", monitor -> of.why(chosen));
    }
  }

  /** The report, or null while nothing is trained. */
  public ReadOnlyObjectProperty<@Nullable ModelReport> report() {
    return report.getReadOnlyProperty();
  }

  /** What is shown. */
  public ObjectProperty<Card> card() {
    return card;
  }

  /** What was left out of the rows shown last, a sentence, or empty. */
  public ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /** The curves and their threshold. */
  public ThresholdModel thresholds() {
    return thresholds;
  }

  /** The feature across in the boundary, or -1. */
  public IntegerProperty across() {
    return across;
  }

  /** The feature up in the boundary, or -1. */
  public IntegerProperty up() {
    return up;
  }

  /** The row that is explained, or -1. */
  public IntegerProperty row() {
    return row;
  }

  /** The decisions of the rows held out. */
  public ReportPart<Predictions> decided() {
    return decided;
  }

  /** Their probabilities. */
  public ReportPart<Predictions> calibrated() {
    return calibrated;
  }

  /** What each feature is worth. */
  public ReportPart<PermutationImportance> importance() {
    return importance;
  }

  /** Whether more rows would help. */
  public ReportPart<LearningCurve> learning() {
    return learning;
  }

  /** Where the decision turns. */
  public ReportPart<DecisionGrid> boundary() {
    return boundary;
  }

  /** Why the chosen row is predicted as it is. */
  public ReportPart<Occlusion> why() {
    return why;
  }

  /** What stock SMO says of the same rows. */
  public ReportPart<StockComparison> stock() {
    return stock;
  }

  /** Whether a card has something to tell; most tell of the rows held out. */
  boolean offers(Card of) {
    ModelReport known = report.get();
    return known != null && (of == Card.REPORT || of == Card.STOCK || known.size() > 0);
  }

  /** The names of the classes. */
  List<String> classes() {
    ModelReport of = report.get();
    return of == null ? List.of() : of.classes().stream().map(ClassLabel::text).toList();
  }

  /** The names of the features. */
  List<String> features() {
    ModelReport of = report.get();
    return of == null ? List.of() : of.features().stream().map(Feature::name).toList();
  }

  /** The rows held out, those predicted wrong first. */
  public List<Integer> order() {
    ModelReport of = report.get();
    if (of == null) {
      return List.of();
    }
    List<TrainingResult.HeldOut> rows = of.result().heldOut();
    List<Integer> order = new ArrayList<>();
    for (boolean wrong : new boolean[] {true, false}) {
      IntStream.range(0, rows.size())
          .filter(each -> rows.get(each).actual().equals(rows.get(each).predicted()) != wrong)
          .forEach(order::add);
    }
    return order;
  }

  /** Shows rows where rows are shown. */
  public void show(int[] rows) {
    ModelReport of = report.get();
    if (of != null && rows.length > 0) {
      note.set(shown.show(Arrays.stream(rows).mapToObj(of::identity).toList()));
    }
  }

  /** Shows a row by its identity, held out or not. */
  public void showRow(Object identity) {
    note.set(shown.show(List.of(identity)));
  }

  /** Shows the rows of a cell of the confusion matrix, positions among the report's labels. */
  public void showCell(int actual, int predicted) {
    ModelReport of = report.get();
    if (of == null || of.result().holdOut() == null) {
      return;
    }
    List<ClassLabel> labels = of.result().holdOut().labels();
    List<TrainingResult.HeldOut> rows = of.result().heldOut();
    show(
        IntStream.range(0, rows.size())
            .filter(each -> rows.get(each).actual().equals(labels.get(actual)))
            .filter(each -> rows.get(each).predicted().equals(labels.get(predicted)))
            .toArray());
  }

  /** Who shows rows. */
  public ShownRows shown() {
    return shown;
  }

  Background background() {
    return background;
  }

  void fail(@Nullable Problem failure) {
    problem.accept(failure);
  }

  /** Stops everything. */
  public void close() {
    parts().forEach(ReportPart::stop);
  }
}

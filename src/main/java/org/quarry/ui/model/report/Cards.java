package org.quarry.ui.model.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.report.DecisionGrid;
import org.quarry.learning.report.LearningCurve;
import org.quarry.learning.report.Occlusion;
import org.quarry.learning.report.PermutationImportance;
import org.quarry.learning.report.Predictions;
import org.quarry.learning.training.ModelReport;
import org.quarry.learning.training.TrainingResult;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Icons;

/** The cards of a report that show one picture each. */
final class Cards {
  private final ReportModel model;
  private final FilePicker picker;
  private final ReportPictures pictures;

  Cards(ReportModel model, FilePicker picker) {
    this.model = model;
    this.picker = picker;
    this.pictures = new ReportPictures(model);
  }

  /** Makes a card. */
  Node of(Card card) {
    return switch (card) {
      case REPORT -> throw new IllegalArgumentException("the report is given");
      case CURVES -> new CurvesCard(model, picker);
      case CALIBRATION -> calibration();
      case LEARNING -> learning();
      case IMPORTANCE -> importance();
      case BOUNDARY -> boundary();
      case WHY -> why();
      case STOCK -> new StockCard(model);
    };
  }

  /** A picture of a report, which does not outlive it: what is hidden is laid out as well. */
  static PictureView picture(ReportModel model, String id) {
    PictureView view = new PictureView(id);
    model.report().subscribe(report -> view.forget());
    return view;
  }

  private Node calibration() {
    PictureView view = picture(model, "picture-calibration");
    IntegerProperty aim = new SimpleIntegerProperty();
    ComboBox<String> box = Choosing.of("calibration-class", aim);
    Runnable draw =
        () -> {
          Predictions known = model.calibrated().value().get();
          if (known != null && aim.get() < known.classes()) {
            view.show((width, height) -> pictures.calibration(known, aim.get(), width, height));
          }
        };
    model
        .report()
        .subscribe(
            report -> {
              box.getItems().setAll(model.classes());
              Choosing.select(box, box.getItems().size() == 2 ? 1 : 0);
            });
    model.calibrated().value().subscribe(known -> draw.run());
    aim.subscribe((was, is) -> draw.run());
    Label note =
        words(
            "On the dotted line a probability comes true as often as it says. Circles grow with"
                + " their rows; a click shows them.");
    VBox content = new VBox(12, line(new Label("Class"), box), framed(view), note);
    return new PartPane(
        "calibration", model.calibrated(), "Find probabilities", model::compute, content);
  }

  private Node learning() {
    PictureView view = picture(model, "picture-learning");
    model
        .learning()
        .value()
        .subscribe(
            known -> {
              LearningCurve curve = model.learning().value().get();
              ModelReport report = model.report().get();
              if (curve != null && report != null) {
                view.show((width, height) -> pictures.learning(curve, report, width, height));
              }
            });
    Label note =
        words(
            "The best candidate, trained on growing parts of the rows for training and scored over"
                + " the folds. Where the lower line still rises, more labelled rows help.");
    PartPane part =
        new PartPane(
            "learning",
            model.learning(),
            "Measure the learning curve",
            model::measureLearning,
            framed(view));
    return new VBox(12, note, part);
  }

  private Node importance() {
    PictureView view = picture(model, "picture-importance");
    model
        .importance()
        .value()
        .subscribe(
            known -> {
              PermutationImportance found = model.importance().value().get();
              ModelReport report = model.report().get();
              if (found != null && report != null) {
                view.show((width, height) -> pictures.importance(found, report, width));
              }
            });
    Label note =
        words(
            "30 shuffles of each feature among the rows held out, seed 0. A feature whose news"
                + " another one brings too looks less important than it is.");
    return new PartPane(
        "importance",
        model.importance(),
        "Measure the features",
        model::compute,
        new VBox(12, framed(view), note));
  }

  private Node boundary() {
    PictureView view = picture(model, "picture-boundary");
    ComboBox<String> across = new ComboBox<>();
    ComboBox<String> up = new ComboBox<>();
    axis("boundary-across", across, model.across());
    axis("boundary-up", up, model.up());
    model
        .boundary()
        .value()
        .subscribe(
            known -> {
              DecisionGrid grid = model.boundary().value().get();
              ModelReport report = model.report().get();
              if (grid != null && report != null) {
                view.show((width, height) -> pictures.boundary(grid, report, width, height));
              }
            });
    Label note =
        words(
            "All other features are typical. Dots are the rows held out, those predicted wrong are"
                + " rings; a click shows the row.");
    PartPane part =
        new PartPane(
            "boundary",
            model.boundary(),
            "Draw the boundary",
            model::compute,
            new VBox(12, framed(view), note));
    FlowPane choices =
        new FlowPane(16, 8, line(new Label("Across"), across), line(new Label("Up"), up));
    return new VBox(12, choices, part);
  }

  private void axis(String id, ComboBox<String> box, IntegerProperty feature) {
    box.setId(id);
    model
        .report()
        .subscribe(
            report ->
                box.getItems()
                    .setAll(
                        report == null
                            ? List.of()
                            : Arrays.stream(report.axes())
                                .mapToObj(each -> report.features().get(each).name())
                                .toList()));
    box.valueProperty()
        .subscribe(
            name -> {
              int at = name == null ? -1 : model.features().indexOf(name);
              if (at >= 0) {
                feature.set(at);
              }
            });
    feature.subscribe(
        at -> {
          if (at.intValue() >= 0) {
            box.setValue(model.features().get(at.intValue()));
          }
        });
  }

  private Node why() {
    PictureView view = picture(model, "picture-why");
    IntegerProperty place = new SimpleIntegerProperty(-1);
    ComboBox<String> box = Choosing.of("why-row", place);
    box.setPrefWidth(300);
    Button show = new Button("Show the row", Icons.of(Feather.GRID));
    show.setId("why-show");
    show.setOnAction(event -> model.show(new int[] {model.row().get()}));
    model
        .report()
        .subscribe(
            report -> {
              box.getItems().setAll(report == null ? List.of() : rows(report));
              Choosing.select(box, 0);
            });
    place.subscribe(
        (was, is) -> {
          List<Integer> order = model.order();
          if (is.intValue() >= 0 && is.intValue() < order.size()) {
            model.row().set(order.get(is.intValue()));
          }
        });
    model
        .why()
        .value()
        .subscribe(
            known -> {
              Occlusion found = model.why().value().get();
              ModelReport report = model.report().get();
              int row = model.row().get();
              if (found != null && report != null && row >= 0) {
                view.show((width, height) -> pictures.reasons(found, report, row, width));
              }
            });
    Label note =
        words(
            "Each feature in turn is replaced by what is typical of the rows for training."
                + " Features that only work together show too little alone.");
    PartPane part =
        new PartPane(
            "why", model.why(), "Explain", model::compute, new VBox(12, framed(view), note));
    return new VBox(12, new FlowPane(8, 8, box, show), part);
  }

  private List<String> rows(ModelReport report) {
    List<Integer> order = model.order();
    return IntStream.range(0, order.size())
        .mapToObj(
            at -> {
              TrainingResult.HeldOut row = report.result().heldOut().get(order.get(at));
              boolean right = row.actual().equals(row.predicted());
              String name = row.identity().toString();
              return right
                  ? "%s: %s, right".formatted(name, row.actual().text())
                  : "%s: %s, predicted %s, wrong"
                      .formatted(name, row.actual().text(), row.predicted().text());
            })
        .toList();
  }

  private Framed framed(PictureView view) {
    return new Framed(view, model, picker);
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(8, nodes);
    line.getStyleClass().add("part-line");
    return line;
  }

  static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("report-note");
    return label;
  }
}

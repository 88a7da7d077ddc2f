package org.quarry.ui.model.report;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.quarry.learning.report.ThresholdCurve;
import org.quarry.ui.kit.FilePicker;

/** ROC and precision-recall of a class; a threshold moves the matrix and the figures. */
final class CurvesCard extends VBox {
  private final ReportModel model;
  private final ThresholdModel thresholds;
  private final ReportPictures pictures;
  private final PictureView roc;
  private final PictureView recall;
  private final PictureView matrix;
  private final Slider slider = new Slider();
  private final Label value = new Label();
  private final Label figures = new Label();
  private final Label none = new Label();

  CurvesCard(ReportModel model, FilePicker picker) {
    super(12);
    this.model = model;
    thresholds = model.thresholds();
    pictures = new ReportPictures(model);
    roc = Cards.picture(model, "picture-roc");
    recall = Cards.picture(model, "picture-precision-recall");
    matrix = Cards.picture(model, "picture-threshold-matrix");
    slider.setId("threshold");
    slider.setAccessibleText("Threshold");
    HBox.setHgrow(slider, Priority.ALWAYS);
    value.setId("threshold-value");
    value.setMinWidth(56);
    Button usual = new Button("Reset");
    usual.setId("threshold-reset");
    usual.setMinWidth(Region.USE_PREF_SIZE);
    usual.setOnAction(event -> thresholds.threshold().set(thresholds.usual()));
    HBox line = new HBox(8, new Label("Threshold"), slider, value, usual);
    line.getStyleClass().add("part-line");
    figures.setId("threshold-figures");
    figures.setWrapText(true);
    figures.setMinHeight(Region.USE_PREF_SIZE);
    none.setText("All rows held out are of one class; there is nothing to tell apart.");
    none.setWrapText(true);
    VBox curves =
        new VBox(
            16,
            line,
            figures,
            new SideBySide(
                new Framed(roc, model, picker),
                new Framed(recall, model, picker),
                new Framed(matrix, model, picker)));
    getChildren().addAll(choice(), none, curves);
    slider.valueProperty().bindBidirectional(thresholds.threshold());
    thresholds.curve().subscribe(() -> take(curves));
    thresholds.threshold().subscribe((was, is) -> draw());
    take(curves);
  }

  private Node choice() {
    ComboBox<String> box = Choosing.of("curve-class", thresholds.aim());
    HBox line = new HBox(8, new Label("Class"), box);
    line.getStyleClass().add("part-line");
    model.report().subscribe(report -> box.getItems().setAll(model.classes()));
    thresholds.curve().subscribe(curve -> Choosing.select(box, thresholds.aim().get()));
    return line;
  }

  private void take(Node curves) {
    ThresholdCurve curve = thresholds.curve().get();
    PartPane.show(curves, curve != null);
    PartPane.show(none, curve == null);
    if (curve != null) {
      double at = thresholds.threshold().get();
      slider.setMin(Math.min(thresholds.least(), at));
      slider.setMax(Math.max(thresholds.most(), at));
      thresholds.threshold().set(at);
      draw();
    }
  }

  private void draw() {
    ThresholdCurve curve = thresholds.curve().get();
    if (curve == null) {
      return;
    }
    value.setText(String.format(Locale.ROOT, "%.3f", thresholds.threshold().get()));
    figures.setText(thresholds.figures());
    roc.show((width, height) -> pictures.roc(curve, width, height));
    recall.show((width, height) -> pictures.precisionRecall(curve, width, height));
    matrix.show((width, height) -> pictures.atThreshold());
  }
}

package org.quarry.ui.model.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.feather.Feather;
import org.quarry.learning.picture.Picture;
import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Icons;
import org.quarry.ui.kit.PngFile;

/** A picture with a menu that saves it. */
final class Framed extends StackPane {
  private static final FilePicker.Kind PNG = new FilePicker.Kind("PNG picture", List.of("png"));
  private static final FilePicker.Kind SVG = new FilePicker.Kind("SVG picture", List.of("svg"));

  private final PictureView view;
  private final FilePicker picker;
  private final ReportExport export;

  Framed(PictureView view, ReportModel model, FilePicker picker) {
    super(view);
    this.view = view;
    this.picker = picker;
    this.export = new ReportExport(model);
    view.onRows(model::show);
    MenuItem png = new MenuItem("Save as PNG…");
    png.setOnAction(event -> savePng());
    MenuItem svg = new MenuItem("Save as SVG…");
    svg.setOnAction(event -> saveSvg());
    MenuButton save = new MenuButton("", Icons.of(Feather.DOWNLOAD), png, svg);
    save.setId("save-" + view.getId());
    save.setTooltip(new Tooltip("Save the picture"));
    save.setAccessibleText("Save the picture");
    save.getStyleClass().addAll("flat", "button-icon", "picture-save");
    save.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(save, Pos.TOP_RIGHT);
    getChildren().add(save);
    setMinWidth(0);
  }

  PictureView view() {
    return view;
  }

  private String name(String ending) {
    String title = view.picture().map(Picture::title).orElse("picture");
    return title.replaceAll("[^\\p{Alnum} ,._-]+", " ").strip() + "." + ending;
  }

  private void savePng() {
    picker
        .save("Save the picture", name("png"), PNG)
        .ifPresent(
            file -> {
              SnapshotParameters parameters = new SnapshotParameters();
              parameters.setTransform(Transform.scale(2, 2));
              BufferedImage image = SwingFXUtils.fromFXImage(view.snapshot(parameters, null), null);
              export.start(file, () -> write(image, file));
            });
  }

  private static void write(BufferedImage image, Path file) {
    try {
      PngFile.write(image, file);
    } catch (IOException refused) {
      throw ReportExport.problem(file, refused);
    }
  }

  private void saveSvg() {
    view.picture()
        .ifPresent(
            picture ->
                picker
                    .save("Save the picture", name("svg"), SVG)
                    .ifPresent(file -> export.svg(picture, file)));
  }
}

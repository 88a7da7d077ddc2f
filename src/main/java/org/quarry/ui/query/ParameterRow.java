package org.quarry.ui.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A field for each parameter of the script; takes no room without one. */
final class ParameterRow extends FlowPane {
  private final QueryModel model;

  ParameterRow(QueryModel model) {
    this.model = model;
    setId("parameters");
    getStyleClass().add("query-row");
    model.parameters().subscribe(this::refresh);
    model.sheet().subscribe(sheet -> refresh());
    refresh();
  }

  private void refresh() {
    boolean any = !model.parameters().isEmpty();
    setVisible(any);
    setManaged(any);
    if (getChildren().size() == model.parameters().size() && stillFit()) {
      return;
    }
    getChildren().setAll(model.parameters().stream().map(this::field).toList());
  }

  /** Fields that a person is typing in are kept; text becomes a calendar after the next run. */
  private boolean stillFit() {
    for (int i = 0; i < getChildren().size(); i++) {
      Node node = getChildren().get(i);
      ParameterField field = model.parameters().get(i);
      boolean day = node.getProperties().get("control") instanceof DatePicker;
      boolean becomesDay = field.isDay() && !day && !node.isFocusWithin();
      if (node.getUserData() != field || becomesDay) {
        return false;
      }
    }
    return true;
  }

  private Node field(ParameterField parameter) {
    Label name = new Label(parameter.name());
    name.getStyleClass().add("parameter-name");
    Node control = parameter.isDay() ? calendar(parameter) : textField(parameter);
    control.setId("parameter-" + parameter.name().substring(1));
    name.setLabelFor(control);
    HBox box = new HBox(name, control);
    box.getStyleClass().add("parameter");
    box.setUserData(parameter);
    box.getProperties().put("control", control);
    return box;
  }

  private Node textField(ParameterField parameter) {
    TextField field = new TextField();
    field.setPromptText("NULL");
    field.getStyleClass().add("small");
    field.setTooltip(
        new Tooltip(
            "A plain number is bound as a number, anything else as text; 'quoted' is always text;"
                + " nothing is NULL."));
    field.textProperty().bindBidirectional(parameter.typed());
    field.setOnAction(event -> model.changed(parameter));
    return field;
  }

  private Node calendar(ParameterField parameter) {
    DatePicker picker = new DatePicker();
    picker.setConverter(new Iso());
    picker.getStyleClass().add("small");
    picker.setShowWeekNumbers(false);
    picker.setPrefWidth(140);
    parameter.typed().subscribe(typed -> show(picker, typed));
    picker
        .valueProperty()
        .addListener(
            (property, old, day) -> {
              String typed = day == null ? "" : day.toString();
              if (!typed.equals(parameter.typed().get())) {
                parameter.typed().set(typed);
                model.changed(parameter);
              }
            });
    return picker;
  }

  private static void show(DatePicker picker, String typed) {
    LocalDate day = Iso.parse(typed);
    if (!Objects.equals(day, picker.getValue())) {
      picker.setValue(day);
    }
  }

  /** Days as SQLite writes them; what is none is none. */
  private static final class Iso extends StringConverter<LocalDate> {
    static @Nullable LocalDate parse(String text) {
      try {
        return LocalDate.parse(text.strip());
      } catch (DateTimeParseException notADay) {
        return null;
      }
    }

    @Override
    public String toString(@Nullable LocalDate day) {
      return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(String text) {
      return parse(text);
    }
  }
}

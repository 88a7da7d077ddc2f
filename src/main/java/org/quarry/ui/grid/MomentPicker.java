package org.quarry.ui.grid;

import atlantafx.base.controls.Calendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DateCell;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.MomentForm;

/** A calendar and, where the form has one, a field for the time below it. */
final class MomentPicker extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Calendar calendar;
  private final TextField time = new TextField();
  private final Label sense = new Label();
  private final Consumer<LocalDateTime> picked;
  private final String zone;

  /**
   * Makes one.
   *
   * @param now the moment of the cell, if it has one
   * @param picked told each moment that is picked
   */
  MomentPicker(MomentForm form, Optional<LocalDateTime> now, Consumer<LocalDateTime> picked) {
    this.picked = picked;
    zone = form.unit() == MomentForm.Unit.TEXT ? form.zone() : "UTC";
    getStyleClass().add("grid-calendar");
    setManaged(false);
    calendar = new Calendar(now.map(LocalDateTime::toLocalDate).orElse(null));
    calendar.setShowWeekNumbers(false);
    calendar.valueProperty().subscribe((was, is) -> pick(is));
    getChildren().add(calendar);
    if (form.timed()) {
      time.setText(form.time(now.map(LocalDateTime::toLocalTime).orElse(LocalTime.MIDNIGHT)));
      time.setPrefColumnCount(8);
      time.getStyleClass().add("grid-time");
      time.setAccessibleText("Time");
      time.textProperty().subscribe((was, is) -> pick(calendar.getValue()));
      sense.getStyleClass().add("grid-choice-label");
      sense.setText(zone);
      HBox row = new HBox(8, new Label("Time"), time, sense);
      row.getStyleClass().add("grid-time-row");
      row.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(row);
    }
    addEventHandler(ScrollEvent.SCROLL, ScrollEvent::consume);
  }

  /** Gives the focus to the day that is picked, or to today. */
  void focusDay() {
    LocalDate wanted =
        calendar.getValue() == null ? MomentEditor.begin().toLocalDate() : calendar.getValue();
    for (Node node : calendar.lookupAll(".day-cell")) {
      if (node instanceof DateCell cell && wanted.equals(cell.getItem())) {
        cell.requestFocus();
        return;
      }
    }
    calendar.requestFocus();
  }

  private void pick(@Nullable LocalDate day) {
    Optional<LocalTime> at = time();
    time.pseudoClassStateChanged(WRONG, at.isEmpty());
    sense.setText(at.isEmpty() ? "no time like 09:30" : zone);
    if (at.isPresent() && day != null) {
      picked.accept(day.atTime(at.get()));
    }
  }

  private Optional<LocalTime> time() {
    if (time.getText().isBlank()) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    try {
      return Optional.of(LocalTime.parse(time.getText().strip()));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }
}

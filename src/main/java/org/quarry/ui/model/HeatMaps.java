package org.quarry.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Heat maps of a grid beside each other, which share the axis of C. A click or the arrow keys
 * choose a cell. Cells are made once for a plan and only change their looks.
 */
final class HeatMaps extends Region {
  private final String name;
  private final IntConsumer chosen;
  private final IntFunction<String> words;
  private final Map<HeatPlan.Spot, HeatCell> cells = new HashMap<>();
  private final List<Label> rows = new ArrayList<>();
  private final List<Label> columns = new ArrayList<>();
  private final List<Label> titles = new ArrayList<>();
  private final List<Label> axes = new ArrayList<>();
  private final Label axisOfC = label("C", "heat-axis", Pos.CENTER_RIGHT);
  private final Tooltip tooltip = new Tooltip();
  private HeatPlan plan = new HeatPlan(List.of());
  private int selected = -1;
  private double room = 224;

  /**
   * Makes one without a cell.
   *
   * @param name what it shows, for who cannot see it
   * @param chosen told the candidate that was clicked or stepped to
   * @param words says the state of a candidate
   */
  HeatMaps(String name, IntConsumer chosen, IntFunction<String> words) {
    this.name = name;
    this.chosen = chosen;
    this.words = words;
    getStyleClass().add("heat-maps");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(name);
    setOnMouseMoved(this::hover);
    setOnMousePressed(this::press);
    setOnKeyPressed(this::key);
    Tooltip.install(this, tooltip);
  }

  /** Shows another grid; every cell is new. */
  void plan(HeatPlan next) {
    plan = next;
    selected = -1;
    getChildren().clear();
    cells.clear();
    List.of(rows, columns, titles, axes).forEach(List::clear);
    Numbers.axis(next.cs()).forEach(c -> rows.add(label(c, "heat-tick", Pos.CENTER_RIGHT)));
    for (HeatPlan.Panel panel : next.panels()) {
      titles.add(label(panel.title(), "heat-title", Pos.CENTER_LEFT));
      axes.add(label(panel.gammas().isEmpty() ? "" : "gamma", "heat-axis", Pos.CENTER));
      if (panel.gammas().isEmpty()) {
        columns.add(label("any", "heat-tick", Pos.CENTER));
      }
      Numbers.axis(panel.gammas())
          .forEach(gamma -> columns.add(label(gamma, "heat-tick", Pos.CENTER)));
    }
    for (int i = 0; i < next.size(); i++) {
      int index = i;
      cells.computeIfAbsent(
          next.spot(i),
          spot ->
              new HeatCell("heat-" + spot.row() + "-" + spot.column(), () -> words.apply(index)));
    }
    getChildren().addAll(cells.values());
    List.of(rows, columns, titles, axes).forEach(getChildren()::addAll);
    getChildren().add(axisOfC);
    setAccessibleText(name);
    requestLayout();
  }

  private static Label label(String text, String style, Pos at) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setAlignment(at);
    label.setMouseTransparent(true);
    label.setMinWidth(0);
    return label;
  }

  /** Says how tall the cells are to be together at most. */
  void setRoom(double height) {
    if (height != room) {
      room = height;
      requestLayout();
    }
  }

  /** The grid that is shown. */
  HeatPlan plan() {
    return plan;
  }

  /** Gives each cell the look of its first candidate. */
  void show(IntFunction<HeatLook> looks) {
    cells.forEach((spot, cell) -> cell.show(looks.apply(plan.candidates(spot).getFirst())));
    tell();
  }

  /** Marks the cell of a candidate, or none for a negative number. */
  void select(int index) {
    if (selected >= 0) {
      cell(selected).select(false);
    }
    selected = index < plan.size() ? index : -1;
    if (selected >= 0) {
      HeatCell cell = cell(selected);
      cell.select(true);
      cell.toFront();
    }
    tell();
  }

  private HeatCell cell(int index) {
    HeatCell cell = cells.get(plan.spot(index));
    if (cell == null) {
      throw new IllegalStateException("no cell of candidate " + index);
    }
    return cell;
  }

  /** Who listens hears the chosen cell, for it is the maps that have the focus. */
  private void tell() {
    String words = selected < 0 ? name : cell(selected).words();
    if (!words.equals(getAccessibleText())) {
      setAccessibleText(words);
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  private @Nullable HeatCell cellAt(Node target) {
    return target instanceof HeatCell cell ? cell : null;
  }

  private void hover(MouseEvent event) {
    HeatCell cell = event.getTarget() instanceof Node node ? cellAt(node) : null;
    tooltip.setText(cell == null ? name : cell.words());
  }

  private void press(MouseEvent event) {
    requestFocus();
    HeatCell cell = event.getTarget() instanceof Node node ? cellAt(node) : null;
    if (cell != null) {
      cells.forEach(
          (spot, each) -> {
            if (each == cell) {
              chosen.accept(plan.candidates(spot).getFirst());
            }
          });
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    int right = 0;
    int below = 0;
    switch (event.getCode()) {
      case LEFT -> right = -1;
      case RIGHT -> right = 1;
      case UP -> below = -1;
      case DOWN -> below = 1;
      default -> {
        return;
      }
    }
    event.consume();
    if (plan.size() == 0) {
      return;
    }
    if (selected < 0) {
      chosen.accept(0);
    } else {
      plan.step(selected, right, below).ifPresent(chosen::accept);
    }
  }

  private HeatLayout measure(double width) {
    return HeatLayout.of(width, room, plan.columns(), plan.panels().size(), plan.cs().size());
  }

  @Override
  protected double computeMinWidth(double height) {
    return HeatLayout.leastWidth(plan.columns(), plan.panels().size());
  }

  @Override
  protected double computePrefWidth(double height) {
    return computeMinWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return measure(width < 0 ? getWidth() : width).height();
  }

  @Override
  protected void layoutChildren() {
    HeatLayout layout = measure(getWidth());
    cells.forEach(
        (spot, cell) ->
            cell.resizeRelocate(
                layout.x(spot.column(), panel(spot.column())),
                layout.y(spot.row()),
                layout.cell() - layout.gap(),
                layout.tall() - layout.gap()));
    axisOfC.resizeRelocate(0, 0, HeatLayout.AXIS - 8, HeatLayout.HEAD);
    int each = HeatLayout.every(layout.tall(), 14);
    for (int row = 0; row < rows.size(); row++) {
      rows.get(row).setVisible((rows.size() - 1 - row) % each == 0);
      rows.get(row)
          .resizeRelocate(
              0, layout.y(row), HeatLayout.AXIS - 8, Math.max(14, layout.tall() - layout.gap()));
    }
    for (int p = 0; p < titles.size(); p++) {
      HeatPlan.Panel panel = plan.panels().get(p);
      double x = layout.x(panel.from(), p);
      double wide = panel.columns() * layout.cell();
      titles.get(p).resizeRelocate(x, 0, wide + HeatLayout.PANEL - 4, HeatLayout.HEAD);
      axes.get(p).resizeRelocate(x, layout.foot() + HeatLayout.TICK, wide, HeatLayout.TICK);
      ticks(layout, p, panel);
    }
  }

  private void ticks(HeatLayout layout, int p, HeatPlan.Panel panel) {
    int each = HeatLayout.every(layout.cell(), 32);
    for (int k = 0; k < panel.columns(); k++) {
      Label tick = columns.get(panel.from() + k);
      tick.setVisible(k % each == 0);
      double wide = Math.max(layout.cell(), 36);
      double middle = layout.x(panel.from() + k, p) + (layout.cell() - layout.gap()) / 2;
      tick.resizeRelocate(middle - wide / 2, layout.foot(), wide, HeatLayout.TICK);
    }
  }

  private int panel(int column) {
    int p = 0;
    while (p + 1 < plan.panels().size() && plan.panels().get(p + 1).from() <= column) {
      p++;
    }
    return p;
  }
}

package org.quarry.ui.records;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.grid.DataGrid;
import org.quarry.ui.inspector.InspectorFiles;
import org.quarry.ui.inspector.InspectorModel;
import org.quarry.ui.inspector.InspectorPane;
import org.quarry.ui.kit.Command;

/** Shows the value on which the keyboard stands in the inspector beside the grid. */
final class RecordsInspector {
  /** How long the keyboard must rest on a cell before a long value is read. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final String GROUP = "Value";

  private final RecordsModel model;
  private final DataGrid grid;
  private final RecordsEditing editing;
  private final BooleanProperty sideShown;
  private final InspectorModel inspector;
  private final InspectorPane pane;
  private final List<Command> commands;
  private @Nullable RecordsCell shown;

  RecordsInspector(
      RecordsModel model, DataGrid grid, RecordsSource source, RecordsContext context) {
    this.model = model;
    this.grid = grid;
    editing = new RecordsEditing(model);
    sideShown = context.preferences().sideShown();
    inspector = new InspectorModel(model.background(), PAUSE, ZoneId.systemDefault());
    InspectorFiles files = new InspectorFiles(inspector, context.picker());
    pane = new InspectorPane(inspector, files);
    BooleanBinding chosen = grid.leadProperty().isNotNull();
    BooleanBinding editable =
        Bindings.createBooleanBinding(() -> chosen.get() && model.refusal().isEmpty(), chosen);
    commands =
        List.of(
            new Command("inspect-value", "Inspect value", "F4", this::inspect)
                .when(chosen)
                .in(GROUP),
            new Command("save-value", "Save value to file", "", () -> seen(files::save))
                .when(chosen)
                .in(GROUP),
            new Command(
                    "read-value",
                    "Read value from file",
                    "",
                    () -> seen(() -> files.read(InspectorFiles.As.FITTING)))
                .when(editable)
                .in(GROUP));
    grid.leadProperty().addListener((property, was, is) -> follow());
    source.setOnChanged(this::follow);
  }

  /** What it shows. */
  InspectorModel model() {
    return inspector;
  }

  /** Its nodes. */
  Node pane() {
    return pane;
  }

  /** What it can do, for the menu. */
  List<Command> commands() {
    return commands;
  }

  /** Reads values while the panel is shown. */
  void followSide(BooleanProperty side) {
    side.subscribe(inspector::setActive);
  }

  private void seen(Runnable action) {
    sideShown.set(true);
    follow();
    action.run();
  }

  private void inspect() {
    if (grid.commitEdit()) {
      seen(pane::edit);
    }
  }

  private void follow() {
    CellPosition lead = grid.leadProperty().get();
    boolean there =
        lead != null && lead.row() < model.size() && lead.column() < model.columns().count();
    RecordsCell now = there ? new RecordsCell(model, editing, lead.row(), lead.column()) : null;
    if (now != null && shown != null && now.isForgotten(shown)) {
      // The row was scrolled out of memory; what is shown of it is still right.
      return;
    }
    shown = now;
    inspector.show(now);
  }

  /** Takes what is being typed, as leaving the cell does. */
  void settle() {
    inspector.settle();
  }

  /** Stops reading. */
  void close() {
    inspector.close();
  }
}

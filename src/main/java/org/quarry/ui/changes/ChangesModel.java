package org.quarry.ui.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.ChangeSql;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowConflict;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.OpenDatabase;

/** The staged edits of one database and the conflicts to be decided. For the UI thread. */
public final class ChangesModel {
  /** How many rows are listed; the SQL has all. */
  static final int LISTED = 2_000;

  private final OpenDatabase open;
  private final ObservableList<ChangeLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<RowConflict>> conflicts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanProperty shown = new SimpleBooleanProperty();

  /** Makes one of an open database. */
  public ChangesModel(OpenDatabase open) {
    this.open = open;
    journal().onChange(this::changed);
    open.problems().onJudged(found -> changed());
    shown.addListener((property, was, is) -> changed());
    changed();
  }

  private ChangeJournal journal() {
    return open.journal();
  }

  /** Whether the panel is shown; its lines are made only then. */
  public BooleanProperty shown() {
    return shown;
  }

  /** What the panel lists, grouped by table. */
  public ObservableList<ChangeLine> lines() {
    return lines;
  }

  /** The rows that stand in the way of writing and are not decided yet. */
  public ReadOnlyObjectProperty<List<RowConflict>> conflicts() {
    return conflicts.getReadOnlyProperty();
  }

  /** Shows the conflicts that a writing met. */
  public void met(List<RowConflict> found) {
    conflicts.set(List.copyOf(found));
    if (!found.isEmpty()) {
      shown.set(true);
    }
    changed();
  }

  /** Decides one conflict: what is staged goes over the file's values, or is dropped. */
  public void decide(RowConflict conflict, boolean mine) {
    journal().decide(List.of(conflict), mine);
  }

  /** Decides every conflict alike. */
  public void decideAll(boolean mine) {
    journal().decide(conflicts.get(), mine);
  }

  /** Drops what a line stands for; undo brings it back. */
  public void drop(ChangeLine line) {
    switch (line) {
      case ChangeLine.Cell cell ->
          journal().drop(cell.row().table(), cell.row().key(), cell.column());
      case ChangeLine.Whole whole -> journal().drop(List.of(whole.row()));
      case ChangeLine.Heading heading ->
          journal()
              .drop(
                  journal().rows().stream()
                      .filter(row -> row.table().equals(heading.table()))
                      .toList());
      case ChangeLine.More _ -> {}
    }
  }

  /** The statements that Write changes runs, in its order, with their values as literals. */
  public String sql() {
    StringBuilder sql = new StringBuilder("BEGIN IMMEDIATE;\n");
    for (RowChange.Kind kind :
        List.of(RowChange.Kind.DELETE, RowChange.Kind.UPDATE, RowChange.Kind.INSERT)) {
      for (StagedRow row : journal().rows()) {
        Optional<Table> table = open.schema().get().table(row.table());
        if (row.change().kind() == kind && table.isPresent()) {
          sql.append(ChangeSql.of(table.get(), row)).append('\n');
        }
      }
    }
    return sql.append("COMMIT;\n").toString();
  }

  private void changed() {
    List<RowConflict> open =
        conflicts.get().stream()
            .filter(
                conflict ->
                    journal()
                        .change(conflict.row().table(), conflict.row().key())
                        .filter(conflict.row().change()::equals)
                        .isPresent())
            .toList();
    if (!open.equals(conflicts.get())) {
      conflicts.set(open);
    }
    lines.setAll(shown.get() ? list() : List.of());
  }

  private List<ChangeLine> list() {
    Map<String, List<StagedRow>> tables = new LinkedHashMap<>();
    journal()
        .rows()
        .forEach(row -> tables.computeIfAbsent(row.table(), name -> new ArrayList<>()).add(row));
    List<ChangeLine> list = new ArrayList<>();
    int left = LISTED;
    int more = 0;
    for (Map.Entry<String, List<StagedRow>> table : tables.entrySet()) {
      List<StagedRow> rows = table.getValue();
      int edits = rows.stream().mapToInt(row -> row.change().edits()).sum();
      list.add(new ChangeLine.Heading(table.getKey(), edits));
      int taken = Math.min(left, rows.size());
      rows.subList(0, taken).forEach(row -> list(row, list));
      left -= taken;
      more += rows.size() - taken;
    }
    if (more > 0) {
      list.add(new ChangeLine.More(more));
    }
    return list;
  }

  private void list(StagedRow row, List<ChangeLine> list) {
    RowConflict conflict = conflict(row);
    RowChange change = row.change();
    if (change.kind() != RowChange.Kind.UPDATE) {
      list.add(
          new ChangeLine.Whole(
              row, conflict, open.problems().of(row.table(), row.key()).orElse(null)));
      return;
    }
    change
        .values()
        .forEach(
            (column, now) ->
                list.add(
                    new ChangeLine.Cell(
                        row,
                        column,
                        change.old().containsKey(column),
                        change.old().get(column),
                        now,
                        conflict,
                        open.problems().of(row.table(), row.key(), column).orElse(null))));
  }

  private @Nullable RowConflict conflict(StagedRow row) {
    return conflicts.get().stream()
        .filter(each -> each.row().table().equals(row.table()))
        .filter(each -> each.row().key().equals(row.key()))
        .findFirst()
        .orElse(null);
  }
}

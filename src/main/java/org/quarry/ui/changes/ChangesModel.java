package org.quarry.ui.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.ChangeWriter;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowConflict;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedCheck;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.Schema;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
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
  private final ReadOnlyStringWrapper along = new ReadOnlyStringWrapper("");
  private final Runnable written = this::check;
  private final Map<List<Object>, RowConflict> byRow = new HashMap<>();
  private final Latest checking;
  private final Latest counting;
  private final Latest writing;
  private final Background background;

  /** Makes one of an open database. */
  public ChangesModel(Background background, OpenDatabase open) {
    this.open = open;
    this.background = background;
    writing = new Latest(background);
    checking = new Latest(background);
    counting = new Latest(background);
    open.onWritten(written);
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

  /** What foreign keys will do to other rows when the deletions are written; empty for nothing. */
  public ReadOnlyStringProperty along() {
    return along.getReadOnlyProperty();
  }

  /** Holds what is staged against the file, which was changed. */
  private void check() {
    List<StagedRow> rows = journal().rows();
    if (rows.isEmpty()) {
      checking.cancel();
      return;
    }
    StagedCheck check = new StagedCheck(open.database(), open.schema().get());
    checking.start(
        "Comparing staged rows",
        monitor -> check.conflicts(rows, monitor),
        found -> {
          conflicts.set(List.copyOf(found));
          changed();
        },
        problem -> {});
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

  /**
   * Makes the first {@value #LISTED} of the statements that Write changes runs, in the background;
   * asking anew drops the answer before.
   *
   * @param told told the statements; a last line says how many are left out
   */
  public void showSql(Consumer<String> told) {
    SqlText text = new SqlText(journal().rows(), open.schema().get(), LISTED);
    writing.start("Writing SQL", text, told, problem -> {});
  }

  /**
   * Makes all statements that Write changes runs, in its order, with their values as literals.
   *
   * @param told told the statements
   */
  public void sql(Consumer<String> told) {
    SqlText text = new SqlText(journal().rows(), open.schema().get(), Integer.MAX_VALUE);
    background.start("Writing SQL", text, told, problem -> {});
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
    List<ChangeLine> now = shown.get() ? list() : List.of();
    if (!now.equals(lines)) {
      lines.setAll(now);
    }
    count();
  }

  /** Counts what goes along with the staged deletions, while the panel is shown. */
  private void count() {
    Schema schema = open.schema().get();
    List<StagedRow> rows = shown.get() ? journal().rows() : List.of();
    boolean none =
        rows.stream()
            .filter(row -> row.change().kind() == RowChange.Kind.DELETE)
            .map(StagedRow::table)
            .distinct()
            .allMatch(table -> schema.takenAlongWith(table).isEmpty());
    if (none) {
      counting.cancel();
      along.set("");
      return;
    }
    ChangeWriter writer = new ChangeWriter(open.database(), schema);
    counting.start(
        "Counting what foreign keys delete",
        monitor -> writer.consequences(rows, monitor),
        found -> along.set(found.words()),
        problem -> along.set(""));
  }

  /** Stops what it does in the background. */
  public void close() {
    open.removeOnWritten(written);
    checking.cancel();
    counting.cancel();
    writing.cancel();
  }

  private List<ChangeLine> list() {
    byRow.clear();
    conflicts.get().forEach(each -> byRow.put(List.of(each.row().table(), each.row().key()), each));
    Map<String, Group> tables = new LinkedHashMap<>();
    for (StagedRow row : journal().rows()) {
      tables.computeIfAbsent(row.table(), name -> new Group()).add(row, conflict(row) != null);
    }
    List<ChangeLine> list = new ArrayList<>();
    int left = LISTED;
    int more = 0;
    for (Map.Entry<String, Group> table : tables.entrySet()) {
      Group group = table.getValue();
      list.add(new ChangeLine.Heading(table.getKey(), group.edits));
      int taken = Math.min(left, group.rows);
      group.first(taken).forEach(row -> list(row, list));
      left -= taken;
      more += group.rows - taken;
    }
    if (more > 0) {
      list.add(new ChangeLine.More(more));
    }
    return list;
  }

  /** The rows of a table, of which no more are kept than are listed, and all that conflict. */
  private static final class Group {
    private final List<StagedRow> first = new ArrayList<>();
    private final List<StagedRow> conflicting = new ArrayList<>();
    private int rows;
    private int edits;

    void add(StagedRow row, boolean conflicts) {
      rows++;
      edits += row.change().edits();
      if (first.size() < LISTED) {
        first.add(row);
      }
      if (conflicts) {
        conflicting.add(row);
      }
    }

    /** The first rows; where not all are among them, those to be decided before all others. */
    List<StagedRow> first(int most) {
      if (rows <= most || conflicting.isEmpty()) {
        return first.subList(0, most);
      }
      Set<RowKey> keys = conflicting.stream().map(StagedRow::key).collect(Collectors.toSet());
      return Stream.concat(
              conflicting.stream(), first.stream().filter(row -> !keys.contains(row.key())))
          .limit(most)
          .toList();
    }
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
    return byRow.isEmpty() ? null : byRow.get(List.of(row.table(), row.key()));
  }
}

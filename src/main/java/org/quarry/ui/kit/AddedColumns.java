package org.quarry.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.schema.ColumnAdding;
import org.quarry.database.schema.NewColumn;
import org.quarry.work.Job;
import org.quarry.work.Problem;

/**
 * Columns that were added so that values can be staged for them. They follow what is staged: once
 * nothing is staged for them, after undo or after a writing, those that are empty are dropped, and
 * redo adds them again. What holds a value stays. Remembered as long as the file is open. For the
 * UI thread.
 */
public final class AddedColumns {
  private final Background background;
  private final Database database;
  private final ChangeJournal journal;
  private final Runnable changed;
  private final List<Added> known = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

  /** Columns of one table. */
  private static final class Added {
    private final String table;
    private final List<NewColumn> columns;
    private boolean staged;
    private boolean underWay;

    Added(String table, List<NewColumn> columns) {
      this.table = table;
      this.columns = columns;
    }

    boolean isStaged(ChangeJournal journal) {
      return journal.rows().stream()
          .anyMatch(
              row ->
                  row.table().equals(table)
                      && columns.stream()
                          .anyMatch(column -> row.change().values().containsKey(column.name())));
    }
  }

  /**
   * Makes one.
   *
   * @param changed told when columns came or went
   */
  AddedColumns(Background background, Database database, ChangeJournal journal, Runnable changed) {
    this.background = background;
    this.database = database;
    this.journal = journal;
    this.changed = changed;
    // Never closed: the journal lives as long as the open file, and so does this.
    var _ = journal.onChange(() -> List.copyOf(known).forEach(this::follow));
  }

  /** Why columns could not be dropped or added again last, or null. */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Adds columns that a table lacks, in the background and in a transaction of their own.
   *
   * @param done told when they are there
   * @param failed told why they are not
   * @param cancelled told if it was cancelled
   */
  public Job<?> add(
      String table,
      List<NewColumn> columns,
      Runnable done,
      Consumer<? super Problem> failed,
      Runnable cancelled) {
    List<NewColumn> wanted = List.copyOf(columns);
    return background.start(
        "Adding columns to " + table,
        monitor -> ColumnAdding.addMissing(database, table, wanted, monitor),
        added -> {
          List<NewColumn> own =
              wanted.stream().filter(column -> added.contains(column.name())).toList();
          if (!own.isEmpty()) {
            known.removeIf(each -> each.table.equals(table) && each.columns.equals(own));
            known.add(new Added(table, own));
          }
          done.run();
        },
        failed,
        cancelled);
  }

  /** Nothing will be staged after all: drops what is empty and has nothing staged. */
  public void release(String table) {
    for (Added added : List.copyOf(known)) {
      if (added.table.equals(table) && !added.isStaged(journal)) {
        added.staged = true;
        follow(added);
      }
    }
  }

  /** Acts when values come to be staged, or are staged no longer. */
  private void follow(Added added) {
    boolean now = added.isStaged(journal);
    if (added.underWay || now == added.staged) {
      return;
    }
    added.staged = now;
    added.underWay = true;
    background.start(
        now ? "Adding columns to " + added.table : "Looking for empty columns in " + added.table,
        monitor ->
            now
                ? ColumnAdding.addMissing(database, added.table, added.columns, monitor)
                : ColumnAdding.dropEmpty(database, added.table, added.columns, monitor),
        names -> {
          problem.set(null);
          end(added);
          if (!names.isEmpty()) {
            changed.run();
          }
        },
        failed -> {
          problem.set(failed);
          end(added);
        },
        () -> end(added));
  }

  private void end(Added added) {
    added.underWay = false;
    follow(added);
  }
}

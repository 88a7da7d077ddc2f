package org.quarry.ui.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedRow;
import org.quarry.database.records.TableRows;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/**
 * Reads what the file holds now where cells of a table are staged. A row that is gone is left out.
 */
final class StagedReading implements Work<Map<RowKey, Map<String, @Nullable Object>>> {
  private final TableRows rows;
  private final List<StagedRow> staged;

  StagedReading(TableRows rows, ChangeJournal journal) {
    this.rows = rows;
    staged =
        journal.rows().stream()
            .filter(row -> row.table().equals(rows.table().name()))
            .filter(row -> !row.change().old().isEmpty())
            .toList();
  }

  /** Whether there is nothing to read. */
  boolean isEmpty() {
    return staged.isEmpty();
  }

  @Override
  public Map<RowKey, Map<String, @Nullable Object>> run(Monitor monitor) {
    Map<RowKey, Map<String, @Nullable Object>> found = new LinkedHashMap<>();
    for (StagedRow row : staged) {
      monitor.checkpoint();
      try {
        found.put(row.key(), cells(row, monitor));
      } catch (DatabaseProblem.Conflict gone) {
        // Its staged edits stay, and writing them says that the row is gone.
        found.remove(row.key());
      }
    }
    return found;
  }

  private Map<String, @Nullable Object> cells(StagedRow row, Monitor monitor) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (String column : row.change().old().keySet()) {
      cells.put(column, rows.value(row.key(), column, monitor));
    }
    return cells;
  }
}

package org.quarry.database.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedRow;

/**
 * What is staged for the rows of one table at one moment.
 *
 * @param changes of stored rows
 * @param fresh new rows, in their order
 */
public record StagedRows(Map<RowKey, RowChange> changes, Map<RowKey.Fresh, RowChange> fresh) {
  /**
   * What a journal holds for a table now; for the journal's thread.
   *
   * @return what sorts it out, on any thread, as it is now
   */
  public static Supplier<StagedRows> of(ChangeJournal journal, String table) {
    List<StagedRow> rows = journal.rows();
    List<RowKey.Fresh> keys = journal.freshRows(table);
    return () -> sorted(rows, keys, table);
  }

  private static StagedRows sorted(List<StagedRow> rows, List<RowKey.Fresh> keys, String table) {
    Map<RowKey, RowChange> changes = new LinkedHashMap<>();
    Map<RowKey, RowChange> inserted = new LinkedHashMap<>();
    for (StagedRow row : rows) {
      if (row.table().equals(table)) {
        (row.key() instanceof RowKey.Fresh ? inserted : changes).put(row.key(), row.change());
      }
    }
    Map<RowKey.Fresh, RowChange> fresh = new LinkedHashMap<>();
    for (RowKey.Fresh key : keys) {
      RowChange change = inserted.get(key);
      if (change != null) {
        fresh.put(key, change);
      }
    }
    return new StagedRows(changes, fresh);
  }
}

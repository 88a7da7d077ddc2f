package org.quarry.database.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  /** What a journal holds for a table now; for the journal's thread. */
  public static StagedRows of(ChangeJournal journal, String table) {
    Map<RowKey, RowChange> changes = new LinkedHashMap<>();
    for (StagedRow row : journal.rows()) {
      if (row.table().equals(table) && !(row.key() instanceof RowKey.Fresh)) {
        changes.put(row.key(), row.change());
      }
    }
    Map<RowKey.Fresh, RowChange> fresh = new LinkedHashMap<>();
    List<RowKey.Fresh> keys = journal.freshRows(table);
    keys.forEach(key -> journal.change(table, key).ifPresent(change -> fresh.put(key, change)));
    return new StagedRows(changes, fresh);
  }
}

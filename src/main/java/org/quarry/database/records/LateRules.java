package org.quarry.database.records;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Schema;
import org.quarry.work.Monitor;

/**
 * Foreign keys of rows that are written, held against the end of the transaction: rows may refer to
 * each other, be deleted though they do, or swap the keys that others refer to. Before the end
 * {@link #check} names the row whose key leads nowhere, which SQLite does not.
 */
final class LateRules {
  private final WritingMapper mapper;
  private final MissingReferences keys;
  private final Map<String, Boolean> late = new HashMap<>();
  private boolean deferred;

  LateRules(WritingMapper mapper, Schema schema) {
    this.mapper = mapper;
    keys = new MissingReferences(mapper, schema);
  }

  /**
   * Holds every foreign key against the end from now on.
   *
   * @param refused rows that a rule refuses now
   * @return whether that may help any of them at once
   */
  boolean defer(Map<RowWriting, RecordProblem.RowRefused> refused) {
    if (deferred) {
      return false;
    }
    mapper.deferForeignKeys();
    deferred = true;
    return refused.values().stream().anyMatch(RecordProblem.RowRefused::isForeignKey);
  }

  /**
   * Looks for the first row whose foreign keys do not hold at the end.
   *
   * @throws RecordProblem.RowRefused if there is one
   */
  void check(List<RowWriting> writings, Monitor monitor) {
    for (RowWriting writing : writings) {
      if (deferred
          || late.computeIfAbsent(writing.table.name(), name -> keys.late(writing.table))) {
        monitor.checkpoint();
        if (writing.dangles(keys)) {
          throw writing.refused(
              new DatabaseProblem.Constraint(
                  "FOREIGN KEY constraint failed", "", "Nothing was written.", null));
        }
      }
    }
  }
}

package org.quarry.ui.records;

import org.quarry.database.records.RowChange;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.Texts;

/** Says how many staged edits a figure leaves out that is counted in the file. */
final class UncountedEdits {
  private UncountedEdits() {}

  /** The sentence for a column; empty when nothing is staged that touches it. */
  static String words(RecordsModel records, Column column) {
    long edits = 0;
    for (StagedRow row : records.journal().rows()) {
      if (row.table().equals(records.table().name()) && touches(row.change(), column)) {
        edits++;
      }
    }
    return edits == 0
        ? ""
        : Texts.count(edits, "staged edit")
            + " in this column "
            + (edits == 1 ? "is" : "are")
            + " not counted.";
  }

  /** A new or a deleted row is an edit of every column. */
  private static boolean touches(RowChange change, Column column) {
    return change.kind() != RowChange.Kind.UPDATE || change.values().containsKey(column.name());
  }
}

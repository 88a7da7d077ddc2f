package org.quarry.database.records;

import java.util.ArrayList;
import java.util.List;
import org.quarry.database.schema.Schema;

/**
 * The order in which staged rows are written: deletions first, so that a key that is given up can
 * be taken, then changes, then new rows. Rows whose deletion takes others along by foreign keys go
 * last, so that a row that is staged to refer elsewhere is not taken along.
 */
public final class ChangeOrder {
  private ChangeOrder() {}

  /** The rows in the order in which they are written. */
  public static List<StagedRow> of(List<StagedRow> rows, Schema schema) {
    List<List<StagedRow>> groups =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    rows.forEach(row -> groups.get(group(row, schema)).add(row));
    return groups.stream().flatMap(List::stream).toList();
  }

  private static int group(StagedRow row, Schema schema) {
    return switch (row.change().kind()) {
      case DELETE -> schema.takenAlongWith(row.table()).isEmpty() ? 0 : 3;
      case UPDATE -> 1;
      case INSERT -> 2;
    };
  }
}

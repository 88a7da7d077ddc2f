package org.quarry.ui.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.ScannedRow;
import org.quarry.database.records.TableScan;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DataSet;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;

/**
 * What a column could be predicted from, by all rows of its table.
 *
 * @param offers the other columns, in the table's order
 * @param labelled the rows where the column is set, by class; no more than {@link #MOST} are kept
 * @param tooMany whether there are more classes than are kept
 * @param waiting the rows where it is NULL
 * @param unusable why what it holds names no classes, a sentence, or empty
 */
public record Proposal(
    List<Offer> offers,
    Map<ClassLabel, Long> labelled,
    boolean tooMany,
    long waiting,
    String unusable) {
  /** Above so many classes a column is no target: each pair of classes is fitted by itself. */
  public static final int MOST = 100;

  /** A column that lacks more than this share of its values costs more rows than it tells. */
  private static final double GAPS = 0.2;

  /** The rows to learn from. */
  public long rows() {
    return labelled.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The share of the most frequent class, 0 without rows. */
  public double mostFrequent() {
    long most = labelled.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return rows() == 0 ? 0 : (double) most / rows();
  }

  /** Why nothing can be learned, a sentence, or empty. */
  public String fault(String column) {
    if (!unusable.isEmpty()) {
      return unusable;
    }
    if (tooMany) {
      return "“%s” holds more than %s classes, too many to tell apart."
          .formatted(column, Texts.number(MOST));
    }
    if (labelled.size() < 2) {
      return "“%s” must hold two classes at least to learn from; it holds %s."
          .formatted(column, labelled.isEmpty() ? "none" : "one");
    }
    return "";
  }

  /**
   * Looks at every row. Blocks on the disk.
   *
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  static Proposal of(Database database, Table table, String target, Monitor monitor) {
    List<Column> numbers =
        table.columns().stream()
            .filter(column -> !column.name().equals(target))
            .filter(column -> column.isNumeric() || column.type().isEmpty())
            .filter(column -> !column.isKey())
            .toList();
    List<String> names = new ArrayList<>(numbers.stream().map(Column::name).toList());
    names.add(target);
    Tally tally = new Tally(numbers);
    new TableScan(database, table, names).forEach(tally::add, monitor);
    return tally.proposal(table, target);
  }

  /** What is seen of one column in the rows to learn from. */
  private static final class Seen {
    private long missing;
    private long texts;
    private @Nullable Object first;
    private boolean varies;
    private @Nullable Long last;
    private boolean grows = true;

    void add(@Nullable Object value) {
      if (value == null) {
        missing++;
        return;
      }
      if (!DataSet.isNumber(value)) {
        texts++;
        return;
      }
      if (first == null) {
        first = value;
      }
      varies |= !value.equals(first);
      grows &= value instanceof Long number && (last == null || number > last);
      last = value instanceof Long number ? number : null;
    }

    Offer offer(Column column, long rows) {
      if (texts > 0) {
        return Offer.refused(column, "Not only numbers");
      }
      if (missing == rows) {
        return Offer.refused(column, "NULL in every row");
      }
      if (!varies) {
        return Offer.doubtful(column, "The same in every row");
      }
      if (grows && rows > 2) {
        return Offer.doubtful(column, "Grows from row to row, as a number of rows does");
      }
      return missing > GAPS * rows
          ? Offer.doubtful(
              column, "NULL in %s, which would be left out".formatted(Texts.count(missing, "row")))
          : Offer.good(column);
    }
  }

  private static final class Tally {
    private final List<Column> columns;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<ClassLabel, Long> classes = new TreeMap<>();
    private long rows;
    private long waiting;
    private boolean tooMany;
    private String unusable = "";

    Tally(List<Column> columns) {
      this.columns = columns;
      columns.forEach(column -> seen.add(new Seen()));
    }

    void add(ScannedRow row) {
      @Nullable Object named = row.values().getLast();
      if (named == null) {
        waiting++;
        return;
      }
      rows++;
      ClassLabel label = ClassLabel.of(named);
      if (label == null) {
        unusable = "The column holds what names no class in " + row.key() + ".";
      } else if (classes.containsKey(label) || classes.size() < MOST) {
        classes.merge(label, 1L, Long::sum);
      } else {
        tooMany = true;
      }
      for (int i = 0; i < seen.size(); i++) {
        seen.get(i).add(row.values().get(i));
      }
    }

    Proposal proposal(Table table, String target) {
      List<Offer> offers = new ArrayList<>();
      for (Column column : table.columns()) {
        int at = columns.indexOf(column);
        if (at >= 0) {
          offers.add(seen.get(at).offer(column, rows));
        } else if (!column.name().equals(target)) {
          offers.add(
              Offer.refused(
                  column, column.isKey() ? "Primary key" : column.type() + " is no number"));
        }
      }
      return new Proposal(List.copyOf(offers), classes, tooMany, waiting, unusable);
    }
  }
}

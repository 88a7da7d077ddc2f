package org.quarry.ui.predict;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.ScannedRow;
import org.quarry.database.records.TableScan;
import org.quarry.database.schema.Table;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.ColumnProposal;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Role;
import org.quarry.learning.data.Roles;
import org.quarry.learning.model.PredictionColumns;
import org.quarry.learning.training.DataProposal;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;

/**
 * What a column could be predicted from: the data set that {@link DataProposal} proposes, and the
 * classes that all rows hold.
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

  /** Copies the list. */
  public Proposal {
    offers = List.copyOf(offers);
  }

  /** The rows to learn from. */
  public long rows() {
    return labelled.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The share of the most frequent class, 0 without rows. */
  public double mostFrequent() {
    long most = labelled.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return rows() == 0 ? 0 : (double) most / rows();
  }

  /** The names of the columns that are proposed. */
  List<String> proposed() {
    return offers.stream().filter(Offer::proposed).map(Offer::name).toList();
  }

  /** The names of the columns that can be chosen. */
  List<String> possible() {
    return offers.stream().filter(Offer::possible).map(Offer::name).toList();
  }

  /**
   * What the columns are for once some are chosen, each taken as it was proposed.
   *
   * @param target the column to predict
   * @param chosen the names of the columns to learn from, one at least
   */
  Roles roles(String target, Set<String> chosen) {
    List<Feature> features =
        offers.stream()
            .filter(offer -> chosen.contains(offer.name()))
            .map(offer -> offer.column().feature())
            .toList();
    return new Roles(features, target, null);
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
    return switch (labelled.size()) {
      case 0 ->
          "“%s” is NULL in every row, so there is nothing to learn from. Set it in some rows first."
              .formatted(column);
      case 1 ->
          "“%s” must hold two classes at least to learn from; it holds one, %s."
              .formatted(column, labelled.keySet().iterator().next().text());
      default -> "";
    };
  }

  /**
   * Looks at the columns, and at every row for its class. Blocks on the disk.
   *
   * @throws org.quarry.database.DatabaseProblem if SQLite refuses
   * @throws org.quarry.work.Cancelled when cancelled
   */
  static Proposal of(Database database, Table table, String target, Monitor monitor) {
    Tally tally = new Tally();
    new TableScan(database, table, List.of(target)).forEach(tally::add, monitor);
    Set<String> own = new HashSet<>();
    PredictionColumns.besideNames(Prediction.besides(target))
        .forEach(name -> own.add(name.toLowerCase(Locale.ROOT)));
    List<Offer> offers =
        DataProposal.of(database, new DataSource.OfTable(table), target, monitor)
            .roles()
            .columns()
            .stream()
            .filter(column -> column.role() != Role.TARGET)
            .map(column -> offer(column, own.contains(column.column().toLowerCase(Locale.ROOT))))
            .toList();
    return new Proposal(offers, tally.classes, tally.tooMany, tally.waiting, tally.unusable);
  }

  /** What was predicted before says nothing new, and is written over. */
  private static Offer offer(ColumnProposal column, boolean own) {
    return new Offer(
        own
            ? new ColumnProposal(
                column.column(),
                Role.IGNORED,
                column.kind(),
                column.number(),
                column.missing(),
                "Predictions go here.")
            : column,
        !own);
  }

  /** Counts the classes. */
  private static final class Tally {
    private final Map<ClassLabel, Long> classes = new TreeMap<>();
    private long waiting;
    private boolean tooMany;
    private String unusable = "";

    void add(ScannedRow row) {
      @Nullable Object named = row.values().getFirst();
      if (named == null) {
        waiting++;
        return;
      }
      ClassLabel label = ClassLabel.of(named);
      if (label == null) {
        unusable = "The column holds what names no class in " + row.key() + ".";
      } else if (classes.containsKey(label) || classes.size() < MOST) {
        classes.merge(label, 1L, Long::sum);
      } else {
        tooMany = true;
      }
    }
  }
}

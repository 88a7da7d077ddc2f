package org.quarry.ui.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.PredictionColumns;
import org.quarry.learning.model.TablePrediction;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Work;

/** The column that predictions are written to. For the UI thread. */
public final class FillChoice {
  private final OpenDatabase open;
  private final ObservableList<String> tables = FXCollections.observableArrayList();
  private final StringProperty table = new SimpleStringProperty("");
  private final ObservableList<String> columns = FXCollections.observableArrayList();
  private final StringProperty column = new SimpleStringProperty("");
  private final BooleanProperty onlyNull = new SimpleBooleanProperty();
  private final Subscription schemaChanges;
  private List<String> features = List.of();
  private String trainedOn = "";
  private String target = "";

  FillChoice(OpenDatabase open) {
    this.open = open;
    table.subscribe((was, is) -> offerColumns());
    schemaChanges = open.schema().subscribe((was, is) -> offerTables());
  }

  /** The tables that have every feature and a column to write to, by name. */
  public ObservableList<String> tables() {
    return tables;
  }

  /** The table to fill, or empty. */
  public StringProperty table() {
    return table;
  }

  /** The columns of that table that can be filled, by name. */
  public ObservableList<String> columns() {
    return columns;
  }

  /** The column to fill, or empty. */
  public StringProperty column() {
    return column;
  }

  /** Whether only the rows that have NULL there are filled. */
  public BooleanProperty onlyNull() {
    return onlyNull;
  }

  /** What a person should know before the column is filled, a sentence, or empty. */
  String caution() {
    return table.get().equals(trainedOn) && column.get().equals(target) && !onlyNull.get()
        ? "This column holds the classes that were learned; they would be written over."
        : "";
  }

  /** Why it cannot be filled, a sentence, or empty. */
  String fault() {
    if (tables.isEmpty()) {
      return "No table has every feature and a column to write to. Add one with ALTER TABLE, or save the"
          + " model and ask predict('its name', …) in SQL.";
    }
    return column.get().isEmpty() ? "Choose the column to fill." : "";
  }

  /** What would be staged, as chosen now. */
  Work<TablePrediction.Edits> work(Model model) {
    Table into = open.schema().get().table(table.get()).orElseThrow();
    PredictionColumns columns = PredictionColumns.only(column.get());
    boolean keep = onlyNull.get();
    List<StagedRow> staged = open.journal().rows();
    return monitor ->
        new TablePrediction(open.database(), into, model, columns, keep).edits(staged, monitor);
  }

  void offer(List<String> used, String learnedFrom, String learned) {
    features = used;
    trainedOn = learnedFrom;
    target = learned;
    table.set("");
    offerTables();
  }

  private void offerTables() {
    List<Table> fitting =
        features.isEmpty()
            ? List.of()
            : open.schema().get().tables(Table.Kind.TABLE).stream()
                .filter(each -> each.refusal().isEmpty() && !fillable(each).isEmpty())
                .filter(each -> features.stream().allMatch(name -> each.column(name).isPresent()))
                .toList();
    List<String> names = fitting.stream().map(Table::name).toList();
    if (!tables.equals(names)) {
      tables.setAll(names);
    }
    if (names.contains(table.get())) {
      offerColumns();
    } else {
      table.set(
          fitting.stream().max(Comparator.comparingInt(this::liking)).map(Table::name).orElse(""));
    }
  }

  /** A table that waits for predictions comes first, then another than the one learned from. */
  private int liking(Table candidate) {
    int other = candidate.name().equals(trainedOn) ? 0 : 1;
    return other + (awaited(candidate).isPresent() ? 2 : 0);
  }

  private Optional<String> awaited(Table candidate) {
    Set<String> free = new HashSet<>(fillable(candidate));
    return Suggestion.predicted(candidate).stream()
        .map(Column::name)
        .filter(free::contains)
        .max(Comparator.comparing(name -> name.toLowerCase(Locale.ROOT).endsWith("_" + target)))
        .or(
            () ->
                candidate.name().equals(trainedOn)
                    ? Optional.empty()
                    : candidate.column(target).map(Column::name).filter(free::contains));
  }

  private void offerColumns() {
    Optional<Table> chosen = open.schema().get().table(table.get());
    List<String> names = chosen.map(this::fillable).orElse(List.of());
    if (!columns.equals(names)) {
      columns.setAll(names);
    }
    if (!names.contains(column.get()) || column.get().isEmpty()) {
      column.set(chosen.flatMap(this::awaited).orElse(""));
    }
  }

  private List<String> fillable(Table candidate) {
    Set<String> used =
        features.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return candidate.columns().stream()
        .filter(each -> !each.isKey() && !each.generated())
        .map(Column::name)
        .filter(name -> !used.contains(name.toLowerCase(Locale.ROOT)))
        .toList();
  }

  void close() {
    schemaChanges.unsubscribe();
  }
}

package org.quarry.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.training.RunSource;
import org.quarry.ui.kit.OpenDatabase;

/** Where the rows to learn from are: a table, a view or a query. For the UI thread. */
final class SourceChoice {
  private final OpenDatabase open;
  private final Runnable changed;
  private final ObservableList<String> tables = FXCollections.observableArrayList();
  private final StringProperty table = new SimpleStringProperty("");
  private final BooleanProperty fromQuery = new SimpleBooleanProperty();
  private final StringProperty query = new SimpleStringProperty("");
  private Optional<Table> known = Optional.empty();
  private boolean quiet;

  /**
   * Makes one without a choice.
   *
   * @param changed is run whenever a person chooses another source
   */
  SourceChoice(OpenDatabase open, Runnable changed) {
    this.open = open;
    this.changed = changed;
    table.subscribe((was, is) -> tell());
    fromQuery.subscribe((was, is) -> tell());
  }

  private void tell() {
    if (!quiet) {
      changed.run();
    }
  }

  private void quietly(Runnable change) {
    quiet = true;
    change.run();
    quiet = false;
  }

  /** The tables and views that can be learned from, by name. */
  ObservableList<String> tables() {
    return tables;
  }

  /** The one to learn from, or empty when there is none. */
  StringProperty table() {
    return table;
  }

  /** Whether the rows come from {@link #query}, not from {@link #table}. */
  BooleanProperty fromQuery() {
    return fromQuery;
  }

  /** The query as it is typed. */
  StringProperty query() {
    return query;
  }

  /** Turns to the query; nobody is told. */
  void turnToQuery() {
    quietly(() -> fromQuery.set(true));
  }

  /**
   * Turns to the source of an earlier training; nobody is told.
   *
   * @return whether it is there; where not, the choice is as it was
   */
  boolean turnTo(RunSource past) {
    if (past.isQuery()) {
      query.set(past.text());
      turnToQuery();
      return true;
    }
    Optional<String> there = tables.stream().filter(past.text()::equalsIgnoreCase).findFirst();
    quietly(
        () ->
            there.ifPresent(
                name -> {
                  table.set(name);
                  fromQuery.set(false);
                }));
    return there.isPresent();
  }

  /** Follows the schema: what is chosen stays where it still can. Nobody is told. */
  void follow() {
    List<String> names =
        Suggestion.learnable(open.schema().get()).stream().map(Table::name).toList();
    quietly(
        () -> {
          if (!tables.equals(names)) {
            tables.setAll(names);
          }
          if (!names.contains(table.get())) {
            table.set(Suggestion.table(open.schema().get()).map(Table::name).orElse(""));
          }
        });
  }

  /** Whether a table is learned from that is another than {@link #seen}, or has other columns. */
  boolean isUnseen() {
    Optional<Table> now = chosen();
    return !fromQuery.get()
        && !(now.map(Table::name).equals(known.map(Table::name))
            && now.map(Table::columns).equals(known.map(Table::columns)));
  }

  /** Says that the columns as they are now are looked at. */
  void seen() {
    known = chosen();
  }

  /** The table to learn from, unless it is a query. */
  Optional<Table> chosen() {
    return fromQuery.get() ? Optional.empty() : open.schema().get().table(table.get());
  }

  /** What is chosen, empty while that is no table or no query. */
  Optional<DataSource> source() {
    if (!fault().isEmpty()) {
      return Optional.empty();
    }
    return fromQuery.get()
        ? Optional.of(DataSource.query(query.get()))
        : chosen().map(DataSource.OfTable::new);
  }

  /** Why there is no {@link #source}, a sentence, or empty. */
  String fault() {
    if (!fromQuery.get()) {
      return chosen().isPresent() ? "" : "Choose a table.";
    }
    try {
      DataSource.query(query.get());
      return "";
    } catch (LearningProblem bad) {
      return bad.what() + " " + bad.next();
    }
  }

  /** What it is called in a line. */
  String name() {
    return fromQuery.get() ? "Query" : table.get();
  }
}

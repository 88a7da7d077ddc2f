package org.quarry.ui.query;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.Countables;
import org.quarry.database.query.Countables.Days;
import org.quarry.database.query.Countables.Table;
import org.quarry.database.query.Frequencies;
import org.quarry.database.query.Frequencies.Moments;
import org.quarry.database.query.QueryRunner;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/** The choices behind the ready-made count: table, label, moment. For the UI thread. */
public final class FrequenciesModel {
  /**
   * A question with the days it is first asked for.
   *
   * @param query the question
   * @param from the first day there is, null when there is none
   * @param to the last day there is
   */
  public record Asked(Frequencies query, @Nullable String from, @Nullable String to) {}

  /**
   * What is chosen.
   *
   * @param tables what there is to choose from
   * @param table the table
   * @param label the column that is counted
   * @param date the column with the moments, null for none
   */
  public record Choice(List<Table> tables, Table table, String label, @Nullable String date) {}

  private final Countables countables;
  private final Latest latest;
  private final Consumer<Asked> ask;
  private final Consumer<Problem> failed;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Choice> choice = new ReadOnlyObjectWrapper<>();

  FrequenciesModel(
      Background background, QueryRunner runner, Consumer<Asked> ask, Consumer<Problem> failed) {
    this.countables = new Countables(runner);
    this.latest = new Latest(background);
    this.ask = ask;
    this.failed = failed;
  }

  /** Whether the row of choices is shown. */
  public ReadOnlyBooleanProperty open() {
    return open.getReadOnlyProperty();
  }

  /** What is chosen; null before the schema was read, and in a database without tables. */
  public ReadOnlyObjectProperty<@Nullable Choice> choice() {
    return choice.getReadOnlyProperty();
  }

  /** Reads the schema, chooses what fits best, and asks at once. */
  public void begin() {
    latest.start(
        "Reading the schema",
        countables::tables,
        tables -> {
          open.set(true);
          if (tables.isEmpty()) {
            choice.set(null);
          } else {
            choose(tables, tables.getFirst());
          }
        },
        failed);
  }

  /** Takes the row of choices away. */
  public void close() {
    latest.cancel();
    open.set(false);
  }

  /** Chooses another table, with the columns that fit best, and asks. */
  public void chooseTable(Table table) {
    Choice now = choice.get();
    if (now != null && !now.table().equals(table)) {
      choose(now.tables(), table);
    }
  }

  /** Chooses another column to count, and asks. */
  public void chooseLabel(String label) {
    Choice now = choice.get();
    if (now != null && !now.label().equals(label)) {
      chosen(new Choice(now.tables(), now.table(), label, now.date()));
    }
  }

  /** Chooses another column with moments, or with null none, and asks. */
  public void chooseDate(@Nullable String date) {
    Choice now = choice.get();
    if (now != null && !Objects.equals(now.date(), date)) {
      chosen(new Choice(now.tables(), now.table(), now.label(), date));
    }
  }

  private void choose(List<Table> tables, Table table) {
    String date = table.dates().isEmpty() ? null : table.dates().getFirst();
    chosen(new Choice(tables, table, table.label(), date));
  }

  private void chosen(Choice now) {
    choice.set(now);
    String date = now.date();
    latest.start(
        "Looking for the first and last day", monitor -> asked(now, date, monitor), ask, failed);
  }

  private Asked asked(Choice now, @Nullable String date, Monitor monitor) {
    String table = now.table().name();
    if (date == null) {
      return new Asked(new Frequencies(table, now.label(), null, Moments.TEXT), null, null);
    }
    Days days = countables.days(table, date, monitor);
    return new Asked(
        new Frequencies(table, now.label(), date, days.moments()), days.first(), days.last());
  }
}

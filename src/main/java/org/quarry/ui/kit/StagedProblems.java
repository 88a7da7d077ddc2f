package org.quarry.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.EditCheck;
import org.quarry.database.records.EditProblem;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedRow;
import org.quarry.database.schema.Schema;
import org.quarry.work.Monitor;

/**
 * What speaks against staged cells, kept up to date in the background: after each change of the
 * journal all staged rows are judged again, because a change of one row can free or take what
 * another needs. Of very many rows, those staged last are judged. For the UI thread.
 */
public final class StagedProblems {
  /** Rows that are judged at most. */
  static final int MOST = 20_000;

  private record Row(String table, RowKey key) {}

  private final Database database;
  private final ChangeJournal journal;
  private final Supplier<Schema> schema;
  private final Latest judging;
  private final List<Consumer<List<EditProblem>>> listeners = new ArrayList<>();
  private Judged now = Judged.NONE;

  /** Makes one that follows a journal. */
  StagedProblems(
      Background background, Database database, ChangeJournal journal, Supplier<Schema> schema) {
    this.database = database;
    this.journal = journal;
    this.schema = schema;
    judging = new Latest(background);
    journal.onChange(this::judge);
    judge();
  }

  /**
   * What speaks against a cell. While a change is still being judged there is nothing: what was
   * found of the value before is not said of the new one.
   */
  public Optional<EditProblem> of(String table, RowKey key, String column) {
    RowChange change = journal.change(table, key).orElse(null);
    return now.of(new Row(table, key), column, change);
  }

  /** What speaks against any cell of a row. */
  public Optional<EditProblem> of(String table, RowKey key) {
    return now.found().getOrDefault(new Row(table, key), Map.of()).keySet().stream()
        .flatMap(column -> of(table, key, column).stream())
        .findFirst();
  }

  /**
   * Adds a listener, told when rows have been judged what was found that was not known before.
   *
   * @return closing it removes the listener
   */
  public Monitor.Registration onJudged(Consumer<List<EditProblem>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Judges all that is staged again, because the file or its schema is another. */
  public void judge() {
    List<StagedRow> staged = journal.rows();
    if (staged.isEmpty()) {
      judging.cancel();
      take(Judged.NONE);
      return;
    }
    List<StagedRow> rows =
        staged.size() <= MOST ? staged : staged.subList(staged.size() - MOST, staged.size());
    Schema known = schema.get();
    Judged before = now;
    judging.start(
        "Checking staged edits",
        monitor ->
            Judged.of(before, rows, new EditCheck(database, known).problems(rows, staged, monitor)),
        this::take,
        unreadable -> take(Judged.of(before, rows, List.of())));
  }

  /**
   * What was judged, ready to be looked up, so that taking it costs the UI thread nothing.
   *
   * @param fresh what was not found before
   * @param found what speaks against cells, by row and column
   * @param changes what was judged
   */
  private record Judged(
      List<EditProblem> fresh,
      Map<Row, Map<String, EditProblem>> found,
      Map<Row, RowChange> changes) {
    static final Judged NONE = new Judged(List.of(), Map.of(), Map.of());

    static Judged of(Judged before, List<StagedRow> rows, List<EditProblem> problems) {
      Map<Row, Map<String, EditProblem>> found = new HashMap<>();
      for (EditProblem problem : problems) {
        found
            .computeIfAbsent(new Row(problem.table(), problem.key()), row -> new LinkedHashMap<>())
            .put(problem.column(), problem);
      }
      Map<Row, RowChange> changes = new HashMap<>();
      rows.forEach(row -> changes.put(new Row(row.table(), row.key()), row.change()));
      List<EditProblem> fresh =
          problems.stream()
              .filter(
                  problem -> {
                    Row row = new Row(problem.table(), problem.key());
                    return before
                        .of(row, problem.column(), changes.get(row))
                        .filter(problem::equals)
                        .isEmpty();
                  })
              .toList();
      return new Judged(fresh, found, changes);
    }

    /** What speaks against a cell, if it was found of the value that is staged now. */
    Optional<EditProblem> of(Row row, String column, @Nullable RowChange now) {
      EditProblem problem = found.getOrDefault(row, Map.of()).get(column);
      RowChange then = changes.get(row);
      return problem != null
              && then != null
              && now != null
              && now.values().containsKey(column)
              && Objects.deepEquals(now.values().get(column), then.values().get(column))
          ? Optional.of(problem)
          : Optional.empty();
    }
  }

  private void take(Judged next) {
    boolean changed = !next.fresh().isEmpty() || !now.found().isEmpty();
    now = next;
    if (changed) {
      List.copyOf(listeners).forEach(listener -> listener.accept(next.fresh()));
    }
  }

  /** Stops judging. */
  void close() {
    judging.cancel();
  }
}

package org.quarry.ui.records;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
import org.quarry.database.search.Hit;
import org.quarry.database.search.MatchCount;
import org.quarry.database.search.SearchProblem;
import org.quarry.database.search.Spot;
import org.quarry.database.search.StagedRows;
import org.quarry.database.search.TextPattern;
import org.quarry.database.search.TextSearch;
import org.quarry.ui.grid.CellPosition;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/**
 * Looks for text in the rows of a tab: counts the matches in the background and goes from one to
 * the next. Nothing is read while it is not open. For the UI thread.
 */
public final class FindModel {
  /** Steps of a look at a value that is drawn; one that takes more is drawn as no match. */
  private static final long DRAWN_STEPS = 20_000;

  private final RecordsModel records;
  private final FindInput input = new FindInput();
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable TextPattern> pattern =
      new ReadOnlyObjectWrapper<>();
  private final Latest counting;
  private final Latest stepping;
  private final Monitor.Registration journalWatch;
  private Consumer<CellPosition> reveal = cell -> {};
  private Optional<CellPosition> lead = Optional.empty();
  private @Nullable TextSearch search;
  private @Nullable MatchCount count;
  private String note = "";
  private List<Column> searchable;
  private long sequence;

  /** Makes one that is not open. */
  FindModel(RecordsModel records) {
    this.records = records;
    counting = new Latest(records.background());
    stepping = new Latest(records.background());
    input.onChange(() -> restart(true));
    open.addListener(change -> restart(false));
    records.onReopen(() -> restart(false));
    searchable = records.columns().shown();
    records.columns().changes().subscribe(count -> columnsChanged());
    journalWatch = records.journal().onChange(() -> restart(false));
  }

  /** What to look for. */
  FindInput input() {
    return input;
  }

  /** Whether it is at work; closing it stops everything. */
  BooleanProperty open() {
    return open;
  }

  /** How much matches: "12 matches in 9 rows". */
  ReadOnlyStringProperty words() {
    return words.getReadOnlyProperty();
  }

  /** What is wrong with what was typed, or why nothing could be read; null while all is well. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** What cells are held against; null while nothing is looked for. */
  ReadOnlyObjectProperty<@Nullable TextPattern> pattern() {
    return pattern.getReadOnlyProperty();
  }

  RecordsModel records() {
    return records;
  }

  /** Whom to tell the cell of a match that was gone to. */
  void setReveal(Consumer<CellPosition> told) {
    reveal = told;
  }

  /** Says on which cell the keyboard stands, from where the search goes on. */
  void standOn(Optional<CellPosition> cell) {
    boolean otherColumn = !lead.map(CellPosition::column).equals(cell.map(CellPosition::column));
    lead = cell;
    if (otherColumn && input.thisColumn().get()) {
      restart(false);
    }
  }

  /** The cell on which the keyboard stands. */
  Optional<CellPosition> lead() {
    return lead;
  }

  /** Goes to the next match, from the top again after the last one. */
  void next() {
    step(true, false);
  }

  /** Goes to the match before, from the end again before the first one. */
  void previous() {
    step(false, false);
  }

  /** Whether a cell in sight matches, as far as its value is read. */
  boolean matches(long row, int at) {
    TextPattern now = pattern.get();
    if (now == null) {
      return false;
    }
    Column column = records.columns().at(at);
    if (!now.search().columns().contains(column)) {
      return false;
    }
    try {
      return now.matches(records.shown(row, column), DRAWN_STEPS);
    } catch (SearchProblem.Endless endless) {
      return false;
    }
  }

  /** What is not shown is not found, and the order of the columns is the way of the search. */
  private void columnsChanged() {
    List<Column> now = records.columns().shown();
    if (!now.equals(searchable)) {
      searchable = now;
      lead = lead.filter(cell -> cell.column() < now.size());
      restart(false);
    }
  }

  private List<Column> columns() {
    return input.thisColumn().get()
        ? lead.map(cell -> List.of(records.columns().at(cell.column()))).orElse(List.of())
        : records.columns().shown();
  }

  private void restart(boolean go) {
    sequence++;
    counting.cancel();
    stepping.cancel();
    search = null;
    count = null;
    note = go ? "" : note;
    problem.set(null);
    TextPattern now = null;
    try {
      if (open.get() && !input.text().get().isEmpty() && !columns().isEmpty()) {
        now = new TextPattern(input.search(columns()));
      }
    } catch (SearchProblem wrong) {
      problem.set(wrong);
    }
    pattern.set(now);
    if (now != null) {
      search = new TextSearch(records.open().database(), records.rows(), now, staged());
      startCounting(search);
      if (go) {
        step(true, true);
      }
    }
    say();
  }

  /** What is staged now, to be sorted out on the thread of a job. */
  Supplier<StagedRows> staged() {
    return StagedRows.of(records.journal(), records.table().name());
  }

  private void startCounting(TextSearch now) {
    long mine = sequence;
    AtomicReference<@Nullable MatchCount> pending = new AtomicReference<>();
    counting.start(
        "Counting matches in " + records.table().name(),
        monitor ->
            now.count(
                monitor,
                known -> {
                  if (pending.getAndSet(known) == null) {
                    records.background().later(() -> counted(mine, pending.getAndSet(null)));
                  }
                }),
        all -> counted(mine, all),
        this::fail);
  }

  private void counted(long mine, @Nullable MatchCount known) {
    if (mine == sequence && known != null) {
      count = known;
      say();
    }
  }

  private void fail(Problem failure) {
    problem.set(failure);
    say();
  }

  private void step(boolean forward, boolean here) {
    TextSearch now = search;
    if (now == null) {
      return;
    }
    Optional<CellPosition> from = lead;
    TableRows rows = records.rows();
    Optional<RowKey> known = from.flatMap(cell -> records.key(cell.row()));
    stepping.start(
        "Looking for a match in " + records.table().name(),
        monitor -> {
          Spot spot = from.flatMap(cell -> spot(cell, known, rows, monitor)).orElse(null);
          return forward ? now.next(spot, here, monitor) : now.previous(spot, monitor);
        },
        hit -> hit.ifPresent(found -> show(found, forward)),
        this::fail);
  }

  /** Where the search goes on; the row is read where it is not here. */
  private Optional<Spot> spot(
      CellPosition cell, Optional<RowKey> known, TableRows rows, Monitor monitor) {
    boolean one = input.thisColumn().get();
    return known
        .or(
            () ->
                rows.page(cell.row(), 1, monitor).rows().stream().findFirst().map(row -> row.key()))
        .map(
            key -> new Spot(key, cell.row(), one ? 0 : cell.column(), one ? 1 : cell.column() + 1));
  }

  private void show(Hit hit, boolean forward) {
    note = hit.wrapped() ? (forward ? "from the top" : "from the end") : "";
    say();
    int column = records.columns().placeOf(hit.column().name());
    RowKey.Fresh fresh = hit.fresh();
    if (fresh != null) {
      records.find(fresh, place -> reveal.accept(new CellPosition(place, column)));
    } else {
      records.reaches(hit.place());
      reveal.accept(new CellPosition(hit.place(), column));
    }
  }

  /** Says something beside the count, until the search goes on. */
  void note(String sentence) {
    note = sentence;
    say();
  }

  private void say() {
    Problem wrong = problem.get();
    MatchCount known = count;
    if (wrong != null) {
      words.set((wrong.what() + " " + wrong.why()).strip());
    } else if (search == null) {
      words.set("");
    } else {
      words.set((known == null ? "…" : words(known)) + (note.isEmpty() ? "" : " · " + note));
    }
  }

  private static String words(MatchCount known) {
    if (known.cells() == 0) {
      return known.exact() ? "No match" : "…";
    }
    String more = known.exact() ? "" : "+";
    String matches = known.cells() == 1 && known.exact() ? " match" : " matches";
    String rows = known.rows() == 1 && known.exact() ? " row" : " rows";
    return Texts.number(known.cells())
        + more
        + matches
        + " in "
        + Texts.number(known.rows())
        + more
        + rows;
  }

  /** Stops everything. */
  void close() {
    open.set(false);
    journalWatch.close();
  }
}

package org.quarry.ui.records;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Page;
import org.quarry.database.records.RowCount;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Table;
import org.quarry.work.Job;
import org.quarry.work.Problem;

/**
 * Reads the rows of a {@link RecordsModel} anew in the background, with their number and the pages
 * in sight, and then puts them in the place of those that are shown, all at once: nothing flashes,
 * and what a person looks at stays where it is by its rows' keys. A change that comes while it
 * reads is read after it. For the UI thread.
 */
final class RowsRefresh {
  /** From so many rows on, rows show first and are counted after. */
  private static final long LARGE = 1_000_000;

  private final RecordsModel model;
  private @Nullable TableRows reading;
  private @Nullable Job<Fresh> job;
  private long sequence;
  private boolean again;

  /** Whether rows are shown whose number is being counted. */
  private boolean recounting;

  /** Rows that mattered when they were shown uncounted, by where they stand since. */
  private Map<Long, RowKey> kept = Map.of();

  RowsRefresh(RecordsModel model) {
    this.model = model;
  }

  /**
   * What was read.
   *
   * @param places where the rows that matter stand now, by where they stood
   */
  record Fresh(TableRows rows, RowCount count, List<Page> pages, TreeMap<Long, Long> places) {
    /** Where a row stands now: as far from the next one above that is known as it stood from it. */
    LongUnaryOperator now() {
      return place -> {
        Map.Entry<Long, Long> near = places.floorEntry(place);
        if (near == null) {
          near = places.ceilingEntry(place);
        }
        return near == null ? place : Math.max(0, near.getValue() + place - near.getKey());
      };
    }
  }

  void start() {
    if (reading != null) {
      again = true;
      return;
    }
    TableRows next = model.rows().again(model.table());
    reading = next;
    RecordsModel.Sight sight = model.sight().get();
    Map<RowKey, Long> stood = standing(sight);
    RowCount before = grown();
    boolean natural =
        model.sorts().get().isEmpty()
            && model.filter().get().isNone()
            && model.table().kind() == Table.Kind.TABLE;
    boolean counted = before.exact() || recounting;
    RefreshReading work =
        new RefreshReading(next, sight, stood, holdsFirst(sight), before, natural);
    long mine = ++sequence;
    job =
        model
            .background()
            .start(
                "Refreshing " + model.table().name(),
                natural && counted && before.rows() >= LARGE ? work::nearly : work::all,
                fresh -> ended(mine, () -> show(fresh, stood)),
                problem -> ended(mine, () -> failed(next, problem)),
                () -> ended(mine, next::close));
  }

  /** The number of rows before with the new rows that were written since. */
  private RowCount grown() {
    RowCount before = model.count().get();
    long unwritten = model.journal().freshRows(model.table().name()).size();
    long written = Math.max(0, model.size() - before.rows() - unwritten);
    return new RowCount(before.rows() + written, before.certainty());
  }

  private void show(Fresh read, Map<RowKey, Long> stood) {
    recounting = !read.count().exact();
    Map<Long, RowKey> since = new HashMap<>();
    if (recounting) {
      LongUnaryOperator now = read.now();
      stood.forEach((key, place) -> since.put(now.applyAsLong(place), key));
    }
    kept = since;
    model.swap(read);
  }

  /**
   * Takes what a count of rows found that are shown already. Until it is exact the number of before
   * is nearer; then rows that an estimate has put elsewhere take their places, and the selection
   * goes with them.
   *
   * @return whether it was taken; false while rows are counted for the first time
   */
  boolean takes(RowCount known) {
    if (recounting && known.exact() && reading == null) {
      settle(known);
    }
    return recounting;
  }

  private void settle(RowCount known) {
    RecordsModel.Sight sight = model.sight().get();
    Map<RowKey, Long> stood = standing(sight);
    TableRows rows = model.rows();
    reading = rows;
    RefreshReading work = new RefreshReading(rows, sight, stood, holdsFirst(sight), known, true);
    long mine = ++sequence;
    job =
        model
            .background()
            .start(
                "Placing rows of " + model.table().name(),
                monitor -> work.placed(known, monitor),
                fresh -> ended(mine, () -> show(fresh, stood)),
                problem -> ended(mine, () -> unplaced(known)),
                () -> ended(mine, () -> unplaced(known)));
  }

  /** The pages are read when they are looked at, which tells whatever is wrong. */
  private void unplaced(RowCount known) {
    recounting = false;
    model.settle(known);
  }

  private void failed(TableRows next, Problem problem) {
    next.close();
    model.fail(problem);
  }

  /** Goes on from the end of a reading that was not given up. */
  private void ended(long mine, Runnable end) {
    if (mine == sequence) {
      reading = null;
      end.run();
      goOn();
    }
  }

  private void goOn() {
    if (again) {
      again = false;
      start();
    }
  }

  /**
   * The keys of the rows in sight and of those a grid stands on, with their places; of a row whose
   * page was not read since it was shown by an estimate, the key that it had before.
   */
  private Map<RowKey, Long> standing(RecordsModel.Sight sight) {
    Map<RowKey, Long> stood = new LinkedHashMap<>();
    for (long place = sight.first(); place < sight.first() + sight.rows(); place++) {
      remember(place, stood);
    }
    for (long place : model.standing()) {
      RowKey key = recounting && model.key(place).isEmpty() ? kept.get(place) : null;
      if (key != null) {
        stood.putIfAbsent(key, place);
      } else {
        remember(place, stood);
      }
    }
    return stood;
  }

  /** Whether a person has selected or edits the first row in sight, where a grid stands anyway. */
  private boolean holdsFirst(RecordsModel.Sight sight) {
    return LongStream.of(model.standing()).filter(place -> place == sight.first()).count() > 1;
  }

  private void remember(long place, Map<RowKey, Long> stood) {
    Optional<RowKey> key = place < 0 ? Optional.empty() : model.key(place);
    key.map(each -> model.open().storedKey(model.table().name(), each))
        .filter(each -> !(each instanceof RowKey.Fresh) && !(each instanceof RowKey.Position))
        .ifPresent(each -> stood.putIfAbsent(each, place));
  }

  /** Gives up what is being read. */
  void cancel() {
    sequence++;
    again = false;
    recounting = false;
    if (job != null) {
      job.cancel();
    }
    if (reading != null) {
      reading.close();
      reading = null;
    }
  }
}

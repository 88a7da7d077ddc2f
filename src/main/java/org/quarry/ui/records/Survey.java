package org.quarry.ui.records;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowCount;
import org.quarry.database.records.TableRows;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Problem;

/**
 * Counts the rows of a table in the background and tells what is known so far, however often the
 * counting speaks, at most once for each turn of the UI thread.
 */
final class Survey {
  private final Background background;
  private final Latest latest;
  private final Consumer<RowCount> told;
  private final Consumer<Problem> failed;
  private long sequence;

  Survey(Background background, Consumer<RowCount> told, Consumer<Problem> failed) {
    this.background = background;
    this.told = told;
    this.failed = failed;
    latest = new Latest(background);
  }

  /** Counts these rows and no longer those before. */
  void start(TableRows rows) {
    long mine = ++sequence;
    AtomicReference<@Nullable RowCount> pending = new AtomicReference<>();
    latest.start(
        title(rows),
        monitor -> {
          rows.survey(
              monitor,
              count -> {
                if (pending.getAndSet(count) == null) {
                  background.later(() -> tell(mine, pending));
                }
              });
          return true;
        },
        done -> {},
        failed);
  }

  private static String title(TableRows rows) {
    String verb =
        !rows.sorts().isEmpty() ? "Sorting " : rows.filter().isNone() ? "Counting " : "Filtering ";
    return verb + rows.table().name();
  }

  private void tell(long mine, AtomicReference<@Nullable RowCount> pending) {
    RowCount count = pending.getAndSet(null);
    if (mine == sequence && count != null) {
      told.accept(count);
    }
  }

  /** Counts no more, because the number is known. */
  void cancel() {
    sequence++;
    latest.cancel();
  }

  void close() {
    cancel();
  }
}

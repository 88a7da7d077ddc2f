package org.quarry.ui.records;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.filter.FilterText;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.profile.Bin;
import org.quarry.database.profile.ColumnProfile;
import org.quarry.database.profile.ColumnProfiler;
import org.quarry.database.profile.ValueCount;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;
import org.quarry.work.Work;

/**
 * The profile of one column of the rows that are shown, as they are stored. It reads only while it
 * is active. For the UI thread.
 */
final class ProfileModel {
  /** How long a profile may take before it is one of a sample, in milliseconds. */
  private static final long TIME = 1000;

  private final RecordsModel records;
  private final Latest reading;
  private final ReadOnlyObjectWrapper<@Nullable Column> column = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ColumnProfile> profile =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper exact = new ReadOnlyBooleanWrapper();
  private final InvalidationListener counted = change -> counted();
  private final ReadOnlyStringWrapper uncounted = new ReadOnlyStringWrapper("");
  private final Monitor.Registration journalWatch;
  private TableRows seen;
  private boolean active;
  private boolean stale;

  ProfileModel(RecordsModel records) {
    this.records = records;
    reading = new Latest(records.background());
    seen = records.rows();
    records.count().addListener(counted);
    journalWatch = records.journal().onChange(this::tellUncounted);
  }

  /** What must be said of staged edits in the column, which no figure counts; or empty. */
  ReadOnlyStringProperty uncounted() {
    return uncounted.getReadOnlyProperty();
  }

  private void tellUncounted() {
    Column now = column.get();
    uncounted.set(active && now != null ? UncountedEdits.words(records, now) : "");
  }

  /** The column; null for none. */
  ReadOnlyObjectProperty<@Nullable Column> column() {
    return column.getReadOnlyProperty();
  }

  /** Its profile; null while it is not known. */
  ReadOnlyObjectProperty<@Nullable ColumnProfile> profile() {
    return profile.getReadOnlyProperty();
  }

  /** Why there is no profile; null when nothing went wrong. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it is being computed exactly, however long that takes. */
  ReadOnlyBooleanProperty computingExactly() {
    return exact.getReadOnlyProperty();
  }

  /** Shows a column, or none. */
  void follow(@Nullable Column now) {
    if (now == null || !now.equals(column.get())) {
      column.set(now);
      tellUncounted();
      profile.set(null);
      reread();
    }
  }

  /** Reads, or stops reading; what was missed is read when it becomes active. */
  void setActive(boolean now) {
    active = now;
    tellUncounted();
    if (!active) {
      stale |= profile.get() == null || exact.get();
      reading.cancel();
      exact.set(false);
    } else if (stale) {
      reread();
    }
  }

  /** Other rows are shown, or the same ones were read again. */
  private void counted() {
    records.count().get();
    if (records.rows() != seen) {
      seen = records.rows();
      Column now = column.get();
      if (now != null) {
        column.set(records.table().column(now.name()).orElse(null));
        reread();
      }
    }
  }

  private void reread() {
    stale = true;
    exact.set(false);
    reading.cancel();
    Column now = column.get();
    if (active && now != null) {
      stale = false;
      RowFilter filter = records.filter().get();
      ColumnProfiler profiler = profiler();
      start(now, monitor -> profiler.profile(now, filter, TIME, monitor));
    }
  }

  /** Reads all rows, however long it takes. */
  void computeExactly() {
    Column now = column.get();
    if (now != null) {
      RowFilter filter = records.filter().get();
      ColumnProfiler profiler = profiler();
      exact.set(true);
      start(now, monitor -> profiler.exactProfile(now, filter, monitor));
    }
  }

  /** Gives up computing exactly; what is shown stays. */
  void stop() {
    reading.cancel();
    exact.set(false);
  }

  private ColumnProfiler profiler() {
    return new ColumnProfiler(records.open().database(), records.table());
  }

  private void start(Column now, Work<ColumnProfile> work) {
    reading.start(
        "Profile of " + now.name(),
        work,
        done -> {
          exact.set(false);
          problem.set(null);
          profile.set(done);
        },
        failure -> {
          exact.set(false);
          profile.set(null);
          problem.set(failure);
        });
  }

  /** The filter of a value, in the language of the filter row. */
  static String filter(ValueCount value) {
    return value.clipped() && value.value() instanceof String head
        ? FilterText.quoted(head)
        : FilterText.equal(value.value());
  }

  /** The filter of a bin; of all of it where a sample does not know its ends. */
  static String filter(Bin bin, boolean exact) {
    return exact || !bin.numeric()
        ? FilterText.between(bin.least(), bin.greatest())
        : FilterText.between(bin.low(), bin.high());
  }

  /** What is typed in the filter box of the column; empty for nothing. */
  String typed() {
    Column now = column.get();
    return now == null ? "" : records.filters().typed().getOrDefault(FilterBox.of(now.name()), "");
  }

  /** Filters the column, or when it is filtered so already, no longer. */
  void toggle(String text) {
    Column now = column.get();
    if (now != null) {
      records.filters().type(FilterBox.of(now.name()), text.equals(typed()) ? "" : text);
    }
  }

  /** Stops reading. */
  void close() {
    active = false;
    journalWatch.close();
    records.count().removeListener(counted);
    reading.cancel();
  }
}

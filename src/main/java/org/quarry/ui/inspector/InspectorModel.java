package org.quarry.ui.inspector;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Problem;

/**
 * The value of one cell, read in one mode. It reads up to {@link #AT_ONCE} bytes by itself and more
 * only when asked. For the UI thread.
 */
public final class InspectorModel {
  /** Bytes up to which a value is read by itself. */
  static final int AT_ONCE = 64 * 1024;

  private static final long MOST = 256L * 1024 * 1024;

  private final Background background;
  private final Duration pause;
  private final ZoneId zone;
  private final Latest valueReading;
  private final Latest modeReading;
  private final Latest loadingAll;
  private final Map<String, Mode> chosen = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable InspectedCell> cell = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable InspectedValue> value =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.TEXT);
  private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final InspectorEditing editing = new InspectorEditing(this);
  private boolean active;
  private boolean loadedAll;

  /**
   * Makes one that shows nothing.
   *
   * @param pause how long a cell must stand before it is read
   * @param zone the local zone
   */
  public InspectorModel(Background background, Duration pause, ZoneId zone) {
    this.background = background;
    this.pause = pause;
    this.zone = zone;
    valueReading = new Latest(background);
    modeReading = new Latest(background);
    loadingAll = new Latest(background);
  }

  /** The cell shown; null for none. */
  public ReadOnlyObjectProperty<@Nullable InspectedCell> cell() {
    return cell.getReadOnlyProperty();
  }

  /** Its value as far as it is read; null before. */
  ReadOnlyObjectProperty<@Nullable InspectedValue> value() {
    return value.getReadOnlyProperty();
  }

  /** How it is read. */
  public ReadOnlyObjectProperty<Mode> mode() {
    return mode.getReadOnlyProperty();
  }

  /** What is shown of it; null until it is read. */
  ReadOnlyObjectProperty<@Nullable Reading> reading() {
    return reading.getReadOnlyProperty();
  }

  /** What went wrong last; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether all of a long value is being read. */
  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /** Its being edited as text. */
  InspectorEditing editing() {
    return editing;
  }

  Background background() {
    return background;
  }

  void fail(@Nullable Problem failure) {
    problem.set(failure);
  }

  /** Reads values, or rests while nobody sees them. */
  public void setActive(boolean seen) {
    if (active != seen) {
      active = seen;
      if (seen) {
        open(false);
      } else {
        stop();
        editing.settle();
      }
    }
  }

  /** Shows another cell, or the same one as it is now; null for none. */
  public void show(@Nullable InspectedCell now) {
    InspectedCell was = cell.get();
    boolean same = was != null && now != null && was.id().equals(now.id());
    if (Objects.equals(was, now) || (was != null && now != null && was.sameReading(now))) {
      return;
    }
    if (!same) {
      // What was typed belongs to the cell that is left, and can be undone there.
      editing.settle();
      problem.set(null);
    }
    cell.set(now);
    if (active && !(same && editing.on().get())) {
      open(same);
    }
  }

  private void stop() {
    valueReading.cancel();
    modeReading.cancel();
    cancelLoading();
  }

  private void open(boolean same) {
    boolean again = same && loadedAll;
    stop();
    loadedAll = false;
    if (!same) {
      value.set(null);
      reading.set(null);
    }
    InspectedCell now = cell.get();
    if (now == null || now.state() != InspectedCell.State.READ) {
      value.set(null);
      reading.set(null);
      return;
    }
    InspectedValue held = InspectedValue.held(now.held());
    if (held.whole()) {
      take(held);
    } else if (again) {
      loadAll();
    } else {
      if (!same) {
        value.set(held);
        if (held.value() instanceof String head && !head.isEmpty()) {
          mode.set(fitting(now, held));
          reading.set(mode.get() == Mode.TEXT ? new Reading.Words(head, 0) : null);
        }
      }
      valueReading.start(
          "Reading a value",
          monitor -> {
            Pause.of(pause, monitor);
            return now.head(AT_ONCE, monitor);
          },
          head -> take(InspectedValue.of(head)),
          problem::set);
    }
  }

  private void take(InspectedValue read) {
    InspectedCell now = Objects.requireNonNull(cell.get());
    boolean unchanged = read.same(value.get()) && reading.get() != null;
    value.set(read);
    Mode fits = fitting(now, read);
    if (!unchanged || fits != mode.get()) {
      mode.set(fits);
      read();
    }
  }

  private Mode fitting(InspectedCell now, InspectedValue read) {
    Mode proposed = Mode.proposed(now.column(), read.value());
    return chosen.getOrDefault(now.column().name(), proposed);
  }

  private void read() {
    InspectedValue now = Objects.requireNonNull(value.get());
    modeReading.start(
        "Reading a value as " + mode.get().title(),
        new Readings(now, mode.get(), zone),
        reading::set,
        problem::set);
  }

  /** Reads values of this column in another way from now on. */
  public void choose(Mode how) {
    InspectedCell now = cell.get();
    if (now == null || how == mode.get()) {
      return;
    }
    chosen.put(now.column().name(), how);
    editing.settle();
    turn(how);
  }

  /** Shows the value in another mode, this once. */
  void turn(Mode how) {
    if (how != mode.get()) {
      mode.set(how);
      if (value.get() != null) {
        reading.set(null);
        read();
      }
    }
  }

  /** Reads all of the value. */
  public void loadAll() {
    loadAll(() -> {});
  }

  /** Reads all of the value, then does something if that went well. */
  void loadAll(Runnable then) {
    InspectedCell now = cell.get();
    if (now == null) {
      return;
    }
    InspectedValue known = value.get();
    long most = most();
    if (known != null && known.bytes() > most) {
      problem.set(new InspectorProblem.TooLarge(known.bytes(), most));
      return;
    }
    valueReading.cancel();
    loading.set(true);
    loadingAll.start(
        "Reading a value",
        monitor -> InspectedValue.of(now.whole(monitor)),
        all -> {
          loading.set(false);
          loadedAll = true;
          take(all);
          then.run();
        },
        failed -> {
          loading.set(false);
          problem.set(failed);
        });
  }

  /** Bytes of a value that are read into memory: it is held some four times while it is read. */
  static long most() {
    return Math.min(MOST, Runtime.getRuntime().maxMemory() / 8);
  }

  /** Stops reading all of the value. */
  public void cancelLoading() {
    loadingAll.cancel();
    loading.set(false);
  }

  /** Stages what is being typed, if anything is. */
  public void settle() {
    editing.settle();
  }

  /** Stops reading for good. What is being typed is staged. */
  public void close() {
    editing.settle();
    active = false;
    stop();
  }
}

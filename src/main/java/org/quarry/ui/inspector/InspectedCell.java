package org.quarry.ui.inspector;

import org.jspecify.annotations.Nullable;
import org.quarry.database.records.ValueHead;
import org.quarry.database.schema.Column;
import org.quarry.work.Monitor;

/**
 * One cell as its screen knows it at a moment. When anything about it changes, its screen shows
 * another one. {@link #head} and {@link #whole} block on the disk and are safe on any thread; the
 * rest is for the UI thread.
 */
public interface InspectedCell {
  /** How far its screen has it. */
  enum State {
    /** Its row is not read yet. */
    WAITING,
    /** {@link #held} says what it holds. */
    READ,
    /** It belongs to a new row and will take the column's default. */
    DEFAULT,
    /** Its row was deleted meanwhile. */
    GONE
  }

  /** Equal for the same cell of the same row, whatever it holds. */
  Object id();

  /** Whether nothing has changed since another one was made: the same cell, read once. */
  boolean sameReading(InspectedCell other);

  /** The name of its table or query, for the name of a file. */
  String table();

  /** Its row in a few letters, for the name of a file: "42". */
  String row();

  /** Its column. */
  Column column();

  /** How far it is read. */
  State state();

  /**
   * What it holds, staged over stored: null, Long, Double, String, {@code byte[]}, or what stands
   * for a long value.
   */
  @Nullable Object held();

  /** Whether what it holds is staged. */
  boolean staged();

  /** Why it cannot be given another value, or empty when it can. */
  String refusal();

  /** Reads the beginning of its stored value; see {@code TableRows.head}. */
  ValueHead head(int most, Monitor monitor);

  /** Reads its stored value, however long. */
  @Nullable Object whole(Monitor monitor);

  /**
   * Stages a value for it.
   *
   * @param now null, Long, Double, String or {@code byte[]}
   */
  void stage(@Nullable Object now);

  /**
   * Stages what was typed, as a number where the column stores numbers.
   *
   * @param seen the whole stored value as it was read before, which it must still have when the
   *     change is written, or null if it was not read
   */
  void stageTyped(String text, @Nullable Object seen);
}

package org.quarry.database.profile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.filter.Predicate;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.records.RowCount;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;

/**
 * Asks a question about a column: of all rows when that can be done in time, else of a sample.
 * Blocks on the disk.
 *
 * @param <T> the answer
 */
final class Asking<T> {
  /** From this many rows on a time of a second or so is not even tried. */
  private static final long MANY = 3_000_000;

  private static final int PER_BLOCK = 256;

  /** A filter leaves few rows of a sample, which is therefore larger. */
  private static final int PER_BLOCK_FILTERED = 1024;

  /** The least time a sample gets, in milliseconds. */
  private static final long SAMPLE_TIME = 1000;

  /** What is asked. */
  @FunctionalInterface
  interface Question<T> {
    /**
     * Asks it of some rows.
     *
     * @param coverage which rows they are; empty when the number of those looked at says it
     */
    T ask(ProfileMapper mapper, Looked looked, Optional<Coverage> coverage, Monitor monitor);
  }

  private final Database database;
  private final Looked all;
  private final Question<T> question;

  Asking(Database database, Table table, Column column, RowFilter filter, Question<T> question) {
    this.database = database;
    this.question = question;
    Predicate predicate = filter.predicate(table);
    all = Looked.all(table, column, predicate);
  }

  /** The answer for all rows, however long it takes. */
  T exactly(Monitor monitor) {
    return ask(all, TimeLimit.never(), monitor);
  }

  /**
   * The answer for all rows if it takes no longer than that, else for a sample.
   *
   * @param millis the time; 0 for a sample at once
   */
  T within(long millis, Monitor monitor) {
    if (millis > 0) {
      TimeLimit limit = TimeLimit.in(millis);
      Optional<T> answer = inTime(limit, monitor, () -> tryAll(limit, monitor));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    int block = all.filter().isAll() ? PER_BLOCK : PER_BLOCK_FILTERED;
    for (; block > 1; block /= 8) {
      TimeLimit limit = TimeLimit.in(Math.max(SAMPLE_TIME, millis));
      int rows = block;
      Optional<T> answer = inTime(limit, monitor, () -> Optional.of(askSome(rows, limit, monitor)));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return askSome(1, TimeLimit.never(), monitor);
  }

  private interface Attempt<T> {
    Optional<T> run();
  }

  /** Empty when the time ended it. What a person cancelled stays cancelled. */
  private static <T> Optional<T> inTime(TimeLimit limit, Monitor monitor, Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (Cancelled stopped) {
      monitor.checkpoint();
      if (!limit.over()) {
        throw stopped;
      }
      return Optional.empty();
    }
  }

  /** Does not begin where the time cannot be enough. */
  private Optional<T> tryAll(TimeLimit limit, Monitor monitor) {
    if (all.filter().isAll() && isStored()) {
      long rows =
          database.read(
              monitor,
              session -> limit.during(session, () -> rows(session.mapper(ProfileMapper.class))));
      if (rows >= MANY) {
        return Optional.empty();
      }
    }
    return Optional.of(ask(all, limit, monitor));
  }

  /** At most so many rows as the rowids span; where that is many, they are counted up to many. */
  private long rows(ProfileMapper mapper) {
    @Nullable Object[] ends = mapper.ends(all.table()).getFirst();
    boolean dense =
        ends[0] instanceof Long least
            && ends[1] instanceof Long greatest
            && (double) greatest - least < MANY;
    return dense ? 0 : mapper.upTo(all.table(), MANY);
  }

  private T ask(Looked looked, TimeLimit limit, Monitor monitor) {
    return database.read(
        monitor,
        session ->
            limit.during(
                session,
                () ->
                    question.ask(
                        session.mapper(ProfileMapper.class), looked, Optional.empty(), monitor)));
  }

  private T askSome(int perBlock, TimeLimit limit, Monitor monitor) {
    if (!isStored()) {
      return askFirst(perBlock, limit, monitor);
    }
    return database.read(
        monitor,
        session ->
            limit.during(
                session,
                () -> {
                  ProfileMapper mapper = session.mapper(ProfileMapper.class);
                  Sample sample = Sample.take(mapper, all.table(), perBlock);
                  Looked some =
                      new Looked(all.table(), all.column(), all.filter(), sample.ranges(), -1);
                  return question.ask(mapper, some, Optional.of(sample.coverage()), monitor);
                }));
  }

  private T askFirst(int perBlock, TimeLimit limit, Monitor monitor) {
    long most = (long) perBlock * Sample.BLOCKS;
    Looked first = new Looked(all.table(), all.column(), all.filter(), null, most);
    Coverage coverage =
        new Coverage(Coverage.Kind.FIRST, most, new RowCount(most, RowCount.Certainty.AT_LEAST));
    return database.read(
        monitor,
        session ->
            limit.during(
                session,
                () ->
                    question.ask(
                        session.mapper(ProfileMapper.class),
                        first,
                        Optional.of(coverage),
                        monitor)));
  }

  /** Whether rows are reached by a rowid. */
  private boolean isStored() {
    Table.Kind kind = all.table().kind();
    return (kind == Table.Kind.TABLE || kind == Table.Kind.SHADOW)
        && all.table().rowidName().isPresent();
  }
}

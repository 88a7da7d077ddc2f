package org.quarry.database.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.Session;
import org.quarry.database.SqliteErrors;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/**
 * Writes staged rows in one transaction, in the order of {@link ChangeOrder}. Each statement must
 * change exactly one row, and a row must still have the values that it was read with. A row that a
 * rule refuses is tried again after the others, so that keys can be given up and taken in any
 * order; rows that hold each other's unique values swap them by way of values that nobody has, and
 * rows that refer to each other are held against the end of the transaction.
 */
public final class ChangeWriter {
  /** Rounds after which rows that still wait are taken to hold each other's values. */
  private static final int ROUNDS = 4;

  private final Database database;
  private final Schema schema;

  /** Makes one for a database and its schema. */
  public ChangeWriter(Database database, Schema schema) {
    this.database = database;
    this.schema = schema;
  }

  /**
   * What was written.
   *
   * @param rows with what undoing them needs, in the order in which they were written
   * @param consequences what foreign keys did to other rows
   */
  public record Result(List<WrittenRow> rows, Consequences consequences) {
    /** Keeps its own copy. */
    public Result {
      rows = List.copyOf(rows);
    }
  }

  /** Writes all of the rows or none, whatever foreign keys do to others. */
  public List<WrittenRow> write(List<StagedRow> rows, Monitor monitor) {
    return write(rows, true, written -> {}, monitor).rows();
  }

  /**
   * Writes all of the rows or none.
   *
   * @param along whether foreign keys may delete or change other rows along with deleted ones
   * @param last told what will have been written, in the transaction, just before it is committed
   * @throws RecordProblem.Conflicts if rows are gone or were changed meanwhile; it has all of them
   * @throws RecordProblem.RowRefused if a rule of its table refuses a row; it has the first
   * @throws RecordProblem.TakesAlong if others would go along and may not
   */
  public Result write(
      List<StagedRow> rows, boolean along, Consumer<List<WrittenRow>> last, Monitor monitor) {
    return database.write(
        monitor,
        session -> {
          TakenAlong taken = new TakenAlong(session.mapper(WritingMapper.class), schema, rows);
          List<RowWriting> writings =
              ChangeOrder.of(rows, schema).stream()
                  .map(row -> writing(session, taken, row))
                  .toList();
          run(session, writings, monitor);
          Consequences consequences = taken.consequences();
          if (!along && !consequences.parts().isEmpty()) {
            throw new RecordProblem.TakesAlong(consequences);
          }
          List<WrittenRow> written = writings.stream().map(RowWriting::written).toList();
          last.accept(written);
          return new Result(written, consequences);
        });
  }

  /** What foreign keys will do to other rows when these are written, as far as it is so now. */
  public Consequences consequences(List<StagedRow> rows, Monitor monitor) {
    return database.read(
        monitor,
        session -> {
          RecordMapper mapper = session.mapper(RecordMapper.class);
          TakenAlong taken = new TakenAlong(session.mapper(WritingMapper.class), schema, rows);
          for (StagedRow row : rows) {
            monitor.checkpoint();
            if (row.change().kind() == RowChange.Kind.DELETE) {
              schema
                  .table(row.table())
                  .filter(table -> table.kind() == Table.Kind.TABLE)
                  .ifPresent(table -> taken.foresee(mapper, table, row.key()));
            }
          }
          return taken.consequences();
        });
  }

  private RowWriting writing(Session session, TakenAlong taken, StagedRow row) {
    Table table =
        schema
            .table(row.table())
            .orElseThrow(() -> new DatabaseProblem.Refused("no such table: " + row.table(), null));
    RecordMapper mapper = session.mapper(RecordMapper.class);
    WritingMapper around = session.mapper(WritingMapper.class);
    return table.kind() == Table.Kind.VIEW
        ? new ViewWriting(mapper, around, table, row)
        : new TableWriting(mapper, around, taken, table, row);
  }

  private void run(Session session, List<RowWriting> writings, Monitor monitor) {
    List<RowConflict> conflicts = new ArrayList<>();
    List<RowWriting> left = writings;
    LateRules late = new LateRules(session.mapper(WritingMapper.class), schema);
    boolean parked = false;
    for (int round = 0; !left.isEmpty(); round++) {
      Map<RowWriting, RecordProblem.RowRefused> refused = round(session, left, conflicts, monitor);
      if (!conflicts.isEmpty()) {
        throw new RecordProblem.Conflicts(conflicts);
      }
      boolean stuck = refused.size() == left.size() || round == ROUNDS;
      left = new ArrayList<>(refused.keySet());
      if (!stuck || left.isEmpty()) {
        left = left.reversed();
      } else if (!late.defer(refused)) {
        if (parked || !park(session, left)) {
          throw first(writings, refused);
        }
        parked = true;
      }
    }
    late.check(writings, monitor);
  }

  /** Tries some rows; yields those that a rule refuses. */
  private Map<RowWriting, RecordProblem.RowRefused> round(
      Session session, List<RowWriting> left, List<RowConflict> conflicts, Monitor monitor) {
    Map<RowWriting, RecordProblem.RowRefused> refused = new LinkedHashMap<>();
    long done = 0;
    for (RowWriting writing : left) {
      monitor.checkpoint();
      try {
        writing.run().ifPresent(conflicts::add);
      } catch (RuntimeException failed) {
        RecordProblem.RowRefused rule = refusal(session, writing, failed);
        refused.put(writing, rule);
      }
      monitor.report(++done, left.size(), "");
    }
    return refused;
  }

  /** A rule that ends the transaction, by ON CONFLICT ROLLBACK or RAISE, ends the writing too. */
  private RecordProblem.RowRefused refusal(
      Session session, RowWriting writing, RuntimeException failed) {
    RuntimeException known = SqliteErrors.translate(failed, database.name());
    if (!(known instanceof DatabaseProblem.Constraint rule)) {
      throw known;
    }
    RecordProblem.RowRefused refused = writing.refused(rule);
    if (!Database.hasTransaction(session)) {
      throw refused;
    }
    return refused;
  }

  /** Lets rows give up their unique values, to which no foreign key is held any more. */
  private boolean park(Session session, List<RowWriting> left) {
    boolean any = false;
    for (RowWriting writing : left) {
      try {
        any |= writing.park();
      } catch (RuntimeException failed) {
        refusal(session, writing, failed);
      }
    }
    return any;
  }

  private static RecordProblem.RowRefused first(
      List<RowWriting> writings, Map<RowWriting, RecordProblem.RowRefused> refused) {
    return writings.stream()
        .filter(refused::containsKey)
        .map(refused::get)
        .findFirst()
        .orElseThrow();
  }
}

package org.quarry.database.records;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

/** Views, virtual tables and tables without rowids, by OFFSET: right, and linear in the place. */
final class OffsetOrder implements RowOrder {
  private final Database database;
  private final Table table;
  private final @Nullable Sort sort;

  OffsetOrder(Database database, Table table, @Nullable Sort sort) {
    this.database = database;
    this.table = table;
    this.sort = sort;
  }

  @Override
  public Page page(long first, int rows, Monitor monitor) {
    return database.read(
        monitor,
        session ->
            new Page(
                first,
                Rows.of(
                    table, session.mapper(RecordMapper.class).at(table, sort, rows, first), first),
                false));
  }

  @Override
  public void survey(Monitor monitor, Consumer<RowCount> each) {
    long rows = new SchemaReader(database).count(table.name(), monitor);
    each.accept(new RowCount(rows, RowCount.Certainty.EXACT));
  }
}

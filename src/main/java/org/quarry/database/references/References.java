package org.quarry.database.references;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.ForeignKey;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;

/** The foreign keys of a schema, in both directions. */
public final class References {
  private final Schema schema;

  /** Reads them out of {@code schema}. */
  public References(Schema schema) {
    this.schema = schema;
  }

  /** What the columns of a table refer to, in the order in which its foreign keys are written. */
  public List<Reference> from(Table table) {
    return table.foreignKeys().stream().map(this::reference).toList();
  }

  /** What refers to a table, in the order of the tables that do; broken keys left out. */
  public List<Referrer> to(Table table) {
    List<Referrer> referrers = new ArrayList<>();
    for (Table child : schema.tables()) {
      for (Reference each : from(child)) {
        if (each instanceof Reference.Sound sound && sound.parent().equals(table)) {
          referrers.add(new Referrer(child, sound.columns(), sound.referred()));
        }
      }
    }
    return List.copyOf(referrers);
  }

  private Reference reference(ForeignKey key) {
    Optional<Table> parent = schema.table(key.table());
    if (parent.isEmpty()) {
      return broken(key, "There is no table " + key.table() + ".");
    }
    Table table = parent.get();
    if (!key.complete()) {
      int size = table.key().size();
      return broken(
          key,
          size == 0
              ? table.name() + " has no primary key that the column could mean."
              : "The primary key of " + table.name() + " has " + columns(size) + ".");
    }
    List<Column> referred = new ArrayList<>();
    for (String name : key.referred()) {
      Optional<Column> column = table.column(name);
      if (column.isEmpty()) {
        return broken(key, table.name() + " has no column " + name + ".");
      }
      referred.add(column.get());
    }
    return new Reference.Sound(
        key.columns(),
        table,
        referred.stream().map(Column::name).toList(),
        LabelColumns.of(table, referred));
  }

  private static String columns(int number) {
    return number == 1 ? "1 column" : number + " columns";
  }

  private static Reference broken(ForeignKey key, String why) {
    return new Reference.Broken(key.columns(), key.table(), why);
  }
}

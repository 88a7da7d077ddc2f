package org.quarry.database.references;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.database.schema.Table.ForeignKey;

/** The foreign keys of one column in a schema, in both directions. */
public final class References {
  private final Schema schema;

  /** Reads them out of {@code schema}. */
  public References(Schema schema) {
    this.schema = schema;
  }

  /** What the columns of a table refer to; a column with several foreign keys has several. */
  public List<Reference> from(Table table) {
    return table.foreignKeys().stream().map(this::reference).toList();
  }

  /** The columns that refer to a table, in the order of their tables; broken ones left out. */
  public List<Referrer> to(Table table) {
    List<Referrer> referrers = new ArrayList<>();
    for (Table child : schema.tables()) {
      for (Reference each : from(child)) {
        if (each instanceof Reference.Sound sound && sound.parent().equals(table)) {
          referrers.add(new Referrer(child, sound.column(), sound.referred()));
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
    if (key.referred().isEmpty()) {
      List<Column> primary = table.key();
      return switch (primary.size()) {
        case 1 -> sound(key, table, primary.getFirst());
        case 0 -> broken(key, table.name() + " has no primary key that the column could mean.");
        default ->
            broken(
                key, "The primary key of " + table.name() + " has " + primary.size() + " columns.");
      };
    }
    return table
        .column(key.referred())
        .<Reference>map(column -> sound(key, table, column))
        .orElseGet(() -> broken(key, table.name() + " has no column " + key.referred() + "."));
  }

  private static Reference sound(ForeignKey key, Table parent, Column referred) {
    return new Reference.Sound(
        key.column(), parent, referred.name(), LabelColumns.of(parent, referred));
  }

  private static Reference broken(ForeignKey key, String why) {
    return new Reference.Broken(key.column(), key.table(), why);
  }
}

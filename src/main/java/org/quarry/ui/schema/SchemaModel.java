package org.quarry.ui.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Monitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the schema tree shows of one database. For the UI thread. */
public final class SchemaModel {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaModel.class);

  private final Background background;
  private final OpenDatabase open;
  private final Latest counting;
  private final ObservableMap<String, Long> counts = FXCollections.observableHashMap();
  private final StringProperty filter = new SimpleStringProperty("");
  private final Runnable written = this::count;

  /** Makes one and begins to count. */
  public SchemaModel(Background background, OpenDatabase open) {
    this.background = background;
    this.open = open;
    counting = new Latest(background);
    open.onWritten(written);
    count();
  }

  /** The schema. */
  public ReadOnlyObjectProperty<Schema> schema() {
    return open.schema();
  }

  /** Rows by table, as they become known; views are counted too. */
  public ObservableMap<String, Long> counts() {
    return counts;
  }

  /** Part of a name: the tree shows the tables that have it in theirs or in a column's. */
  public StringProperty filter() {
    return filter;
  }

  /** Whether the filter lets a table through. */
  boolean shows(Table table) {
    String part = filter.get().strip().toLowerCase(Locale.ROOT);
    return part.isEmpty()
        || table.name().toLowerCase(Locale.ROOT).contains(part)
        || table.columns().stream()
            .anyMatch(column -> column.name().toLowerCase(Locale.ROOT).contains(part));
  }

  /**
   * One job counts one table after the other, so that it holds one reader and can be cancelled.
   * Views come last, because one may take for ever.
   */
  private void count() {
    List<Table> tables =
        open.schema().get().tables().stream()
            .filter(table -> !table.columns().isEmpty())
            .filter(table -> table.kind() != Table.Kind.SHADOW)
            .sorted(Comparator.comparing(table -> table.kind() == Table.Kind.VIEW))
            .toList();
    SchemaReader reader = new SchemaReader(open.database());
    counting.start(
        "Counting rows",
        monitor -> {
          for (int i = 0; i < tables.size(); i++) {
            String name = tables.get(i).name();
            monitor.report(i, tables.size(), name);
            count(reader, name, monitor);
          }
          return true;
        },
        done -> {},
        problem -> {});
  }

  /** One that cannot be counted shows no number; its rows say why when they are asked for. */
  private void count(SchemaReader reader, String name, Monitor monitor) {
    try {
      long rows = reader.count(name, monitor);
      background.later(() -> counts.put(name, rows));
    } catch (DatabaseProblem refused) {
      LOG.info("{} cannot be counted: {}", name, refused.getMessage());
      background.later(() -> counts.remove(name));
    }
  }

  /** Stops counting. */
  public void close() {
    open.removeOnWritten(written);
    counting.cancel();
  }
}

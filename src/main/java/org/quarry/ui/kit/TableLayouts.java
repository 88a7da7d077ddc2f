package org.quarry.ui.kit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * What is remembered of the tables of files, of the {@value #MOST} that were used last. For the UI
 * thread.
 */
public final class TableLayouts {
  /** How many tables are remembered. */
  public static final int MOST = 500;

  /**
   * A table of a file.
   *
   * @param file the file's absolute path
   * @param table the table's name
   */
  public record Key(String file, String table) {
    /** The key of a table, however the path to its file is written. */
    public static Key of(Path file, String table) {
      return new Key(file.toAbsolutePath().normalize().toString(), table);
    }
  }

  private final Map<Key, TableLayout> layouts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TableLayout> eldest) {
          return size() > MOST;
        }
      };
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /** What is remembered of a table, {@link TableLayout#NONE} for nothing; it counts as a use. */
  public TableLayout get(Key key) {
    return layouts.getOrDefault(key, TableLayout.NONE);
  }

  /** Remembers a table's layout in place of the one before; NONE forgets the table. */
  public void put(Key key, TableLayout layout) {
    TableLayout before = layout.isNone() ? layouts.remove(key) : layouts.put(key, layout);
    if (!layout.equals(before == null ? TableLayout.NONE : before)) {
      changes.set(changes.get() + 1);
    }
  }

  /** All that is remembered, the table used last at the end; a copy. */
  public Map<Key, TableLayout> all() {
    return new LinkedHashMap<>(layouts);
  }

  /** Counts changes, for whoever keeps them. */
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }
}

package org.quarry.database.schema;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the INSTEAD OF triggers of a view make possible.
 *
 * @param insert whether rows can be inserted
 * @param delete whether rows can be deleted
 * @param update whether cells can be changed
 * @param columns the columns that can be changed, in small letters; empty for all of them
 */
public record InsteadOf(boolean insert, boolean delete, boolean update, Set<String> columns) {
  /** Of a view without such triggers, and of tables. */
  public static final InsteadOf NONE = new InsteadOf(false, false, false, Set.of());

  /** Keeps its own copy. */
  public InsteadOf {
    columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
  }

  /** What some triggers make possible together. */
  static InsteadOf of(List<Trigger> triggers) {
    boolean insert = false;
    boolean delete = false;
    boolean update = false;
    boolean every = false;
    Set<String> columns = new LinkedHashSet<>();
    for (Trigger trigger : triggers) {
      TriggerEvent event = TriggerEvent.of(trigger.sql());
      if (!event.insteadOf()) {
        continue;
      }
      switch (event.kind()) {
        case INSERT -> insert = true;
        case DELETE -> delete = true;
        case UPDATE -> {
          update = true;
          every |= event.columns().isEmpty();
          event.columns().forEach(column -> columns.add(column.toLowerCase(Locale.ROOT)));
        }
      }
    }
    return new InsteadOf(insert, delete, update, every ? Set.of() : columns);
  }

  /** Whether anything can be edited. */
  public boolean any() {
    return insert || delete || update;
  }

  /** Whether cells of a column can be changed. */
  public boolean updates(String column) {
    return update && (columns.isEmpty() || columns.contains(column.toLowerCase(Locale.ROOT)));
  }
}

package org.quarry.database.references;

import java.util.List;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** What the values of a foreign key's columns, taken together, refer to. */
public sealed interface Reference {
  /** The columns that refer, in the key's order; never empty. */
  List<String> columns();

  /** The name of the table referred to, as the foreign key spells it where there is none. */
  String to();

  /** Whether a column is one of those that refer. */
  default boolean has(Column column) {
    return place(column) >= 0;
  }

  /** Where a column stands among those that refer, or -1. */
  default int place(Column column) {
    for (int at = 0; at < columns().size(); at++) {
      if (columns().get(at).equalsIgnoreCase(column.name())) {
        return at;
      }
    }
    return -1;
  }

  /**
   * A reference that can be followed.
   *
   * @param columns the columns that refer
   * @param parent the table or view referred to; it may be the columns' own
   * @param referred the columns of {@code parent} whose values are meant, one for each
   * @param labels the columns of {@code parent} that say what a row is; may be empty
   */
  record Sound(List<String> columns, Table parent, List<String> referred, List<String> labels)
      implements Reference {
    /** Keeps its own copies. */
    public Sound {
      columns = List.copyOf(columns);
      referred = List.copyOf(referred);
      labels = List.copyOf(labels);
    }

    @Override
    public String to() {
      return parent.name();
    }
  }

  /**
   * A reference that leads nowhere.
   *
   * @param columns the columns that refer
   * @param to the table that the foreign key names
   * @param why a sentence that says what is wrong
   */
  record Broken(List<String> columns, String to, String why) implements Reference {
    /** Keeps its own copy. */
    public Broken {
      columns = List.copyOf(columns);
    }
  }
}

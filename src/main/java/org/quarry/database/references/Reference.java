package org.quarry.database.references;

import java.util.List;
import org.quarry.database.schema.Table;

/** What the values of one column refer to by a foreign key of that column alone. */
public sealed interface Reference {
  /** The column that refers. */
  String column();

  /** The name of the table referred to, as the foreign key spells it where there is none. */
  String to();

  /**
   * A reference that can be followed.
   *
   * @param column the column that refers
   * @param parent the table or view referred to; it may be the column's own
   * @param referred the column of {@code parent} whose values are meant
   * @param labels the columns of {@code parent} that say what a row is; may be empty
   */
  record Sound(String column, Table parent, String referred, List<String> labels)
      implements Reference {
    /** Keeps its own copy. */
    public Sound {
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
   * @param column the column that refers
   * @param to the table that the foreign key names
   * @param why a sentence that says what is wrong
   */
  record Broken(String column, String to, String why) implements Reference {}
}

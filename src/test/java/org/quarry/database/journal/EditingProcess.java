package org.quarry.database.journal;

import java.nio.file.Path;
import java.util.List;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;

/** Stages one edit after the other until it is killed, and prints the number of each. */
public final class EditingProcess {
  private EditingProcess() {}

  /** Runs with the journals' folder and the database. */
  public static void main(String[] arguments) {
    Journals journals = new Journals(Path.of(arguments[0]), Runnable::run);
    KeptJournal journal =
        journals.open(
            Path.of(arguments[1]),
            problem -> {
              throw problem;
            });
    for (long row = 1; ; row++) {
      journal
          .journal()
          .set("t", List.of(new CellEdit(new RowKey.Rowid(row), "a", true, null, "row " + row)));
      System.out.println(row);
    }
  }
}

package org.quarry.database.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.work.Monitor;

class InsteadOfTest {
  @TempDir Path folder;

  private Table view(String... triggers) throws Exception {
    Path file = folder.resolve("a.db");
    SqliteProgram.run(file, "CREATE TABLE t(a, b, \"on\")", "CREATE VIEW v AS SELECT * FROM t");
    SqliteProgram.run(file, triggers);
    try (Database database = Database.open(file)) {
      return new SchemaReader(database).read(Monitor.NONE).table("v").orElseThrow();
    }
  }

  @Test
  void aViewWithoutTriggersSaysWhyItCannotBeEdited() throws Exception {
    assertThat(view().refusal()).contains("v is a view without INSTEAD OF triggers");
  }

  @Test
  void theEventIsReadWhateverTheStatementLooksLike() throws Exception {
    Table view =
        view(
            "CREATE TRIGGER \"delete on v\" /* insert */ INSTEAD OF -- delete\n"
                + " UPDATE OF A, \"on\" ON v BEGIN DELETE FROM t; END",
            "CREATE TRIGGER IF NOT EXISTS main.[update] INSTEAD OF insert ON v BEGIN SELECT 1; END");
    assertThat(view.insteadOf().insert()).isTrue();
    assertThat(view.insteadOf().delete()).isFalse();
    assertThat(view.insteadOf().columns()).containsExactly("a", "on");
    assertThat(view.refusal()).isEmpty();
    assertThat(view.deleteRefusal()).isEqualTo("No INSTEAD OF trigger of the view v deletes rows.");
    assertThat(view.updateRefusal(view.column("b").orElseThrow()))
        .isEqualTo("No INSTEAD OF trigger of the view v changes b.");
    assertThat(view.updateRefusal(view.column("on").orElseThrow())).isEmpty();
  }

  @Test
  void oneTriggerForAllColumnsCountsMoreThanOthersForSome() throws Exception {
    Table view =
        view(
            "CREATE TRIGGER x INSTEAD OF UPDATE ON v BEGIN SELECT 1; END",
            "CREATE TRIGGER y INSTEAD OF UPDATE OF a ON v BEGIN SELECT 1; END");
    assertThat(view.updateRefusal(view.column("b").orElseThrow())).isEmpty();
  }

  @Test
  void aTriggerOfATableIsNone() throws Exception {
    assertThat(view("CREATE TRIGGER x AFTER UPDATE ON t BEGIN SELECT 1; END").insteadOf())
        .isEqualTo(InsteadOf.NONE);
  }
}

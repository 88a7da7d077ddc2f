package org.quarry.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.rows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.SqliteProgram;
import org.quarry.database.journal.Journals;
import org.quarry.database.records.CellEdit;
import org.quarry.database.records.RowKey;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.Questions.Staged;

class WindowModelTest {
  @TempDir Path folder;
  private final Preferences preferences = new Preferences();
  private final PreparedAnswers answers = new PreparedAnswers();
  private WindowModel model;
  private Path file;

  @BeforeEach
  void make() throws Exception {
    model =
        new WindowModel(
            Background.onCallingThread(),
            preferences,
            folder.resolve("sample.db"),
            answers,
            new Journals(folder.resolve("journals"), Runnable::run),
            action -> () -> {});
    file = SqliteProgram.predictions(folder.resolve("c.db"), 2);
  }

  @AfterEach
  void close() {
    answers.staged = Staged.DISCARD;
    model.closeFile();
  }

  private OpenDatabase current() {
    return Objects.requireNonNull(model.open().get());
  }

  private void stage(String country) {
    current()
        .journal()
        .set(
            "predictions",
            List.of(new CellEdit(new RowKey.Rowid(1), "country", true, "CZE", country)));
  }

  @Test
  void theFirstStartShowsTheSampleAndLaterOnesTheLastFile() {
    model.openFirst();
    assertThat(model.showsSample()).isTrue();
    model.open(file);
    model.closeFile();
    model.openFirst();
    assertThat(current().database().file()).isEqualTo(file);
  }

  @Test
  void aLastFileThatIsGoneLeavesTheChoiceToThePerson() {
    preferences.opened(folder.resolve("gone.db"));
    model.openFirst();
    assertThat(model.open().get()).isNull();
    assertThat(model.notice().get()).isNull();
  }

  @Test
  void atMostTenRecentFilesAreKept() throws Exception {
    for (int i = 0; i < 12; i++) {
      model.open(SqliteProgram.run(folder.resolve(i + ".db"), "CREATE TABLE t(x)"));
    }
    assertThat(preferences.recentFiles()).hasSize(10);
    assertThat(preferences.recentFiles().getFirst()).isEqualTo(folder.resolve("11.db"));
  }

  @Test
  void theTitleTellsOfStagedEdits() {
    assertThat(model.title()).isEqualTo("Quarry");
    model.open(file);
    assertThat(model.title()).isEqualTo("c.db — Quarry");
    stage("SVK");
    assertThat(model.title()).isEqualTo("c.db* — Quarry");
    model.revert();
    assertThat(model.title()).isEqualTo("c.db — Quarry");
    model.undo();
    model.write();
    assertThat(model.message().get()).startsWith("Wrote 1 change in ");
    assertThat(model.title()).isEqualTo("c.db — Quarry");
  }

  @Test
  void aNoticeTriesTheSameAgain() throws Exception {
    Path later = folder.resolve("later.db");
    model.open(later);
    WindowModel.Notice notice = Objects.requireNonNull(model.notice().get());
    assertThat(notice.problem()).isInstanceOf(DatabaseProblem.Missing.class);
    Files.copy(file, later);
    notice.again().run();
    assertThat(model.notice().get()).isNull();
    assertThat(current().database().file()).isEqualTo(later);
  }

  @Test
  void resettingTheSampleFromAnotherFileAsksForItsEdits() throws Exception {
    model.open(file);
    stage("SVK");
    answers.confirmed = true;
    answers.staged = Staged.CANCEL;
    model.resetSample();
    assertThat(current().database().file()).isEqualTo(file);
    assertThat(current().staged().get()).isEqualTo(1);
    answers.staged = Staged.WRITE;
    model.resetSample();
    assertThat(model.showsSample()).isTrue();
    assertThat(rows(file, "SELECT country FROM predictions LIMIT 1")).containsExactly("SVK");
  }
}

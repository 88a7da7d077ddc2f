package org.quarry.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quarry.database.SqliteProgram.connect;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.filter.RowFilter;
import org.quarry.database.records.TableRows;
import org.quarry.database.schema.SchemaReader;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.FilePicker;
import org.quarry.work.Monitor;

class InspectorModelTest {
  private static final int TEXT = 1;
  private static final int BLOB = 2;

  @TempDir Path folder;
  private Path file;
  private Database database;
  private TableRows rows;
  private final InspectorModel model =
      new InspectorModel(Background.onCallingThread(), Duration.ZERO, ZoneOffset.UTC);
  private final Chosen chosen = new Chosen();
  private final InspectorFiles files = new InspectorFiles(model, chosen);

  /** The file that a person would choose. */
  private static final class Chosen implements FilePicker {
    Optional<Path> file = Optional.empty();
    String name = "";

    @Override
    public Optional<Path> open(String title, Kind kind) {
      return file;
    }

    @Override
    public Optional<Path> save(String title, String suggested, Kind kind) {
      name = suggested;
      return file;
    }
  }

  @BeforeEach
  void open() throws Exception {
    file =
        SqliteProgram.run(
            folder.resolve("t.db"),
            "CREATE TABLE t(id INTEGER PRIMARY KEY, note TEXT, body BLOB, at TIMESTAMP)",
            "INSERT INTO t VALUES (1, 'Wien', x'89504e470d0a1a0a00', 1609459200),"
                + " (2, printf('%.*c', 5000, 'n'), zeroblob(5000), NULL),"
                + " (3, printf('%.*c', 300000, 'č'), NULL, 0),"
                + " (4, '', x'', 1), (5, '{\"a\": [1, 2]}', NULL, '2021-01-01')");
    try (Connection connection = connect(file);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO t(id, body) VALUES (6, ?)")) {
      insert.setBytes(1, BytesTest.image("png", 400, 300));
      insert.execute();
    }
    database = Database.open(file);
    rows =
        new TableRows(
            database,
            new SchemaReader(database).read(Monitor.NONE).table("t").orElseThrow(),
            List.of(),
            RowFilter.NONE);
    model.setActive(true);
  }

  @AfterEach
  void close() {
    model.close();
    rows.close();
    database.close();
  }

  private FileCell show(long id, int column) {
    FileCell cell = new FileCell(rows, id - 1, column);
    model.show(cell);
    return cell;
  }

  private InspectedValue value() {
    InspectedValue value = model.value().get();
    assertThat(value).isNotNull();
    return value;
  }

  private String headline() {
    return Headline.of(Objects.requireNonNull(model.cell().get()), model.value().get());
  }

  @Test
  void aShortValueIsShownWithoutReading() {
    FileCell cell = show(1, TEXT);
    assertThat(model.reading().get()).isEqualTo(new Reading.Words("Wien", 0));
    assertThat(headline()).isEqualTo("note · TEXT · text, 4 characters");
    assertThat(cell.reads).isZero();
  }

  @Test
  void aClippedTextUpTo64KbIsReadByItself() {
    show(2, TEXT);
    assertThat(model.reading().get()).isEqualTo(new Reading.Words("n".repeat(5000), 0));
    assertThat(value().whole()).isTrue();
    show(2, BLOB);
    assertThat(value().value()).isEqualTo(new byte[5000]);
    assertThat(model.mode().get()).isEqualTo(Mode.HEX);
    assertThat(headline()).isEqualTo("body · BLOB · BLOB, 5\u202f000 bytes (4.9 KB)");
  }

  @Test
  void aLargeValueIsLoadedOnlyWhenAsked() {
    show(3, TEXT);
    assertThat(value().whole()).isFalse();
    assertThat(value().value()).isEqualTo("č".repeat(InspectorModel.AT_ONCE));
    assertThat(headline())
        .isEqualTo("note · TEXT · text, 300\u202f000 characters, 600\u202f000 bytes");
    model.loadAll();
    assertThat(value().value()).isEqualTo("č".repeat(300_000));
    assertThat(value().whole()).isTrue();
    assertThat(model.loading().get()).isFalse();
    show(3, TEXT);
    assertThat(value().whole()).as("read again, as it was asked for").isTrue();
  }

  @Test
  void nothingIsReadWhileNobodySeesIt() {
    model.setActive(false);
    FileCell cell = show(2, TEXT);
    assertThat(cell.reads).isZero();
    assertThat(model.reading().get()).isNull();
    model.setActive(true);
    assertThat(cell.reads).isEqualTo(1);
    assertThat(value().whole()).isTrue();
  }

  @Test
  void nullAndNothingAreSaid() {
    show(3, BLOB);
    assertThat(model.reading().get()).isEqualTo(new Reading.Null());
    assertThat(headline()).isEqualTo("body · BLOB · NULL");
    show(4, TEXT);
    assertThat(model.reading().get()).isEqualTo(new Reading.Note("The empty text.", ""));
    show(4, BLOB);
    assertThat(model.reading().get()).isEqualTo(new Reading.Note("The empty BLOB.", ""));
    model.show(null);
    assertThat(model.reading().get()).isNull();
  }

  @Test
  void theModeFollowsTheValueUntilItIsChosen() {
    show(5, TEXT);
    assertThat(model.mode().get()).isEqualTo(Mode.JSON);
    assertThat(model.reading().get()).isInstanceOf(Reading.Outline.class);
    show(6, BLOB);
    assertThat(model.mode().get()).isEqualTo(Mode.IMAGE);
    assertThat(model.reading().get())
        .isInstanceOfSatisfying(
            Reading.Shown.class,
            shown -> assertThat(shown.picture().words()).isEqualTo("PNG · 400 × 300"));
    show(1, 3);
    assertThat(model.mode().get()).isEqualTo(Mode.DATE);
    show(5, 3);
    assertThat(model.mode().get()).isEqualTo(Mode.DATE);
    show(5, TEXT);
    model.choose(Mode.HEX);
    show(1, TEXT);
    assertThat(model.mode().get()).isEqualTo(Mode.HEX);
    assertThat(model.reading().get())
        .isInstanceOfSatisfying(
            Reading.Bytes.class,
            bytes -> assertThat(bytes.bytes()).isEqualTo("Wien".getBytes(StandardCharsets.UTF_8)));
    model.choose(Mode.IMAGE);
    assertThat(model.reading().get())
        .isInstanceOfSatisfying(
            Reading.Note.class,
            note -> assertThat(note.what()).isEqualTo("This is a text, not a picture."));
    show(1, BLOB);
    assertThat(model.mode().get()).as("another column").isEqualTo(Mode.IMAGE);
    assertThat(model.reading().get())
        .isInstanceOfSatisfying(
            Reading.Note.class, note -> assertThat(note.what()).contains("cannot be shown"));
    model.choose(Mode.JSON);
    assertThat(model.reading().get())
        .isInstanceOfSatisfying(
            Reading.Note.class, note -> assertThat(note.why()).contains("JSONB"));
  }

  @Test
  void aRowThatIsGoneIsAProblemAndLeavesWithTheCell() throws Exception {
    FileCell cell = new FileCell(rows, 1, TEXT);
    SqliteProgram.run(file, "DELETE FROM t WHERE id = 2");
    model.show(cell);
    assertThat(model.problem().get()).isNotNull();
    assertThat(model.problem().get()).hasMessageStartingWith("t, row 2 is gone.");
    show(1, TEXT);
    assertThat(model.problem().get()).isNull();
  }

  @Test
  void textIsEditedAndStaged() {
    FileCell cell = show(2, TEXT);
    model.editing().begin();
    assertThat(model.editing().on().get()).isTrue();
    assertThat(model.editing().begun()).isEqualTo("n".repeat(5000));
    model.editing().setTyped(() -> "shorter");
    model.editing().apply();
    assertThat(cell.staged).containsExactly(Optional.of("shorter"));
    assertThat(model.editing().on().get()).isFalse();
  }

  @Test
  void whatIsTypedIsStagedWhenTheCellIsLeftAndLostWhenItIsDiscarded() {
    FileCell left = show(1, TEXT);
    model.editing().begin();
    model.editing().setTyped(() -> "Graz");
    FileCell other = show(4, TEXT);
    assertThat(left.staged).containsExactly(Optional.of("Graz"));
    model.editing().begin();
    model.editing().setTyped(() -> "Linz");
    model.editing().discard();
    model.settle();
    assertThat(other.staged).isEmpty();
    model.editing().begin();
    model.settle();
    assertThat(other.staged).as("nothing was typed").isEmpty();
  }

  @Test
  void numbersStayNumbersAndNullBecomesTheEmptyTextOnlyWhenApplied() {
    FileCell number = show(1, 3);
    model.editing().begin();
    assertThat(model.mode().get()).isEqualTo(Mode.TEXT);
    model.editing().setTyped(() -> "7");
    model.editing().apply();
    assertThat(number.staged).containsExactly(Optional.of(7L));
    FileCell none = show(6, TEXT);
    model.editing().begin();
    model.settle();
    assertThat(none.staged).isEmpty();
    model.editing().begin();
    model.editing().apply();
    assertThat(none.staged).containsExactly(Optional.of(""));
  }

  @Test
  void allIsLoadedBeforeItIsEdited() {
    show(3, TEXT);
    model.editing().begin();
    assertThat(model.editing().begun()).isEqualTo("č".repeat(300_000));
  }

  @Test
  void whatCannotBeEditedSaysWhy() {
    show(2, BLOB);
    model.editing().begin();
    assertThat(model.editing().on().get()).isFalse();
    assertThat(model.problem().get()).hasMessageContaining("It is a BLOB, not text.");
    FileCell cell = show(1, TEXT);
    cell.refusal = "It is a view.";
    model.editing().begin();
    assertThat(model.problem().get()).hasMessageContaining("It is a view.");
    files.read(InspectorFiles.As.BLOB);
    assertThat(cell.staged).isEmpty();
  }

  @Test
  void aValueIsSavedWholeAsItsBytes() throws Exception {
    Path to = folder.resolve("a.txt");
    chosen.file = Optional.of(to);
    Files.writeString(to, "before");
    show(3, TEXT);
    files.save();
    assertThat(chosen.name).isEqualTo("t-note-7.txt");
    assertThat(Files.readString(to)).isEqualTo("č".repeat(300_000));
    assertThat(value().whole()).as("saving does not load").isFalse();
    show(6, BLOB);
    files.save();
    assertThat(chosen.name).isEqualTo("t-body-7.png");
    assertThat(to).hasBinaryContent(BytesTest.image("png", 400, 300));
    assertThat(files.said().get()).startsWith("Saved ").endsWith(" to a.txt.");
    show(3, BLOB);
    files.save();
    assertThat(model.problem().get()).hasMessageStartingWith("NULL has nothing to save.");
    assertThat(folder.toFile().list()).doesNotContain(".part").hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aFailedSaveSaysWhyAndLeavesNothing() throws Exception {
    chosen.file = Optional.of(folder.resolve("missing").resolve("a.txt"));
    show(1, TEXT);
    files.save();
    assertThat(model.problem().get()).isInstanceOf(InspectorProblem.FileFailed.class);
    Path full = Files.createDirectory(folder.resolve("a folder"));
    Files.createFile(full.resolve("inside"));
    chosen.file = Optional.of(full);
    files.save();
    assertThat(model.problem().get()).hasMessageStartingWith("a folder could not be written.");
    assertThat(folder.toFile().list((in, name) -> name.endsWith(".part"))).isEmpty();
  }

  @Test
  void aFileIsStagedAsBytesOrText() throws Exception {
    Path from = Files.writeString(folder.resolve("in.txt"), "Žlutý\r\n");
    chosen.file = Optional.of(from);
    FileCell cell = show(1, TEXT);
    files.read(InspectorFiles.As.TEXT);
    files.read(InspectorFiles.As.FITTING);
    assertThat(cell.staged).containsExactly(Optional.of("Žlutý\r\n"), Optional.of("Žlutý\r\n"));
    FileCell bytes = show(1, BLOB);
    files.read(InspectorFiles.As.FITTING);
    assertThat((byte[]) bytes.staged.getLast().orElseThrow()).isEqualTo(Files.readAllBytes(from));
    Files.write(from, new byte[] {(byte) 0xff, 1});
    files.read(InspectorFiles.As.TEXT);
    assertThat(model.problem().get()).hasMessageStartingWith("in.txt is not UTF-8 text.");
    assertThat(bytes.staged).hasSize(1);
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws Exception {
    Path from = folder.resolve("large.bin");
    try (var sparse = new RandomAccessFile(from.toFile(), "rw")) {
      sparse.setLength(ValueFile.MOST + 1);
    }
    chosen.file = Optional.of(from);
    FileCell cell = show(1, BLOB);
    files.read(InspectorFiles.As.BLOB);
    assertThat(model.problem().get())
        .hasMessageStartingWith("large.bin has 100.0 MB.")
        .hasMessageContaining("readfile()");
    assertThat(cell.staged).isEmpty();
  }
}

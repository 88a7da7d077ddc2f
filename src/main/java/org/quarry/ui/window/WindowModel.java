package org.quarry.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.journal.Journals;
import org.quarry.database.journal.KeptJournal;
import org.quarry.database.records.RowConflict;
import org.quarry.database.records.StagedCheck;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.learning.model.ModelFunctions;
import org.quarry.sample.Sample;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OutsideWatch;
import org.quarry.ui.kit.Preferences;
import org.quarry.ui.kit.Questions;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;
import org.quarry.work.Pulse;
import org.quarry.work.Work;

/**
 * The open file of a window, how it is opened and left, and its staged edits. For the UI thread.
 */
public final class WindowModel {
  /**
   * What went wrong with the file.
   *
   * @param problem the reason
   * @param verb what can be done about it: "Try again"
   * @param again does that
   */
  public record Notice(Problem problem, String verb, Runnable again) {
    /** One after which the same can be tried once more. */
    Notice(Problem problem, Runnable again) {
      this(problem, "Try again", again);
    }
  }

  private record Opened(Database database, Schema schema, KeptJournal kept) {}

  private final Background background;
  private final Preferences preferences;
  private final Path sample;
  private final Questions questions;
  private final Journals journals;
  private final Pulse pulse;
  private final Latest opening;
  private @Nullable OutsideWatch watch;
  private final ReadOnlyObjectWrapper<@Nullable OpenDatabase> open = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ChangeWriting changeWriting;
  private final ReadOnlyObjectWrapper<@Nullable Problem> unkept = new ReadOnlyObjectWrapper<>();

  /**
   * Makes a window's model without a file.
   *
   * @param sample where the sample database is kept
   * @param journals where staged edits are kept
   * @param pulse looks after the open file
   */
  public WindowModel(
      Background background,
      Preferences preferences,
      Path sample,
      Questions questions,
      Journals journals,
      Pulse pulse) {
    this.background = background;
    this.pulse = pulse;
    this.journals = journals;
    this.preferences = preferences;
    this.sample = sample;
    this.questions = questions;
    opening = new Latest(background);
    changeWriting = new ChangeWriting(background, notice::set, message::set);
  }

  /** The open file; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable OpenDatabase> open() {
    return open.getReadOnlyProperty();
  }

  /** What went wrong with the file last; null once it is dismissed or overtaken. */
  public ReadOnlyObjectProperty<@Nullable Notice> notice() {
    return notice.getReadOnlyProperty();
  }

  /** What was done last, in a few words. */
  public ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /** Whether changes are being written just now. */
  public ReadOnlyBooleanProperty writing() {
    return changeWriting.writing();
  }

  /** The rows that stood in the way of the last writing, to be decided. */
  public ReadOnlyObjectProperty<List<RowConflict>> conflicts() {
    return changeWriting.conflicts();
  }

  /** Why staged edits are not, or were not, kept on disk; null while they are. */
  public ReadOnlyObjectProperty<@Nullable Problem> unkept() {
    return unkept.getReadOnlyProperty();
  }

  /** What the program remembers. */
  public Preferences preferences() {
    return preferences;
  }

  /** Opens what a start without a file shows: the file of last time, or the sample. */
  public void openFirst() {
    List<Path> recent = preferences.recentFiles();
    if (recent.isEmpty()) {
      openSample();
    } else if (Files.exists(recent.getFirst())) {
      open(recent.getFirst());
    }
  }

  /** Opens a file in place of the one that is open, once its staged edits are dealt with. */
  public void open(Path file) {
    leave(() -> load(file, monitor -> Database.open(file, ModelFunctions.all()), () -> open(file)));
  }

  /** Creates a new database and opens it. */
  public void create(Path file) {
    leave(
        () ->
            load(file, monitor -> Database.create(file, ModelFunctions.all()), () -> create(file)));
  }

  /** Opens the sample, which is built when there is none. */
  public void openSample() {
    leave(() -> load(sample, this::sample, this::openSample));
  }

  private Database sample(Monitor monitor) {
    if (!Files.exists(sample)) {
      Sample.create(sample, monitor);
    }
    return Database.open(sample, ModelFunctions.all());
  }

  /** Whether the open file is the sample. */
  public boolean showsSample() {
    OpenDatabase current = open.get();
    return current != null && current.database().file().equals(sample);
  }

  /** Builds the sample anew, when the person confirms that what was changed in it is lost. */
  public void resetSample() {
    if (!questions.confirm(
        "Build the sample database anew?",
        "Everything that was changed or added in it is lost.",
        "Reset the sample")) {
      return;
    }
    OpenDatabase current = showsSample() ? open.get() : null;
    if (current != null) {
      current.journal().revert();
      current.kept().close();
      watchNoLonger();
      open.set(null);
    }
    leave(
        () ->
            load(
                sample,
                monitor -> {
                  if (current != null) {
                    current.database().close();
                  }
                  Sample.reset(sample, monitor);
                  return Database.open(sample, ModelFunctions.all());
                },
                this::resetSample));
  }

  private void load(Path file, Work<Database> opener, Runnable again) {
    notice.set(null);
    unkept.set(null);
    opening.start(
        "Opening " + file.getFileName(),
        monitor -> {
          Database database = opener.run(monitor);
          try {
            Schema schema = new SchemaReader(database).read(monitor);
            return new Opened(
                database,
                schema,
                journals.open(
                    database.file(),
                    rows -> new StagedCheck(database, schema).outcome(rows, monitor),
                    problem -> background.later(() -> unkept.set(problem))));
          } catch (RuntimeException failed) {
            database.close();
            throw failed;
          }
        },
        this::show,
        problem -> notice.set(new Notice(problem, again)));
  }

  private void show(Opened opened) {
    close();
    if (!opened.database().file().equals(sample)) {
      preferences.opened(opened.database().file());
    }
    message.set("");
    opened.kept().setAside().forEach(unkept::set);
    OpenDatabase current =
        new OpenDatabase(background, opened.database(), opened.schema(), opened.kept());
    changeWriting.watch(current);
    current.staged().subscribe(this::staged);
    open.set(current);
    watch =
        new OutsideWatch(
            background,
            current,
            pulse,
            lost ->
                notice.set(new Notice(lost, "Open again", () -> open(current.database().file()))));
  }

  /** What was said of the last step is no longer so after another edit. */
  private void staged(Number was, Number is) {
    if (is.intValue() > was.intValue()) {
      message.set("");
    }
  }

  /** Says what went wrong in a tab when it concerns the whole file. */
  void tell(Problem problem, Runnable again) {
    notice.set(new Notice(problem, again));
  }

  /** Takes the problem away. */
  public void dismiss() {
    notice.set(null);
  }

  /** Closes the file, once its staged edits are dealt with. */
  public void closeFile() {
    leave(this::close);
  }

  /** Closes the file without a question; what is staged is left unwritten. */
  public void close() {
    OpenDatabase current = open.get();
    watchNoLonger();
    if (current != null) {
      open.set(null);
      current.close();
    }
  }

  private void watchNoLonger() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  /**
   * Asks what becomes of staged edits, if there are any, and goes on unless the person stays.
   *
   * @param then done at once, or after the edits are written, or never
   */
  public void leave(Runnable then) {
    OpenDatabase current = open.get();
    if (current != null && current.transactionOpen().get()) {
      notice.set(new Notice(new DatabaseProblem.TransactionOpen(), () -> leave(then)));
      return;
    }
    if (current == null) {
      then.run();
    } else {
      current.staging().whenIdle(() -> leave(current, then));
    }
  }

  private void leave(OpenDatabase current, Runnable then) {
    int edits = current.journal().size();
    if (edits == 0) {
      then.run();
      return;
    }
    switch (questions.closeWith(edits, current.database().name())) {
      case WRITE -> write(then);
      case DISCARD -> {
        current.journal().revert();
        then.run();
      }
      case CANCEL -> {}
    }
  }

  /** Writes what is staged. */
  public void write() {
    write(() -> {});
  }

  private void write(Runnable then) {
    OpenDatabase current = open.get();
    if (current != null) {
      current.staging().whenIdle(() -> changeWriting.write(current, false, then));
    }
  }

  /** Drops what is staged; undo brings it back. */
  public void revert() {
    with(
        current ->
            current
                .staging()
                .revert(
                    () -> said(current, "Reverted. Undo brings the changes back"), this::refused));
  }

  /** Takes the last step of editing back. */
  public void undo() {
    with(current -> current.staging().undo(() -> said(current, ""), this::refused));
  }

  /** Takes the step that was undone last again. */
  public void redo() {
    with(current -> current.staging().redo(() -> said(current, ""), this::refused));
  }

  private void with(Consumer<OpenDatabase> action) {
    OpenDatabase current = open.get();
    if (current != null && !writing().get()) {
      action.accept(current);
    }
  }

  private void said(OpenDatabase current, String sentence) {
    message.set(sentence);
    if (current.journal().size() == 0) {
      dismiss();
    }
  }

  private void refused(Problem problem) {
    notice.set(new Notice(problem, this::dismiss));
  }

  /** The window's title. */
  public String title() {
    OpenDatabase current = open.get();
    if (current == null) {
      return "Quarry";
    }
    return current.database().name() + (current.staged().get() > 0 ? "*" : "") + " — Quarry";
  }

  Background background() {
    return background;
  }
}

package org.quarry.ui.model.report;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.TrainingSample;
import org.quarry.learning.training.DataCheck;
import org.quarry.learning.training.Validation;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;
import org.quarry.work.Problem;

/**
 * What is suspicious about the rows for training; of very many, about a stratified sample of them.
 * For the UI thread.
 */
public final class FindingsModel {
  /**
   * What is to be looked at.
   *
   * @param most how many rows would be trained on and held out at most
   */
  public record Question(
      DataSource source, long most, Roles roles, Split split, Validation validation) {}

  private static final long MOST_ROWS = 200_000;

  private final Database database;
  private final Latest looking;
  private final ObservableList<DataCheck.Finding> findings = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ShownRows shown;
  private @Nullable DataSource source;

  /** Makes one for a file; nothing is looked at yet. */
  public FindingsModel(Background background, Database database) {
    this.database = database;
    looking = new Latest(background);
    shown = new ShownRows(() -> Optional.ofNullable(source));
  }

  /** Looks at rows; what was found before is forgotten. */
  public void look(Question question) {
    findings.clear();
    source = question.source();
    state.set("Looking at the rows…");
    looking.start(
        "Checking " + question.source().name(),
        monitor -> look(question, monitor),
        looked -> {
          findings.setAll(looked.findings());
          state.set(looked.text());
        },
        this::fail);
  }

  /**
   * What was found.
   *
   * @param rows how many rows were looked at
   * @param drawn whether they are a sample of those that would be trained on
   */
  private record Looked(List<DataCheck.Finding> findings, long rows, boolean drawn) {
    String text() {
      String found = findings.isEmpty() ? "Nothing suspicious was found" : "";
      if (!drawn) {
        return found.isEmpty() ? "" : found + ".";
      }
      String sample = "a stratified sample of " + Texts.count(rows, "row") + ".";
      return found.isEmpty() ? "Looked at " + sample : found + " in " + sample;
    }
  }

  private Looked look(Question question, Monitor monitor) {
    Rows rows =
        TrainingSample.read(
            database,
            question.source(),
            question.roles(),
            question.most(),
            question.split(),
            MOST_ROWS,
            monitor);
    // What is held out is not among them any more, and they are in the order of the training.
    List<DataCheck.Finding> found =
        DataCheck.of(rows, question.roles(), Split.NONE, question.validation(), monitor);
    return new Looked(found, rows.rows().size(), rows.rows().size() >= MOST_ROWS);
  }

  private void fail(Problem problem) {
    state.set("The rows could not be checked: " + problem.getMessage());
  }

  /** Forgets what was found and stops looking. */
  public void forget() {
    looking.cancel();
    findings.clear();
    state.set("");
  }

  /** What was found. */
  public ObservableList<DataCheck.Finding> findings() {
    return findings;
  }

  /** What goes on, or that nothing was found, a sentence; or empty. */
  public ReadOnlyStringProperty state() {
    return state.getReadOnlyProperty();
  }

  /** Who shows rows. */
  public ShownRows shown() {
    return shown;
  }

  /** Shows the rows of a finding. */
  public void show(DataCheck.Finding finding) {
    String left = shown.show(finding.identities());
    state.set(left);
  }
}

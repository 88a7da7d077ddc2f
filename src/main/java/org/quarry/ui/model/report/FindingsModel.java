package org.quarry.ui.model.report;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.StratifiedSample;
import org.quarry.learning.training.DataCheck;
import org.quarry.learning.training.Validation;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Problem;

/**
 * What is suspicious about the rows for training; of very many, about a stratified sample of them.
 * For the UI thread.
 */
public final class FindingsModel {
  /** What is to be looked at. */
  public record Question(DataSource source, Roles roles, Split split, Validation validation) {}

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
        monitor ->
            DataCheck.of(
                StratifiedSample.read(
                    database,
                    question.source(),
                    question.roles(),
                    MOST_ROWS,
                    question.split().seed(),
                    monitor),
                question.roles(),
                question.split(),
                question.validation(),
                monitor),
        found -> {
          findings.setAll(found);
          state.set(found.isEmpty() ? "Nothing suspicious was found." : "");
        },
        this::fail);
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

package org.quarry.ui.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.query.Frequencies;
import org.quarry.database.query.QueryResult;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.SqlScript;
import org.quarry.database.query.SqlStatement;
import org.quarry.ui.chart.ChartModel;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.ClipboardText;
import org.quarry.ui.kit.Command;
import org.quarry.work.Job;
import org.quarry.work.Problem;
import org.quarry.work.Work;

/**
 * A script over a database: its text and caret, the values of its parameters, running it, and what
 * came of it. For the UI thread.
 */
public final class QueryModel {
  /** The most results that one run keeps. */
  public static final int MOST_SHEETS = 20;

  private final Background background;
  private final QueryRunner runner;
  private final Runnable written;
  private final StringProperty text = new SimpleStringProperty("");
  private final IntegerProperty caret = new SimpleIntegerProperty();
  private final IntegerProperty anchor = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<SqlScript> script =
      new ReadOnlyObjectWrapper<>(SqlScript.of(""));
  private final ReadOnlyObjectWrapper<@Nullable SqlStatement> current =
      new ReadOnlyObjectWrapper<>();
  private final ParameterFields parameters = new ParameterFields();
  private final ObservableList<QuerySheet> sheets = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable QuerySheet> sheet = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper transactionOpen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final FrequenciesModel frequencies;
  private final HintModel hints;
  private final List<Command> commands;
  private FrequenciesModel.@Nullable Asked asked;
  private Consumer<String> learner = sql -> {};
  private @Nullable Job<?> job;
  private boolean chartNext;

  /**
   * Makes an empty script.
   *
   * @param background where statements run
   * @param database what they run on
   * @param written told after statements that may have changed the file or its schema
   */
  public QueryModel(Background background, Database database, Runnable written) {
    this.background = background;
    this.runner = new QueryRunner(database);
    this.written = written;
    frequencies = new FrequenciesModel(background, runner, this::ask, problem::set);
    hints = new HintModel(background, database, problem::set);
    text.subscribe(now -> textChanged());
    caret.subscribe(now -> caretMoved());
    var idle = busy.not();
    var hasSql = Bindings.isNotNull(current);
    BooleanBinding learnable =
        Bindings.createBooleanBinding(
            () -> {
              QuerySheet now = sheet.get();
              return now != null && now.isQuery();
            },
            sheet);
    commands =
        List.of(
            new Command("run-statement", "Run statement", "Shortcut+Enter", this::runStatement)
                .when(idle.and(hasSql)),
            new Command("run-all", "Run all", "F5", this::runAll).when(idle.and(hasSql)),
            new Command("stop-query", "Stop", "Shortcut+Period", this::stop).when(busy),
            new Command("frequencies", "Frequencies…", "", frequencies::begin).when(idle),
            new Command("commit", "Commit", "", () -> end("COMMIT"))
                .when(idle.and(transactionOpen)),
            new Command("roll-back", "Roll back", "", () -> end("ROLLBACK"))
                .when(idle.and(transactionOpen)),
            // What is not committed yet is seen by this screen alone.
            new Command("learn-from-result", "Learn from this result", "", this::learn)
                .when(idle.and(transactionOpen.not()).and(learnable)));
  }

  /** Every verb of this screen, for menus and the palette. */
  public List<Command> commands() {
    return commands;
  }

  /** The verb with this id. */
  public Command command(String id) {
    return commands.stream().filter(command -> command.id().equals(id)).findFirst().orElseThrow();
  }

  /** The script. */
  public StringProperty text() {
    return text;
  }

  /** Names who learns from the rows of a query. */
  public void onLearn(Consumer<String> takes) {
    learner = takes;
  }

  private void learn() {
    QuerySheet now = sheet.get();
    if (now != null) {
      learner.accept(now.sql());
    }
  }

  /** Where the caret is, a character offset; set after the text. */
  public IntegerProperty caret() {
    return caret;
  }

  /** The other end of the selection; equal to the caret when nothing is selected. */
  public IntegerProperty anchor() {
    return anchor;
  }

  /** The statement under the caret; null in an empty script. */
  public ReadOnlyObjectProperty<@Nullable SqlStatement> current() {
    return current.getReadOnlyProperty();
  }

  /** The script's parameters, each once; unmodifiable and observable. */
  public ObservableList<ParameterField> parameters() {
    return parameters.view();
  }

  /** The results of the last run that have rows; unmodifiable and observable. */
  public ObservableList<QuerySheet> sheets() {
    return FXCollections.unmodifiableObservableList(sheets);
  }

  /** The result shown; null while there is none. */
  public ObjectProperty<@Nullable QuerySheet> sheet() {
    return sheet;
  }

  /** Shows the result that is shown now, or the next one, as a chart. */
  public void chartFirst() {
    QuerySheet now = sheet.get();
    if (now != null) {
      now.charted().set(true);
    } else {
      chartNext = true;
    }
  }

  /** Whether something runs. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether a transaction that the script began is still open. */
  public ReadOnlyBooleanProperty transactionOpen() {
    return transactionOpen.getReadOnlyProperty();
  }

  /** Why the last run failed; null when it did not. A QueryProblem knows its place. */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** What the last run did, in a few words. */
  public ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /** The choices of the ready-made count. */
  public FrequenciesModel frequencies() {
    return frequencies;
  }

  /** How a call of a model at the caret goes on. */
  HintModel hints() {
    return hints;
  }

  private void textChanged() {
    script.set(SqlScript.of(text.get()));
    parameters.follow(script.get());
    caretMoved();
  }

  private void caretMoved() {
    int at = Math.min(caret.get(), text.get().length());
    Optional<SqlStatement> found = script.get().statementAt(at);
    current.set(found.orElse(null));
  }

  private void runStatement() {
    int length = text.get().length();
    int from = Math.min(Math.min(caret.get(), anchor.get()), length);
    int to = Math.min(Math.max(caret.get(), anchor.get()), length);
    List<SqlStatement> selected = SqlScript.of(text.get(), from, to).statements();
    SqlStatement here = current.get();
    if (!selected.isEmpty()) {
      run(selected);
    } else if (here != null) {
      run(List.of(here));
    }
  }

  /** Runs the statement under the caret again when it has this parameter. */
  public void changed(ParameterField parameter) {
    SqlStatement here = current.get();
    boolean uses =
        here != null
            && here.parameters().stream().anyMatch(one -> one.name().equals(parameter.name()));
    if (uses) {
      run(List.of(here));
    }
  }

  private void runAll() {
    run(script.get().statements());
  }

  private void stop() {
    if (job != null) {
      job.cancel();
    }
  }

  private static SqlStatement verb(String sql) {
    return SqlScript.of(sql).statements().getFirst();
  }

  private void end(String verb) {
    run(List.of(verb(verb)));
  }

  /** Writes the query at the end of the script, or over the one written before, and runs it. */
  private void ask(FrequenciesModel.Asked question) {
    String sql = question.query().sql();
    FrequenciesModel.Asked before = asked;
    String now = text.get();
    int at = before == null ? -1 : now.indexOf(before.query().sql());
    String head = at >= 0 ? now.substring(0, at) : now.isBlank() ? "" : now.stripTrailing();
    String tail =
        at >= 0 && before != null ? now.substring(at + before.query().sql().length()) : ";\n";
    if (at < 0 && !head.isEmpty()) {
      head += (head.endsWith(";") ? "" : ";") + "\n\n";
    }
    asked = question;
    text.set(head + sql + tail);
    caret.set(head.length());
    anchor.set(head.length());
    parameters.fill(
        question
            .query()
            .values(
                Objects.requireNonNullElse(question.from(), ""),
                Objects.requireNonNullElse(question.to(), "")));
    runStatement();
  }

  private void run(List<SqlStatement> statements) {
    if (busy.get()) {
      return;
    }
    sheets.clear();
    sheet.set(null);
    problem.set(null);
    message.set("");
    busy.set(true);
    ScriptRun run = new ScriptRun(runner, statements, parameters.values());
    Job<?> running =
        background.start(
            statements.size() == 1 ? "Running a statement" : "Running the script",
            monitor -> run.go(result -> background.later(() -> show(run, result)), monitor),
            done -> ended(run, run.words(done)),
            failure -> {
              problem.set(inScript(run) ? failure : withoutPlace(failure));
              ended(run, "");
            },
            () -> ended(run, "Stopped after " + Words.time(run.nanos())));
    job = busy.get() ? running : null;
  }

  /** Commit and Roll back are no part of the text; nothing in it is to be underlined for them. */
  private boolean inScript(ScriptRun run) {
    SqlStatement last = run.statements().getLast();
    return last.end() <= text.get().length() && text.get().startsWith(last.text(), last.start());
  }

  private static Problem withoutPlace(Problem failure) {
    return failure.getCause() instanceof Problem cause ? cause : failure;
  }

  private void show(ScriptRun run, QueryResult result) {
    if (sheets.size() == MOST_SHEETS) {
      return;
    }
    FrequenciesModel.Asked question = asked;
    String title =
        question != null && result.outcome().statement().text().equals(question.query().sql())
            ? question.query().title(run.value(Frequencies.FROM), run.value(Frequencies.TO))
            : null;
    ChartModel chart = new ChartModel(background, result, title);
    QuerySheet shown =
        new QuerySheet(
            sheets.size() + 1,
            result,
            run.whole(result.outcome().statement()),
            chart,
            title != null || chartNext);
    chartNext = false;
    sheets.add(shown);
    sheet.set(shown);
  }

  private void ended(ScriptRun run, String words) {
    job = null;
    chartNext = false;
    busy.set(false);
    message.set(words);
    transactionOpen.set(runner.transactionOpen());
    if (run.wrote()) {
      written.run();
    }
  }

  /** Makes text of cells in the background. */
  void copy(Work<ClipboardText.Copy> text, Consumer<ClipboardText.Copy> done) {
    background.start("Copying rows", text, done, problem::set);
  }

  /** Stops what runs and rolls back a transaction that the script left open. */
  public void close() {
    stop();
    frequencies.close();
    hints.dismiss();
    if (runner.transactionOpen()) {
      var _ =
          background.start(
              "Rolling back",
              monitor -> runner.fetch(verb("ROLLBACK"), Map.of(), monitor),
              done -> transactionOpen.set(runner.transactionOpen()),
              problem::set);
    }
  }
}

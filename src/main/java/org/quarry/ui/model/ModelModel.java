package org.quarry.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.report.Report;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.learning.training.Validation;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Command;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.Texts;
import org.quarry.ui.model.report.FindingsModel;
import org.quarry.ui.model.report.ReportModel;
import org.quarry.ui.model.report.RowsShower;
import org.quarry.work.Problem;

/** The Model screen: its four steps, the training and what can be done now. For the UI thread. */
public final class ModelModel {
  private final DataModel data;
  private final CheckModel check;
  private final CostModel cost;
  private final SearchModel search = new SearchModel();
  private final PastSettings past;
  private final TrainingRun run;
  private final ScoresModel scores;
  private final UseModel use;
  private final ReportModel report;
  private final FindingsModel findings;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.DATA);
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final StringBinding fault;
  private final Command train;
  private final Command stop;
  private final Command pause;
  private final Command save;
  private final Command fill;

  /**
   * Makes the screen of a file and begins to look at the table it suggests.
   *
   * @param background runs what takes long
   * @param open the file
   * @param training trains
   */
  public ModelModel(Background background, OpenDatabase open, Training training) {
    data = new DataModel(background, open);
    check = new CheckModel(data.group());
    past = new PastSettings(data, check, search);
    run = new TrainingRun(background, open, training, this::fail);
    scores = new ScoresModel(run);
    use = new UseModel(background, open, problem::set);
    report = new ReportModel(background, training, use::source, problem::set);
    use.result().subscribe(report::offer);
    findings = new FindingsModel(background, open.database());
    cost = new CostModel(background, open.database(), training);
    step.subscribe(this::look);
    data.survey().subscribe(() -> look(step.get()));
    check.summary().subscribe(() -> look(step.get()));
    search.grid().subscribe(() -> measure(step.get()));
    search.strategy().subscribe(() -> measure(step.get()));
    search.solver().subscribe(() -> measure(step.get()));
    fault =
        Bindings.createStringBinding(
            this::findFault, data.fault(), check.fault(), search.grid(), data.target());
    train =
        new Command("train", "Train", "Shortcut+Enter", this::start)
            .when(fault.isEmpty().and(run.running().not()));
    train
        .title()
        .bind(
            Bindings.createStringBinding(
                () ->
                    search.candidates() == 0
                        ? "Train"
                        : "Train " + Texts.count(search.candidates(), "candidate"),
                search.grid()));
    pause = new Command("pause-training", "Pause", "", run::togglePause).when(run.running());
    pause.title().bind(run.paused().map(paused -> paused ? "Resume" : "Pause"));
    stop = new Command("stop-training", "Stop training", "", this::stop).when(run.running());
    save =
        new Command("save-model", "Save", "", () -> use.save(false))
            .when(use.saveFault().isEmpty());
    fill =
        new Command("fill-column", "Fill column", "", use::fillColumn)
            .when(use.fillFault().isEmpty());
    fill.title().bind(Bindings.concat("Fill ", fillTitle()));
  }

  private StringBinding fillTitle() {
    return Bindings.createStringBinding(
        () -> use.fill().column().get().isEmpty() ? "column" : use.fill().column().get(),
        use.fill().column());
  }

  /** What is learned from what. */
  public DataModel data() {
    return data;
  }

  /** How it is checked. */
  public CheckModel check() {
    return check;
  }

  /** Which candidates are tried. */
  public SearchModel search() {
    return search;
  }

  /** Puts the settings of earlier trainings back. */
  public PastSettings past() {
    return past;
  }

  /** The training under way, or the last one. */
  public TrainingRun run() {
    return run;
  }

  /** Which of its candidates is looked at. */
  public ScoresModel scores() {
    return scores;
  }

  /** What becomes of its result. */
  public UseModel use() {
    return use;
  }

  /** What can be told of its result. */
  public ReportModel report() {
    return report;
  }

  /** What is suspicious about the rows. */
  public FindingsModel findings() {
    return findings;
  }

  /** What many rows cost. */
  public CostModel cost() {
    return cost;
  }

  /** Names who shows rows. */
  public void showRows(RowsShower shower) {
    report.shown().to(shower);
    findings.shown().to(shower);
  }

  /** Looks at the rows while Check is open. */
  private void look(Step open) {
    measure(open);
    Optional<DataSource> source = data.source();
    Optional<Roles> roles = data.roles();
    Optional<Split> split = check.split();
    Optional<Validation> validation = check.validation();
    if (open == Step.CHECK
        && data.fault().get().isEmpty()
        && source.isPresent()
        && roles.isPresent()
        && split.isPresent()
        && validation.isPresent()) {
      findings.look(
          new FindingsModel.Question(
              source.get(), check.sample().most(), roles.get(), split.get(), validation.get()));
    } else {
      findings.forget();
    }
  }

  /** Measures what many rows cost while Check is open. */
  private void measure(Step open) {
    Survey survey = data.survey().get();
    Optional<DataSource> source = data.source();
    Optional<TrainingSettings> settings = settings();
    if (open != Step.CHECK || survey == null || source.isEmpty() || settings.isEmpty()) {
      cost.forget();
      return;
    }
    long training = survey.usable() - check.heldOut(survey.usable());
    if (check.sample().isOffered(training)) {
      cost.ask(new CostModel.Question(source.get(), settings.get(), training));
    } else {
      cost.forget();
    }
  }

  /** Learns from the rows of a query from now on. */
  public void learnFrom(String sql) {
    data.query().set(sql);
    data.useQuery();
    step.set(Step.DATA);
  }

  /** The step that is open. */
  public ObjectProperty<Step> step() {
    return step;
  }

  /** What went wrong last, or null. */
  public ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Why nothing can be trained now, a sentence, or empty. */
  public StringBinding fault() {
    return fault;
  }

  /** Trains with what is chosen; what an earlier training found is forgotten. */
  public Command train() {
    return train;
  }

  /** Stops the training under way; nothing is kept of it. */
  public Command stopTraining() {
    return stop;
  }

  /** Halts the training under way, or lets it go on. */
  public Command pauseTraining() {
    return pause;
  }

  /** Saves the trained model in the file. */
  public Command saveModel() {
    return save;
  }

  /** Stages predictions for the chosen column. */
  public Command fill() {
    return fill;
  }

  /** What the training would do, in a sentence. */
  String sentence() {
    int features = data.features().size();
    if (!data.fault().get().isEmpty()) {
      return data.fault().get();
    }
    Survey survey = data.survey().get();
    String learned = Texts.count(features, "feature") + " → " + data.target().get();
    if (survey == null) {
      String unread = data.unread().get();
      return learned + "; " + (unread.isEmpty() ? "counting rows…" : unread);
    }
    String sentence =
        "%s, %s (%s), %s held out"
            .formatted(
                Texts.count(survey.usable(), "row"),
                learned,
                classes(survey.classes().size()),
                Texts.number(check.heldOut(Math.min(survey.usable(), check.sample().most()))));
    if (survey.unlabelled() > 0) {
      sentence += "; " + Texts.number(survey.unlabelled()) + " to be predicted";
    }
    if (survey.incomplete() > 0) {
      sentence += "; " + Texts.number(survey.incomplete()) + " left out: a feature is missing";
    }
    if (survey.ungrouped() > 0) {
      sentence += "; " + Texts.number(survey.ungrouped()) + " left out: no group";
    }
    return sentence;
  }

  /** "1 class", "2 classes". */
  static String classes(int count) {
    return Texts.number(count) + (count == 1 ? " class" : " classes");
  }

  /** A step in a line, for when it is folded. */
  String summary(Step of) {
    TrainingResult result = run.result().get();
    return switch (of) {
      case DATA ->
          data.fault().get().isEmpty()
              ? "%s → %s, %s"
                  .formatted(
                      data.sourceName(),
                      data.target().get(),
                      Texts.count(data.features().size(), "feature"))
              : data.fault().get();
      case CHECK -> check.summary().get();
      case SEARCH -> {
        String error = search.grid().get().error();
        if (!error.isEmpty()) {
          yield error;
        }
        yield result == null
            ? Texts.count(search.candidates(), "candidate")
            : "Best: " + result.best().candidate().text();
      }
      case USE -> result == null ? "After the search" : used(result);
    };
  }

  private static String used(TrainingResult result) {
    Report report = result.holdOut();
    return report == null
        ? "Nothing was held out"
        : "Accuracy %s on the rows held out".formatted(Numbers.share(report.accuracy()));
  }

  private String findFault() {
    return List.of(data.fault().get(), check.fault().get(), search.grid().get().error()).stream()
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  private void start() {
    Optional<DataSource> source = data.source();
    Optional<TrainingSettings> settings = settings();
    if (source.isEmpty() || settings.isEmpty()) {
      return;
    }
    problem.set(null);
    use.offer(null, null);
    step.set(Step.SEARCH);
    TrainingRows rows = new TrainingRows(source.get(), check.sample().most());
    run.start(rows, settings.get(), () -> finished(rows));
  }

  /** What would be trained, empty while something must be mended. */
  Optional<TrainingSettings> settings() {
    Optional<Roles> roles = data.roles();
    Optional<Split> split = check.split();
    Optional<Validation> validation = check.validation();
    Optional<ParameterGrid> grid = search.grid().get().value();
    if (roles.isEmpty() || split.isEmpty() || validation.isEmpty() || grid.isEmpty()) {
      return Optional.empty();
    }
    String from = data.fromQuery().get() ? "query" : data.table().get();
    return Optional.of(
        new TrainingSettings(
            from + "_" + data.target().get(),
            roles.get(),
            split.get(),
            validation.get(),
            grid.get().candidates(),
            search.strategy().get(),
            search.solver().get()));
  }

  private void finished(TrainingRows rows) {
    use.offer(run.result().get(), rows);
    if (step.get() == Step.SEARCH) {
      step.set(Step.USE);
    }
  }

  private void stop() {
    run.stop();
  }

  private void fail(Problem failure) {
    problem.set(failure);
  }

  /** Stops everything that is under way for this screen. */
  public void close() {
    run.drop();
    data.close();
    use.close();
    report.close();
    findings.forget();
    cost.forget();
  }
}

package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.SqliteProgram;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Role;
import org.quarry.learning.data.Roles;
import org.quarry.learning.data.Split;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.Strategy;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Kernel;
import org.quarry.learning.svm.Weighting;
import org.quarry.learning.training.KeptRun;
import org.quarry.learning.training.KeptSearches;
import org.quarry.learning.training.RandomSettings;
import org.quarry.learning.training.RunSource;
import org.quarry.learning.training.Solver;
import org.quarry.learning.training.TrainingRecipe;
import org.quarry.learning.training.TrainingRows;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.learning.training.Validation;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.work.Monitor;

/** The settings of a run of the list, put back into a screen that knows nothing of it. */
class PastSettingsTest {
  private static final String QUERY = "SELECT *, size + 1 AS more FROM things -- all\n ORDER BY id";

  @TempDir static Path folder;
  private static Path built = Path.of("");

  private final RandomSettings random = new RandomSettings(11);
  private Path file = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private OpenDatabase open;

  @BeforeAll
  static void build() throws Exception {
    built =
        SqliteProgram.run(
            folder.resolve("built.db"),
            "CREATE TABLE things(id INTEGER PRIMARY KEY, size, \"a,b\", \"it's\", colour, house,"
                + " kind)",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                + " INSERT INTO things SELECT i, (i * 37 % 101) / 7.0, nullif(i * 5 % 17, 3),"
                + " date('2020-01-01', (i * 53 % 89) || ' days'), CASE i * 7 % 3 WHEN 0 THEN 'red'"
                + " WHEN 1 THEN 'green' ELSE NULL END, i % 10,"
                + " CASE WHEN (i * 37 % 101) + 20 * (i * 7 % 3) + i % 13 > 75 THEN 'big' ELSE"
                + " 'small' END FROM n",
            "CREATE TABLE others(x REAL, y REAL, z REAL, w REAL, v REAL, u REAL, class)");
  }

  @BeforeEach
  void copy() throws Exception {
    file = Files.copy(built, Files.createTempDirectory(folder, "copy").resolve("it's a copy.db"));
    open = Screens.open(Background.onCallingThread(), file);
  }

  @AfterEach
  void close() {
    open.database().close();
  }

  private ModelModel screen() {
    return new ModelModel(Background.onCallingThread(), open, Screens.training());
  }

  private void sql(String... statements) throws Exception {
    SqliteProgram.run(file, statements);
    open.written();
  }

  private DataSource table() {
    return new DataSource.OfTable(open.schema().get().table("things").orElseThrow());
  }

  /** Columns that hold what their kinds say, in the order of the table. */
  private Roles roles() {
    List<Feature> all =
        List.of(
            random.feature("size", Kind.NUMERIC, Kind.NOMINAL),
            random.feature("a,b", Kind.NUMERIC, Kind.NOMINAL),
            random.feature("it's", Kind.DATE, Kind.NOMINAL),
            random.feature("colour", Kind.NOMINAL));
    List<Feature> some = new ArrayList<>(all);
    some.removeIf(each -> random.nextInt(0, 4) == 0);
    return new Roles(some.isEmpty() ? all : some, "kind", random.nextBoolean() ? "house" : null);
  }

  /** Without what only a command can ask for: parts that nothing reads, and dealing rows once. */
  private static TrainingSettings askedHere(TrainingSettings any) {
    Validation old = any.validation();
    boolean once = old.kind() == Validation.Kind.HOLD_OUT;
    return new TrainingSettings(
        any.name(),
        any.roles(),
        any.split(),
        new Validation(
            old.kind(),
            once ? 2 : old.folds(),
            old.kind() == Validation.Kind.REPEATED ? old.repeats() + 1 : 1,
            old.seed(),
            old.metric(),
            old.nested(),
            old.scaleBeforeFolds()),
        any.candidates(),
        any.strategy(),
        any.solver());
  }

  private static List<Candidate> lists(List<Candidate> candidates) {
    Candidate last = candidates.getLast();
    boolean poly = candidates.stream().anyMatch(each -> each.kernel().shape() == Kernel.Shape.POLY);
    return new ParameterGrid(
            candidates.stream().map(Candidate::c).distinct().toList(),
            candidates.stream().map(each -> each.kernel().gamma()).distinct().toList(),
            List.of(Kernel.Shape.values()).stream()
                .filter(
                    shape -> candidates.stream().anyMatch(each -> each.kernel().shape() == shape))
                .toList(),
            poly ? last.kernel().degree() : 3,
            poly ? last.kernel().coef0() : 0,
            last.weighting())
        .candidates();
  }

  private static TrainingSettings with(TrainingSettings settings, List<Candidate> candidates) {
    return new TrainingSettings(
        settings.name(),
        settings.roles(),
        settings.split(),
        settings.validation(),
        candidates,
        settings.strategy(),
        settings.solver());
  }

  private PastRun run(TrainingRows rows, TrainingSettings settings) {
    return new PastRun(
        "id",
        7,
        Instant.EPOCH,
        RunSource.of(rows),
        new TrainingRecipe(file, rows, settings, 2).command(false),
        settings,
        "Done",
        null);
  }

  private static List<String> lacking(ModelModel screen) {
    return Objects.requireNonNull(screen.past().outcome().get()).lacking();
  }

  private void assertBack(ModelModel screen, TrainingRows rows, TrainingSettings settings) {
    PastRun run = run(rows, settings);
    screen.past().use(run);
    assertThat(lacking(screen)).as(run.command()).isEmpty();
    assertThat(screen.fault().get()).as(run.command()).isEmpty();
    TrainingSettings back = screen.settings().orElseThrow();
    assertThat(back.named(settings.name())).as(run.command()).isEqualTo(settings);
    TrainingRows asked =
        new TrainingRows(screen.data().source().orElseThrow(), screen.check().sample().most());
    assertThat(new TrainingRecipe(file, asked, back, 2).command(false)).isEqualTo(run.command());
    assertThat(RunSource.of(asked)).isEqualTo(run.source());
  }

  @Test
  void everySettingComesBackWhateverWasChosenBefore() {
    ModelModel screen = screen();
    assertThat(screen.data().table().get()).isEqualTo("others");
    for (int i = 0; i < 300; i++) {
      TrainingSettings any = askedHere(random.settings(roles()));
      TrainingSettings settings = with(any, lists(any.candidates()));
      DataSource source = random.nextBoolean() ? table() : DataSource.query(QUERY);
      long most = random.nextBoolean() ? TrainingRows.ALL : random.nextInt(100, Integer.MAX_VALUE);
      assertBack(screen, new TrainingRows(source, most), settings);
    }
  }

  @Test
  void trainFindsTheSameAgain() {
    for (int i = 0; i < 8; i++) {
      TrainingSettings any = askedHere(random.settings(roles()));
      Strategy strategy = random.one(List.of(Strategy.WHOLE, Strategy.GROW));
      ParameterGrid grid =
          new ParameterGrid(
              List.of(0.3, 3.0),
              List.of(0.7, 0.07),
              random.one(
                  List.of(
                      List.of(Kernel.Shape.RBF), List.of(Kernel.Shape.LINEAR, Kernel.Shape.POLY))),
              3,
              0,
              random.one(List.of(Weighting.BALANCED, new Weighting(false, List.of(1.0, 2.5)))));
      TrainingSettings settings = with(any, grid.candidates()).with(strategy);
      DataSource source = i % 2 == 0 ? table() : DataSource.query(QUERY);
      TrainingRows rows = new TrainingRows(source, i % 3 == 0 ? 150 : TrainingRows.ALL);
      KeptRun.Found found =
          KeptRun.Found.of(
              Screens.training()
                  .run(
                      rows.read(open.database(), settings, Monitor.NONE),
                      settings,
                      ScoreListener.NONE,
                      Monitor.NONE));
      ModelModel screen = screen();
      screen.past().use(run(rows, settings));
      screen.train().run();
      assertThat(screen.problem().get()).isNull();
      PastRun again = screen.run().history().runs().getFirst();
      KeptRun.Found same = Objects.requireNonNull(again.found());
      String as = again.command();
      assertThat(as).isEqualTo(run(rows, settings).command());
      assertThat(same.candidates()).as(as).isEqualTo(found.candidates());
      assertThat(same.folds()).as(as).isEqualTo(found.folds());
      assertThat(same.nested()).as(as).isEqualTo(found.nested());
      assertThat(same.holdOut()).as(as).isEqualTo(found.holdOut());
      assertThat(same.scoredOn()).as(as).isEqualTo(found.scoredOn());
      assertThat(same.vectors()).as(as).isEqualTo(found.vectors());
    }
  }

  @Test
  void aRunOfAnotherDayComesBackFromItsFile() {
    KeptSearches stores = new KeptSearches(folder.resolve("kept"));
    Background background = Background.onCallingThread();
    ModelModel first = new ModelModel(background, open, Screens.training(stores));
    first.learnFrom(QUERY);
    first.data().target().set("kind");
    first.search().cs().typed().set("2");
    first.search().gammas().typed().set("0.1");
    first.search().weights().typed().set("1, 3");
    first.check().sample().taken().set(true);
    first.check().sample().rows().typed().set("120");
    first.train().run();
    PastRun before = first.run().history().runs().getFirst();
    first.close();
    ModelModel second = new ModelModel(background, open, Screens.training(stores));
    assertThat(second.settings()).isEmpty();
    second.past().use(second.run().history().runs().getFirst());
    assertThat(Objects.requireNonNull(second.past().outcome().get()).text())
        .isEqualTo(
            "The settings of run 1 are back. While the rows are the same, Train finds the same.");
    second.train().run();
    PastRun after = second.run().history().runs().getFirst();
    assertThat(after.settings()).isEqualTo(before.settings());
    assertThat(after.command()).isEqualTo(before.command()).contains("--class-weight 1,3");
    assertThat(Objects.requireNonNull(after.found()).candidates())
        .isEqualTo(Objects.requireNonNull(before.found()).candidates());
  }

  private TrainingSettings usual() {
    return new TrainingSettings(
        "usual",
        new Roles(
            List.of(
                Feature.numeric("size"),
                Feature.numeric("a,b", Missing.INDICATOR),
                Feature.nominal("colour", Missing.CATEGORY)),
            "kind",
            "house"),
        Split.DEFAULT,
        Validation.of(4, true),
        new ParameterGrid(List.of(5.0), List.of(0.5), List.of(Kernel.Shape.RBF), 3, 0).candidates(),
        Strategy.HALVING,
        Solver.STOCK);
  }

  @Test
  void whatATableHasLostIsSaidAndTheRestComesBack() throws Exception {
    PastRun run = run(TrainingRows.of(table()), usual());
    ModelModel screen = screen();
    sql(
        "ALTER TABLE things DROP COLUMN house",
        "ALTER TABLE things DROP COLUMN colour",
        "UPDATE things SET size = 'large' WHERE id = 77");
    screen.past().use(run);
    assertThat(lacking(screen))
        .containsExactly(
            "The feature “colour” is not there any more.",
            "The column “house” that told the groups is not there any more.",
            "“size” holds values now that are no numbers; it is as proposed.");
    assertThat(Objects.requireNonNull(screen.past().outcome().get()).text())
        .startsWith("The settings of run 7 are back but for this: The feature “colour” is");
    TrainingSettings back = screen.settings().orElseThrow();
    assertThat(back.roles().group()).isNull();
    assertThat(back.roles().features()).containsExactly(usual().roles().features().get(1));
    assertThat(back.validation()).isEqualTo(usual().validation());
    assertThat(back.candidates()).isEqualTo(usual().candidates());
    assertThat(back.strategy()).isEqualTo(Strategy.HALVING);
    assertThat(back.split()).isEqualTo(usual().split());
    assertThat(screen.data().columns().stream().filter(each -> each.role() == Role.IGNORED))
        .extracting(FeatureChoice::name)
        .containsExactly("id", "size", "it's");
  }

  @Test
  void withoutItsTargetAPersonIsAsked() throws Exception {
    PastRun run = run(TrainingRows.of(table()), usual());
    sql("ALTER TABLE things RENAME COLUMN kind TO class");
    ModelModel screen = screen();
    screen.past().use(run);
    assertThat(lacking(screen))
        .containsExactly("The target “kind” is not there any more: choose another.");
    assertThat(screen.fault().get()).isEqualTo("Choose a target.");
    screen.data().target().set("class");
    assertThat(screen.settings().orElseThrow().roles().features())
        .isEqualTo(usual().roles().features());
  }

  @Test
  void withoutItsTableTheRestComesBack() throws Exception {
    PastRun run = run(TrainingRows.of(table()), usual());
    sql("DROP TABLE things");
    ModelModel screen = screen();
    screen.past().use(run);
    assertThat(lacking(screen))
        .containsExactly(
            "The table “things” is not there any more, so what is learned from stays as it was.");
    assertThat(screen.data().table().get()).isEqualTo("others");
    assertThat(screen.check().validation()).contains(usual().validation());
    PastRun query = run(TrainingRows.of(DataSource.query(QUERY)), usual());
    screen.past().use(query);
    assertThat(lacking(screen)).hasSize(1).first().asString().contains("things");
    assertThat(screen.fault().get()).contains("things");
    assertThat(screen.train().enabled().get()).isFalse();
  }

  @Test
  void aNameInAnotherCaseIsTheSameAndAnotherOrderIsSaid() throws Exception {
    PastRun run = run(TrainingRows.of(table()), usual());
    sql(
        "CREATE TABLE again AS SELECT id, \"a,b\", size AS Size, colour, house, kind AS KIND FROM"
            + " things",
        "DROP TABLE things",
        "ALTER TABLE again RENAME TO THINGS");
    ModelModel screen = screen();
    screen.past().use(run);
    assertThat(lacking(screen))
        .containsExactly(
            "The columns stand in another order now, so figures may differ in their last digits.");
    assertThat(screen.data().table().get()).isEqualTo("THINGS");
    assertThat(screen.data().features()).containsExactly("a,b", "Size", "colour");
    assertThat(screen.data().target().get()).isEqualTo("KIND");
    assertThat(screen.data().group().get()).isEqualTo("house");
  }

  @Test
  void candidatesThatAreNoListsAreSaid() {
    List<Candidate> odd = ParameterGrid.notebook().candidates().stream().skip(1).toList();
    ModelModel screen = screen();
    screen.past().use(run(TrainingRows.of(table()), with(usual(), odd)));
    assertThat(lacking(screen))
        .containsExactly(
            "Its candidates are no combinations of lists, and the fields hold only lists.");
    assertThat(screen.data().features()).containsExactly("size", "a,b", "colour");
  }
}

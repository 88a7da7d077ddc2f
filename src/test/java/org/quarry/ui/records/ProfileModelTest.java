package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.profile.Bin;
import org.quarry.database.profile.ColumnProfile;
import org.quarry.database.profile.ValueCount;
import org.quarry.database.profile.ValueCounts;
import org.quarry.database.schema.Column;
import org.quarry.ui.grid.CellRange;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.OpenDatabase;
import org.quarry.ui.kit.OpenFiles;

/** Profile, list of values and figures of a selection without a window. */
class ProfileModelTest {
  @TempDir Path folder;
  private Path file;
  private OpenDatabase open;
  private RecordsModel records;

  @BeforeEach
  void open() throws Exception {
    file = SqliteProgram.predictions(folder.resolve("p.db"), 300);
    SqliteProgram.run(file, "UPDATE predictions SET country = NULL WHERE person_id > 290");
    Background background = Background.onCallingThread();
    open = OpenFiles.of(background, Database.open(file));
    records =
        new RecordsModel(background, open, open.schema().get().table("predictions").orElseThrow());
  }

  @AfterEach
  void close() {
    records.close();
    open.database().close();
  }

  @Test
  void stagedEditsAreSaidToBeUncounted() {
    ProfileModel profile = profiling("country");
    assertThat(profile.uncounted().get()).isEmpty();
    records.set(0, 2, Map.of(column("country"), "XXX"));
    records.set(0, 2, Map.of(column("mean_concavity"), 0.5));
    assertThat(profile.uncounted().get())
        .isEqualTo("3 staged edits in this column are not counted.");
    assertThat(new ValuesModel(records, column("country")).note().get())
        .endsWith("\n3 staged edits in this column are not counted.");
    records.insertRow();
    assertThat(profile.uncounted().get())
        .isEqualTo("4 staged edits in this column are not counted.");
    profile.follow(column("timestamp"));
    assertThat(profile.uncounted().get()).isEqualTo("1 staged edit in this column is not counted.");
    open.journal().revert();
    assertThat(profile.uncounted().get()).isEmpty();
    profile.close();
  }

  private Column column(String name) {
    return records.table().column(name).orElseThrow();
  }

  private ProfileModel profiling(String column) {
    ProfileModel model = new ProfileModel(records);
    model.setActive(true);
    model.follow(column(column));
    return model;
  }

  private static ColumnProfile profile(ProfileModel model) {
    return Objects.requireNonNull(model.profile().get());
  }

  private String typed(String column) {
    return records.filters().typed().getOrDefault(FilterBox.of(column), "");
  }

  private List<String> sql(String sql) throws Exception {
    return SqliteProgram.rows(file, sql);
  }

  @Test
  void itReadsOnlyWhileItIsActive() {
    ProfileModel model = new ProfileModel(records);
    model.follow(column("country"));
    assertThat(model.profile().get()).isNull();
    model.setActive(true);
    assertThat(profile(model).rows()).isEqualTo(300);
    model.setActive(false);
    model.follow(column("mean_area"));
    assertThat(model.profile().get()).isNull();
    model.close();
  }

  @Test
  void itFollowsTheFilterAndWhatIsWritten() throws Exception {
    ProfileModel model = profiling("mean_area");
    records.filters().type(FilterBox.of("country"), "=AUT");
    assertThat(profile(model).rows())
        .isEqualTo(
            Long.parseLong(
                sql("SELECT count(*) FROM predictions WHERE country = 'AUT'").getFirst()));
    SqliteProgram.run(file, "DELETE FROM predictions WHERE person_id <= 30");
    open.written();
    assertThat(profile(model).rows())
        .isEqualTo(
            Long.parseLong(
                sql("SELECT count(*) FROM predictions WHERE country = 'AUT'").getFirst()));
    model.close();
  }

  @Test
  void aBarFiltersByItsValueAndOnceMoreClears() {
    ProfileModel model = profiling("country");
    for (ValueCount value : profile(model).top()) {
      model.toggle(ProfileModel.filter(value));
      assertThat(records.count().get().rows()).as("%s", value).isEqualTo(value.count());
      model.toggle(ProfileModel.filter(value));
      assertThat(typed("country")).isEmpty();
    }
    model.close();
  }

  @Test
  void aBinFiltersTheRowsThatItCounts() {
    for (String name : List.of("worst_area", "mean_concavity", "person_id", "timestamp")) {
      ProfileModel model = profiling(name);
      List<Bin> bins = profile(model).histogram();
      assertThat(bins).hasSizeGreaterThan(1);
      for (Bin bin : bins.stream().filter(bin -> bin.count() > 0).toList()) {
        model.toggle(ProfileModel.filter(bin, true));
        assertThat(records.count().get().rows()).as("%s %s", name, bin).isEqualTo(bin.count());
        records.filters().clear();
      }
      model.close();
    }
  }

  @Test
  void whatCannotBeReadIsAProblemOfTheSection() throws Exception {
    ProfileModel model = new ProfileModel(records);
    model.follow(column("country"));
    SqliteProgram.run(file, "DROP TABLE predictions");
    model.setActive(true);
    assertThat(Objects.requireNonNull(model.problem().get()).what()).contains("no such table");
    model.close();
  }

  private ValuesModel values(String column) {
    return new ValuesModel(records, column(column));
  }

  private static ValueCount value(ValuesModel model, @Nullable Object name) {
    return model.values().stream()
        .filter(value -> Objects.equals(value.value(), name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fewUncheckedAreExcludedAndFewCheckedAreListed() throws Exception {
    ValuesModel model = values("country");
    assertThat(model.values()).hasSize(4);
    assertThat(model.text()).isEmpty();
    model.choose(value(model, "AUT"), false);
    assertThat(model.text()).isEqualTo("not in: AUT | null");
    model.apply();
    assertThat(records.count().get().rows())
        .isEqualTo(
            Long.parseLong(
                sql("SELECT count(*) FROM predictions WHERE country IS NOT 'AUT'").getFirst()));
    ValuesModel again = values("country");
    assertThat(again.isChosen(value(again, "AUT"))).isFalse();
    assertThat(again.isChosen(value(again, null))).isTrue();
    again.choose(value(again, null), false);
    assertThat(again.text()).isEqualTo("not in: AUT");
    again.choose(value(again, "NLD"), false);
    assertThat(again.text()).isEqualTo("in: CZE");
    again.choose(value(again, "CZE"), false);
    assertThat(again.isSome()).isFalse();
    again.chooseAll(true);
    assertThat(again.text()).isEmpty();
    again.choose(value(again, null), false);
    assertThat(again.text()).isEqualTo("!null");
  }

  @Test
  void aSearchChoosesAmongWhatItFinds() {
    ValuesModel model = values("country");
    model.chooseAll(false);
    model.search().set("l");
    assertThat(model.values()).extracting(ValueCount::value).containsExactly("NLD");
    model.chooseAll(true);
    model.search().set("");
    assertThat(model.text()).isEqualTo("in: NLD");
    model.apply();
    assertThat(typed("country")).isEqualTo("in: NLD");
    assertThat(values("country").isChosen(value(values("country"), "NLD"))).isTrue();
  }

  @Test
  void moreValuesThanAreListedKeepTheChoiceOfTheOthers() {
    ValuesModel model = values("worst_area");
    model.order().set(ValueCounts.Order.VALUE);
    model.choose(value(model, 2.5), false);
    assertThat(model.text()).startsWith("not in: 2.5");
    model.apply();
    assertThat(records.count().get().rows()).isEqualTo(299);
    assertThat(values("worst_area").isChosen(value(values("worst_area"), 2.5))).isFalse();
  }

  @Test
  void figuresOfASelectionTakeWhatIsStaged() {
    SelectionModel model = new SelectionModel(records);
    records.set(0, 0, Map.of(column("predicted_class"), 41L));
    assertThat(model.select(new CellRange(0, 4, 5, 5, false))).isTrue();
    SelectionStats stats = Objects.requireNonNull(model.stats().get());
    assertThat(stats.line())
        .isEqualTo("count 3 · distinct 2 · sum 43 · mean 14.3333 · min 1 · max 41");
    assertThat(stats.full()).contains("NULL\t2").contains("mean\t14.333333333333334");
    model.select(new CellRange(2, 2, 2, 2, false));
    assertThat(model.stats().get()).isNull();
  }

  @Test
  void aLargeSelectionIsAddedUpFromTheFile() throws Exception {
    SqliteProgram.run(
        file,
        "CREATE TABLE many(id INTEGER PRIMARY KEY, n REAL)",
        "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 20000)"
            + " INSERT INTO many SELECT i, i / 8.0 FROM c");
    open.written();
    RecordsModel many =
        new RecordsModel(
            Background.onCallingThread(), open, open.schema().get().table("many").orElseThrow());
    many.insertRow();
    many.set(20_000, 20_000, Map.of(many.table().columns().get(1), 0.5));
    SelectionModel model = new SelectionModel(many);
    CellRange range = new CellRange(0, 20_000, 1, 1, false);
    assertThat(model.select(range)).isFalse();
    model.read(range);
    SelectionStats stats = Objects.requireNonNull(model.stats().get());
    assertThat(stats.values()).isEqualTo(20_001);
    assertThat(stats.sum().doubleValue())
        .isEqualTo(Double.parseDouble(sql("SELECT sum(n) + 0.5 FROM many").getFirst()));
    assertThat(stats.distinct()).isEqualTo(20_000);
    assertThat(stats.max()).isEqualTo(2500.0);
    many.close();
  }

  @Test
  void sumsOfWholeNumbersOverflowIntoDoublesAndDecimalsKeepTheirDigits() {
    SelectionCount whole = new SelectionCount();
    whole.add(Long.MAX_VALUE);
    whole.add(Long.MAX_VALUE);
    assertThat(whole.stats(false).sum().doubleValue()).isEqualTo(2.0 * Long.MAX_VALUE);
    SelectionCount tenths = new SelectionCount();
    for (int i = 0; i < 1000; i++) {
      tenths.add(0.1);
    }
    assertThat(tenths.stats(false).sum()).isEqualTo(100.0);
    SelectionCount same = new SelectionCount();
    same.add(1L);
    same.add(1.0);
    same.add("1");
    assertThat(same.stats(false).distinct()).isEqualTo(2);
    SelectionCount texts = new SelectionCount();
    texts.add("b");
    texts.add("a");
    texts.add(null);
    assertThat(texts.stats(true).line())
        .isEqualTo("first 3 cells · count 2 · distinct 2 · min a · max b");
  }
}

package org.quarry.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quarry.learning.svm.Kernel;

class EntriesTest {
  private static String errorOf(Entry<?> entry, String text) {
    entry.typed().set(text);
    assertThat(entry.value()).isEmpty();
    return entry.error();
  }

  @Test
  void listsTakeCommasAndBlanks() {
    Entry<List<Double>> entry = Entries.list(List.of(0.1, 1.0, 10.0));
    assertThat(entry.typed().get()).isEqualTo("0.1, 1, 10");
    entry.typed().set(" 1e-3,2 ; 3.5 ");
    assertThat(entry.value()).contains(List.of(0.001, 2.0, 3.5));
    assertThat(entry.error()).isEmpty();
  }

  @Test
  void listsSayWhatIsWrong() {
    Entry<List<Double>> entry = Entries.list(List.of(1.0));
    assertThat(errorOf(entry, "1, x")).isEqualTo("“x” is no number above 0.");
    assertThat(errorOf(entry, "1, 0")).isEqualTo("“0” is no number above 0.");
    assertThat(errorOf(entry, "NaN")).isEqualTo("“NaN” is no number above 0.");
    assertThat(errorOf(entry, "1, 1.0")).isEqualTo("1 is there twice.");
    assertThat(errorOf(entry, " , ")).startsWith("At least one number");
  }

  @Test
  void numbersHaveTheirRanges() {
    assertThat(errorOf(Entries.share(0.2), "1")).isNotEmpty();
    assertThat(errorOf(Entries.share(0.2), "-0.1")).isNotEmpty();
    assertThat(errorOf(Entries.seed(5), "-1")).isNotEmpty();
    assertThat(errorOf(Entries.seed(5), "4294967296")).isNotEmpty();
    assertThat(errorOf(Entries.folds(3), "1")).isNotEmpty();
    assertThat(errorOf(Entries.folds(3), "2.5")).isNotEmpty();
    Entry<Double> none = Entries.share(0.2);
    none.typed().set("0");
    assertThat(none.value()).contains(0.0);
  }

  @Test
  void theGridIsThePresetUntilItIsChanged() {
    SearchModel search = new SearchModel();
    assertThat(search.candidates()).isEqualTo(75);
    search.kernel(Kernel.Shape.LINEAR).set(false);
    search.gammas().typed().set("0.5");
    assertThat(search.candidates()).isEqualTo(10);
    search.cs().typed().set("");
    assertThat(search.grid().get().error()).isEqualTo("Mend the fields of Search.");
    search.choosePreset();
    assertThat(search.candidates()).isEqualTo(75);
    for (Kernel.Shape shape : Kernel.Shape.values()) {
      search.kernel(shape).set(false);
    }
    assertThat(search.grid().get().error()).isEqualTo("Choose at least one kernel.");
  }
}

package org.quarry.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quarry.database.records.Sort;

class SavedFiltersTest {
  private static final Path FILE = Path.of("a.db");
  private final SavedFilters saved = new SavedFilters();

  private static SavedFilter filter(String name, String text) {
    return new SavedFilter(name, new FilterTexts(Map.of("c", text), "", ""), List.of());
  }

  @Test
  void eachTableOfEachFileHasItsOwn() {
    saved.save(FILE, "t", filter("one", "1"));
    assertThat(saved.of(FILE.toAbsolutePath(), "t")).containsExactly(filter("one", "1"));
    assertThat(saved.of(FILE, "u")).isEmpty();
    assertThat(saved.of(Path.of("b.db"), "t")).isEmpty();
  }

  @Test
  void aNameIsThereOnce() {
    int[] told = {0};
    var _ = saved.onChange(() -> told[0]++);
    saved.save(FILE, "t", filter("one", "1"));
    saved.save(FILE, "t", filter("two", "2"));
    saved.save(FILE, "t", filter("one", "3"));
    assertThat(saved.of(FILE, "t")).containsExactly(filter("one", "3"), filter("two", "2"));
    assertThat(saved.rename(FILE, "t", "one", "two")).isFalse();
    assertThat(saved.rename(FILE, "t", "one", " ")).isFalse();
    assertThat(saved.rename(FILE, "t", "one", " first ")).isTrue();
    assertThat(saved.of(FILE, "t")).containsExactly(filter("first", "3"), filter("two", "2"));
    saved.remove(FILE, "t", "first");
    saved.insert(FILE, "t", 0, filter("first", "3"));
    assertThat(saved.of(FILE, "t")).containsExactly(filter("first", "3"), filter("two", "2"));
    assertThat(told[0]).isEqualTo(6);
  }

  @Test
  void whatIsTypedReadsAsAName() {
    FilterTexts texts = new FilterTexts(Map.of("country", "in: AUT"), " x ", "a > 1");
    assertThat(texts.words()).isEqualTo("country in: AUT, x, a > 1");
    assertThat(new FilterTexts(Map.of("c", " "), "", "").none()).isTrue();
    assertThat(new SavedFilter("n", texts, List.of(new Sort("a", true))).named("m").sorts())
        .containsExactly(new Sort("a", true));
  }
}

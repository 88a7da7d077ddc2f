package org.quarry.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.database.schema.TableRules;
import org.quarry.ui.kit.TableLayout;

class RecordColumnsTest {
  private final RecordColumns columns = new RecordColumns(table("a", "b", "c", "d"));

  private static Table table(String... names) {
    List<Column> columns =
        Arrays.stream(names).map(name -> new Column(name, "", false, null, 0, false)).toList();
    return new Table("t", Table.Kind.TABLE, false, columns, TableRules.NONE, "");
  }

  private Column column(String name) {
    return columns.all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void hide(String name) {
    columns.setShown(column(name), false);
  }

  private String shown() {
    return String.join("", columns.shown().stream().map(Column::name).toList());
  }

  private String frozen() {
    return shown().substring(0, columns.frozen());
  }

  @Test
  void aPlaceLeadsToTheCellWhateverIsHiddenOrMoved() {
    hide("b");
    columns.move(2, 0);
    assertThat(shown()).isEqualTo("dac");
    assertThat(columns.cellOf(0)).isEqualTo(3);
    assertThat(columns.cellOf(1)).isZero();
    assertThat(columns.cellOf(2)).isEqualTo(2);
    assertThat(columns.placeOf("C")).isEqualTo(2);
    assertThat(columns.placeOf("b")).isEqualTo(-1);
  }

  @Test
  void oneColumnStaysShown() {
    List.of("a", "b", "c", "d").forEach(this::hide);
    assertThat(shown()).isEqualTo("d");
    columns.showOnly(List.of());
    assertThat(shown()).isEqualTo("d");
    columns.arrange(new TableLayout(List.of(), Set.of("a", "b", "c", "d"), 0, Map.of(), Map.of()));
    assertThat(shown()).isEqualTo("abcd");
  }

  @Test
  void aHiddenColumnComesBackToItsPlace() {
    hide("b");
    columns.move(0, 2);
    assertThat(shown()).isEqualTo("cda");
    columns.setShown(column("b"), true);
    assertThat(shown()).isEqualTo("bcda");
  }

  @Test
  void aColumnThatMovesAmongTheFrozenOnesIsFrozen() {
    columns.freeze(2);
    columns.move(3, 0);
    assertThat(shown()).isEqualTo("dabc");
    assertThat(frozen()).isEqualTo("dab");
    columns.move(1, 3);
    assertThat(shown()).isEqualTo("dbca");
    assertThat(frozen()).isEqualTo("db");
    columns.move(3, 2);
    assertThat(frozen()).isEqualTo("db");
    columns.move(0, 1);
    assertThat(frozen()).isEqualTo("bd");
  }

  @Test
  void hidingAFrozenColumnLeavesTheOthersFrozen() {
    columns.freeze(2);
    hide("a");
    assertThat(frozen()).isEqualTo("b");
    columns.setShown(column("a"), true);
    assertThat(frozen()).isEqualTo("ab");
    columns.freeze(0);
    assertThat(frozen()).isEmpty();
    columns.freeze(99);
    assertThat(frozen()).isEqualTo("abcd");
  }

  @Test
  void theLayoutIsTakenUpAgain() {
    ColumnFormat format = NumberFormat.FIXED_2;
    columns.move(3, 0);
    columns.freeze(1);
    hide("b");
    columns.setWidths(Map.of(column("c"), 222.0));
    columns.setFormat(column("a"), Optional.of(format));
    TableLayout layout = columns.layout();
    RecordColumns again = new RecordColumns(table("a", "b", "c", "d"));
    again.arrange(layout);
    assertThat(again.layout()).isEqualTo(layout);
    assertThat(again.shown()).isEqualTo(columns.shown());
    assertThat(again.frozen()).isEqualTo(1);
    assertThat(again.width(column("c"))).hasValue(222.0);
    assertThat(again.format(column("a"))).contains(format);
    again.arrange(TableLayout.NONE);
    assertThat(again.layout().isNone()).isTrue();
  }

  @Test
  void newColumnsStandWhereTheTableHasThemAndLostOnesAreForgotten() {
    columns.move(0, 3);
    columns.freeze(2);
    columns.setWidths(Map.of(column("c"), 99.0));
    hide("d");
    assertThat(shown()).isEqualTo("bca");
    columns.setTable(table("a", "b", "x", "d", "y"));
    assertThat(shown()).isEqualTo("bxya");
    assertThat(frozen()).isEqualTo("b");
    assertThat(columns.layout().widths()).isEmpty();
    assertThat(columns.layout().hidden()).containsExactly("d");
  }

  @Test
  void brokenPartsOfALayoutAreLeftOut() {
    columns.arrange(
        new TableLayout(
            List.of("z", "c", "c"), Set.of("z"), 2, Map.of("a", -3.0), Map.of("a", "what")));
    assertThat(shown()).isEqualTo("abcd");
    assertThat(columns.width(column("a"))).isEmpty();
    assertThat(columns.format(column("a"))).isEmpty();
  }

  @Test
  void changesAreTold() {
    int before = columns.changes().get();
    hide("a");
    assertThat(columns.changes().get()).isEqualTo(before + 1);
    hide("a");
    columns.move(1, 1);
    assertThat(columns.changes().get()).isEqualTo(before + 1);
  }
}

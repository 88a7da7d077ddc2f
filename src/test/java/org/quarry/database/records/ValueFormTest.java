package org.quarry.database.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quarry.database.schema.Check;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;
import org.quarry.database.schema.TableRules;

class ValueFormTest {
  private static ValueForm form(String type, @Nullable Object current, Object... allowed) {
    Column column = new Column("c", type, false, null, 0, false);
    List<Check> checks =
        allowed.length == 0
            ? List.of()
            : List.of(new Check(null, "", List.of("c"), new Check.Allowed("c", List.of(allowed))));
    Table table =
        new Table(
            "t",
            Table.Kind.TABLE,
            false,
            List.of(column),
            new TableRules(false, checks, List.of(), List.of(), Map.of()),
            "");
    return ValueForm.of(table, column, current, current);
  }

  @Test
  void numbersAreJudgedByTheirKind() {
    ValueForm whole = form("INTEGER", null);
    assertThat(whole.value(" 12 ")).isEqualTo(12L);
    assertThat(whole.doubt("12")).isNull();
    assertThat(whole.doubt("1.5")).isEqualTo("“1.5” is no whole number");
    assertThat(whole.doubt("abc")).isEqualTo("“abc” is no whole number");
    assertThat(form("REAL", null).doubt("1.5e3")).isNull();
    assertThat(form("REAL", null).value("2")).isEqualTo(2.0);
    assertThat(form("DECIMAL(10,2)", null).doubt("1,5")).isEqualTo("“1,5” is no number");
    assertThat(form("TEXT", null).doubt("abc")).isNull();
    assertThat(form("TIME", null).doubt("12:30")).isNull();
  }

  @Test
  void aNumberThatIsNotFinishedIsNotDoubtedYet() {
    ValueForm real = form("REAL", null);
    for (String begun : List.of("", "-", "+", ".", "-1.", "1e", "1.5e-")) {
      assertThat(real.doubtSoFar(begun)).as(begun).isNull();
    }
    assertThat(real.doubtSoFar("1x")).isNotNull();
  }

  @Test
  void aFlagKeepsTheColumnsOwnValues() {
    assertThat(form("BOOLEAN", null).value("yes")).isEqualTo(1L);
    assertThat(form("BOOL", 0L).value("f")).isEqualTo(0L);
    assertThat(form("BOOLEAN", "False").value("1")).isEqualTo("True");
    assertThat(form("BOOLEAN", "n").value("true")).isEqualTo("y");
    assertThat(form("TEXT", null, "Y", "N").value("no")).isEqualTo("N");
    assertThat(form("", null, 0L, 1L).value("1")).isEqualTo(1L);
    assertThat(form("BOOLEAN", null).doubt("maybe")).isEqualTo("“maybe” is neither yes nor no");
    assertThat(form("BOOLISH", null)).isNotInstanceOf(FlagForm.class);
  }

  @Test
  void aListGivesItsOwnLiterals() {
    ValueForm form = form("", null, 1L, 2.5, "x");
    assertThat(form).isInstanceOf(ListedForm.class);
    assertThat(form.value("1")).isEqualTo(1L);
    assertThat(form.value("2.5")).isEqualTo(2.5);
    assertThat(form.value("x")).isEqualTo("x");
  }

  @Test
  void daysThatAreNotAreDoubted() {
    ValueForm day = form("DATE", null);
    assertThat(day.doubt("2023-02-28")).isNull();
    assertThat(day.doubt("2023-02-30")).isEqualTo("“2023-02-30” is no day there is");
    assertThat(day.doubtSoFar("2023-02-30")).isNotNull();
    assertThat(day.doubtSoFar("2023-02-3")).isNull();
    assertThat(day.doubt("soon")).isEqualTo("“soon” is no date like 2024-12-31");
    assertThat(form("DATETIME", null).doubt("2023-02-28 25:00:00"))
        .isEqualTo("“2023-02-28 25:00:00” is no moment there is");
    assertThat(form("TEXT", "2023-02-28")).isInstanceOf(MomentForm.class);
    assertThat(form("TEXT", "2023")).isInstanceOf(PlainForm.class);
  }

  @Test
  void aMomentKeepsItsRepresentation() {
    LocalDateTime moment = LocalDateTime.of(2024, 5, 6, 7, 8);
    assertThat(moment("DATE", "2020-01-01").write(moment)).isEqualTo("2024-05-06");
    assertThat(moment("DATE", "2020-01-01T10:00").write(moment)).isEqualTo("2024-05-06T07:08");
    assertThat(moment("TEXT", "2020-01-01 10:00:00Z").write(moment))
        .isEqualTo("2024-05-06 07:08:00Z");
    assertThat(moment("TIMESTAMP", null).write(moment)).isEqualTo("2024-05-06 07:08:00");
    assertThat(moment("DATE", null).write(moment)).isEqualTo("2024-05-06");
    assertThat(moment("TIMESTAMP", "2020-01-01 00:00:00").value("2024-01-01"))
        .isEqualTo("2024-01-01");
  }

  @Test
  void numbersSince1970AreTypedAsMomentsAndStayNumbers() {
    ValueForm seconds = form("TIMESTAMP", 1_567_296_000L);
    assertThat(seconds.shown(1_567_296_000L)).isEqualTo("2019-09-01 00:00:00");
    assertThat(seconds.value("2019-09-01 00:00:05")).isEqualTo(1_567_296_005L);
    assertThat(seconds.value("2019-09-01T02:00:05+02:00")).isEqualTo(1_567_296_005L);
    assertThat(seconds.value("1567296007")).isEqualTo(1_567_296_007L);
    ValueForm millis = form("DATETIME", 1_567_296_000_250L);
    assertThat(millis.shown(1_567_296_000_250L)).isEqualTo("2019-09-01 00:00:00.250");
    assertThat(millis.value("2019-09-01 00:00:00.250")).isEqualTo(1_567_296_000_250L);
    assertThat(form("INTEGER", 1_567_296_000L)).isInstanceOf(NumberForm.class);
  }

  private static MomentForm moment(String type, @Nullable Object current) {
    return (MomentForm) form(type, current);
  }
}

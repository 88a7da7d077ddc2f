package org.quarry.database.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quarry.database.filter.Condition.Comparison;

class FilterParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          =; A value is missing after =
          >=; A value is missing after >=
          !; A value is missing after !
          in:; A value is missing after in:
          not in: ,; A value is missing after not in:
          like:; A value is missing after like:
          ..; A value is missing after ..
          a |; One side of | is empty.
          | a; One side of | is empty.
          /(/; /(/ is no regular expression.
          /abc; The regular expression has no end.
          //; A value is missing after /
          "abc; The quoted value has no end.
          "a" b; “b” stands after the end of the value.
          /a/x; “x” stands after the end of the value.
          """)
  void saysWhatIsWrong(String typed, String what) {
    assertThatThrownBy(() -> FilterParser.parse(typed))
        .isInstanceOfSatisfying(
            FilterProblem.Syntax.class,
            problem -> {
              assertThat(problem.what()).isEqualTo(what);
              assertThat(problem.next()).isNotEmpty();
            });
  }

  @Test
  void theWholeLanguageHasItsSyntax() {
    assertThat(FilterParser.parse("a b")).isEqualTo(new Condition.Contains("a b", false));
    assertThat(FilterParser.parse("!=\"null\""))
        .isEqualTo(new Condition.Compare(Comparison.NOT_EQUAL, new Operand("null", true)));
    assertThat(FilterParser.parse(" 1 .. "))
        .isEqualTo(new Condition.Between(new Operand("1", false), null));
    assertThat(FilterParser.parse("..\"x y\""))
        .isEqualTo(new Condition.Between(null, new Operand("x y", true)));
    assertThat(FilterParser.parse("in: a, \"b, c\" ,null"))
        .isEqualTo(
            new Condition.OneOf(
                List.of(new Operand("a", false), new Operand("b, c", true)), true, false));
    assertThat(FilterParser.parse("/a\\/b\\|c/ | !empty | <3"))
        .isEqualTo(
            new Condition.Either(
                List.of(
                    new Condition.Matches("a/b\\|c", false),
                    new Condition.IsEmpty(true),
                    new Condition.Compare(Comparison.LESS, new Operand("3", false)))));
  }
}

package org.quarry.learning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quarry.learning.LearningProblem;

class NumberListTest {
  private static String fault(String text) {
    return catchThrowableOfType(LearningProblem.BadSettings.class, () -> NumberList.parse(text))
        .what();
  }

  @Test
  void numbersStandBetweenCommasOrBlanks() {
    assertThat(NumberList.parse(" 1e-3,2 ; 3.5 +4 .5 2^3"))
        .containsExactly(.001, 2., 3.5, 4., .5, 8.);
  }

  @Test
  void aRangeGoesByPowersOfTen() {
    assertThat(NumberList.parse("0.1..1000")).containsExactly(.1, 1., 10., 100., 1000.);
    assertThat(NumberList.parse("1e-4 .. 1")).containsExactly(.0001, .001, .01, .1, 1.);
    assertThat(NumberList.parse("0.3..30")).containsExactly(.3, 3., 30.);
    assertThat(NumberList.parse("10^-2..10^1")).containsExactly(.01, .1, 1., 10.);
    assertThat(NumberList.parse("5..5")).containsExactly(5.);
  }

  @Test
  void aRangeOfPowersGoesByTheirBase() {
    assertThat(NumberList.parse("2^-5..2^15"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(-5, 15).mapToObj(power -> Math.pow(2, power)).toList());
    assertThat(NumberList.parse("2^-15..2^3*4"))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, 9).mapToObj(i -> Math.pow(2, 2 * i - 15)).toList());
  }

  @Test
  void aRangeMayFallAndStandAmongNumbers() {
    assertThat(NumberList.parse("100..1, 3^2..3^3, 7")).containsExactly(100., 10., 1., 9., 27., 7.);
    assertThat(NumberList.parse("3^-1")).containsExactly(1 / 3.0);
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(fault("1, x")).isEqualTo("“x” is no number above 0.");
    assertThat(fault("1, 0")).isEqualTo("“0” is no number above 0.");
    assertThat(fault("-2")).isEqualTo("“-2” is no number above 0.");
    assertThat(fault("NaN")).isEqualTo("“NaN” is no number above 0.");
    assertThat(fault("1e400")).isEqualTo("“1e400” is no number above 0.");
    assertThat(fault("2^99999999999")).isEqualTo("“2^99999999999” is no number above 0.");
    assertThat(fault("1..")).isEqualTo("“” is no number above 0.");
    assertThat(fault("1, 1.0")).isEqualTo("1 is there twice.");
    assertThat(fault("1..100 10")).isEqualTo("10 is there twice.");
    assertThat(fault(" , ")).startsWith("At least one number");
    assertThat(fault("0.1..500"))
        .isEqualTo("“0.1..500” goes by 10 from 0.1 to 100 and then 1000, not to 500.");
    assertThat(fault("1..8*1")).isEqualTo("The factor of “1..8*1” is a number above 1.");
    assertThat(fault("1..1e300*1.0001")).contains("is more than 1000 numbers");
  }
}

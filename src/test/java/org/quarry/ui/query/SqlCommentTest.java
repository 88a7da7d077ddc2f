package org.quarry.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlCommentTest {
  @Test
  void marksLinesAndTakesTheMarksAway() {
    String marked = "-- SELECT 1\n\n--   + 2";
    assertThat(SqlComment.toggled("SELECT 1\n\n  + 2")).isEqualTo("-- SELECT 1\n\n--   + 2");
    assertThat(SqlComment.toggled(marked)).isEqualTo("SELECT 1\n\n  + 2");
    assertThat(SqlComment.toggled("-- a\nb")).isEqualTo("-- -- a\n-- b");
  }
}

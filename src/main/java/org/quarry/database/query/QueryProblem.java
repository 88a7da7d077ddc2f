package org.quarry.database.query;

import org.jspecify.annotations.Nullable;
import org.quarry.work.Problem;

/** Why a statement that a person wrote could not run, and where in the script. */
public final class QueryProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;
  private final int line;
  private final int column;

  private QueryProblem(
      String what, String why, String next, int[] place, @Nullable Throwable cause) {
    super(what, why, next, cause);
    start = place[0];
    end = place[1];
    line = place[2];
    column = place[3];
  }

  /**
   * SQLite's own refusal.
   *
   * @param detail its sentence: {@code no such column: x}
   * @param from where the wrong piece begins, an offset into the statement
   * @param to where it ends
   */
  static QueryProblem refused(
      String detail, SqlStatement statement, int from, int to, @Nullable Throwable cause) {
    int[] place = place(statement, from, to);
    String sentence = Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".";
    return new QueryProblem(
        sentence, "Line " + place[2] + ", column " + place[3] + ".", "", place, cause);
  }

  /** A failure with reasons of its own, such as a file that cannot be written. */
  static QueryProblem because(Problem problem, SqlStatement statement) {
    return new QueryProblem(
        problem.what(),
        problem.why(),
        problem.next(),
        place(statement, 0, statement.text().length()),
        problem);
  }

  /** A parameter for which there is no value. */
  static QueryProblem noValue(SqlStatement statement, String parameter) {
    int from = Math.max(0, statement.text().indexOf(parameter));
    return new QueryProblem(
        "The parameter " + parameter + " has no value.",
        "",
        "Give it one; NULL is a value too.",
        place(statement, from, from + parameter.length()),
        null);
  }

  private static int[] place(SqlStatement statement, int from, int to) {
    String before = statement.text().substring(0, from);
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    int column = lines == 0 ? statement.column() + from : from - before.lastIndexOf('\n');
    return new int[] {
      statement.start() + from, statement.start() + to, statement.line() + lines, column
    };
  }

  /** Where in the script the wrong piece begins, a character offset. */
  public int start() {
    return start;
  }

  /** The offset in the script after the wrong piece. */
  public int end() {
    return end;
  }

  /** The line of {@link #start}, from 1. */
  public int line() {
    return line;
  }

  /** The column of {@link #start}, from 1. */
  public int column() {
    return column;
  }
}

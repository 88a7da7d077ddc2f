package org.quarry.database.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;
import org.quarry.database.sql.SqlToken.Kind;

/**
 * A text cut into statements where {@code sqlite3_complete} says that one is complete: at a
 * semicolon, and after the body of a trigger at the semicolon behind its END. Statements that say
 * nothing are left out.
 */
public final class SqlScript {
  /** What has been read of the statement so far; the states of sqlite3_complete (complete.c). */
  private enum State {
    START,
    NORMAL,
    EXPLAIN,
    CREATE,
    TRIGGER,
    TRIGGER_SEMICOLON,
    TRIGGER_END
  }

  private final String text;
  private final int from;
  private final int to;
  private final List<SqlStatement> statements = new ArrayList<>();
  private int linesAt;
  private int line = 1;
  private int lineStart;

  private SqlScript(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** Cuts a text; never fails, what SQLite cannot read is a statement as well. */
  public static SqlScript of(String text) {
    return of(text, 0, text.length());
  }

  /**
   * Cuts a part of a text, as if the rest were not there. Offsets, lines and columns count in the
   * whole text.
   *
   * @param from where the part begins, a character offset
   * @param to the offset after its last character
   */
  public static SqlScript of(String text, int from, int to) {
    SqlScript script = new SqlScript(text, from, to);
    script.cut();
    return script;
  }

  private void cut() {
    State state = State.START;
    int first = -1;
    int last = -1;
    for (SqlToken read : SqlLexer.tokens(text.substring(from, to))) {
      SqlToken token = new SqlToken(read.kind(), from + read.start(), from + read.end());
      if (!token.counts()) {
        continue;
      }
      state = after(state, token);
      if (state == State.START) {
        add(first, last);
        first = -1;
      } else {
        first = first < 0 ? token.start() : first;
        last = token.end();
      }
    }
    add(first, last);
  }

  private void add(int first, int last) {
    if (first >= 0) {
      countLines(first);
      statements.add(
          new SqlStatement(text.substring(first, last), first, line, first - lineStart + 1));
    }
  }

  private void countLines(int until) {
    for (; linesAt < until; linesAt++) {
      if (text.charAt(linesAt) == '\n') {
        line++;
        lineStart = linesAt + 1;
      }
    }
  }

  private State after(State state, SqlToken token) {
    boolean semicolon = token.kind() == Kind.SEMICOLON;
    String word = token.kind() == Kind.WORD ? token.in(text).toUpperCase(Locale.ROOT) : "";
    return switch (state) {
      case START ->
          switch (word) {
            case "EXPLAIN" -> State.EXPLAIN;
            case "CREATE" -> State.CREATE;
            default -> semicolon ? State.START : State.NORMAL;
          };
      case NORMAL -> semicolon ? State.START : State.NORMAL;
      case EXPLAIN ->
          switch (word) {
            case "CREATE" -> State.CREATE;
            case "QUERY", "PLAN" -> State.EXPLAIN;
            default -> semicolon ? State.START : State.NORMAL;
          };
      case CREATE ->
          switch (word) {
            case "TEMP", "TEMPORARY" -> State.CREATE;
            case "TRIGGER" -> State.TRIGGER;
            default -> semicolon ? State.START : State.NORMAL;
          };
      case TRIGGER -> semicolon ? State.TRIGGER_SEMICOLON : State.TRIGGER;
      case TRIGGER_SEMICOLON -> {
        if (semicolon) {
          yield State.TRIGGER_SEMICOLON;
        }
        yield word.equals("END") ? State.TRIGGER_END : State.TRIGGER;
      }
      case TRIGGER_END -> semicolon ? State.START : State.TRIGGER;
    };
  }

  /** The statements in order. */
  public List<SqlStatement> statements() {
    return List.copyOf(statements);
  }

  /**
   * The statement a caret means: the one around it, or just before it on the same line, else the
   * next one, else the last one; empty when the script has none.
   *
   * @param caret an offset into the text
   */
  public Optional<SqlStatement> statementAt(int caret) {
    SqlStatement before = null;
    for (SqlStatement statement : statements) {
      if (caret < statement.start()) {
        boolean sameLine = before != null && text.substring(before.end(), caret).indexOf('\n') < 0;
        return Optional.of(before != null && sameLine ? before : statement);
      }
      if (caret <= statement.end()) {
        return Optional.of(statement);
      }
      before = statement;
    }
    return Optional.ofNullable(before);
  }
}

package org.quarry.learning.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;
import org.quarry.database.sql.SqlToken.Kind;

/**
 * A call of {@code predict} or {@code predict_proba} that is being written.
 *
 * @param function its name in small letters; of a name that is begun, as it is typed
 * @param argument which argument the caret is in, from 0; -1 while the name is being typed
 * @param model the model that is named, or empty
 * @param from where what is typed at the caret begins
 * @param to where it ends
 * @param followed whether more arguments or the closing bracket follow the caret's
 */
public record ModelCall(
    String function, int argument, String model, int from, int to, boolean followed) {
  /** So many letters of a name are typed before it is suggested. */
  private static final int LETTERS = 3;

  /** A bracket that is open at the caret. */
  private static final class Open {
    private final @Nullable SqlToken function;
    private int argument;
    private @Nullable SqlToken first;

    Open(@Nullable SqlToken function) {
      this.function = function;
    }
  }

  /**
   * The call around a caret, or the name that ends there.
   *
   * @param text a script
   * @param caret an offset in it
   * @return empty where neither is
   */
  public static Optional<ModelCall> at(String text, int caret) {
    List<SqlToken> tokens = SqlLexer.tokens(text).stream().filter(SqlToken::counts).toList();
    Deque<Open> open = new ArrayDeque<>();
    SqlToken before = null;
    int next = 0;
    for (; next < tokens.size(); next++) {
      SqlToken token = tokens.get(next);
      if (token.end() > caret || (token.end() == caret && token.kind() != Kind.OTHER)) {
        break;
      }
      step(text, token, before, open);
      before = token;
    }
    SqlToken here =
        next < tokens.size() && tokens.get(next).start() < caret ? tokens.get(next) : null;
    if (here != null && here.kind() == Kind.WORD && here.end() == caret) {
      String typed = here.in(text).toLowerCase(Locale.ROOT);
      if (typed.length() >= LETTERS && ModelFunctions.PREDICT_PROBA.startsWith(typed)) {
        boolean called = next + 1 < tokens.size() && tokens.get(next + 1).isSign(text, "(");
        return called
            ? Optional.empty()
            : Optional.of(new ModelCall(typed, -1, "", here.start(), here.end(), false));
      }
    }
    Open call = open.peek();
    if (call == null || call.function == null) {
      return Optional.empty();
    }
    SqlToken after =
        here == null
            ? (next < tokens.size() ? tokens.get(next) : null)
            : next + 1 < tokens.size() ? tokens.get(next + 1) : null;
    boolean followed = after != null && (after.isSign(text, ",") || after.isSign(text, ")"));
    SqlToken named = call.argument == 0 ? here : call.first;
    return Optional.of(
        new ModelCall(
            call.function.in(text).toLowerCase(Locale.ROOT),
            call.argument,
            named == null ? "" : name(named, text),
            here == null ? caret : here.start(),
            here == null ? caret : call.argument == 0 ? end(here, text, caret) : here.end(),
            followed));
  }

  private static void step(
      String text, SqlToken token, @Nullable SqlToken before, Deque<Open> open) {
    Open inner = open.peek();
    if (token.isSign(text, "(")) {
      open.push(new Open(isFunction(before, text) ? before : null));
    } else if (token.isSign(text, ")")) {
      open.poll();
    } else if (token.kind() == Kind.SEMICOLON) {
      open.clear();
    } else if (inner != null && token.isSign(text, ",")) {
      inner.argument++;
    } else if (inner != null && inner.argument == 0) {
      inner.first = token;
    }
  }

  private static boolean isFunction(@Nullable SqlToken token, String text) {
    return token != null
        && (token.isWord(text, ModelFunctions.PREDICT)
            || token.isWord(text, ModelFunctions.PREDICT_PROBA));
  }

  /** A text that nobody closed yet would reach over the rest of the script. */
  private static int end(SqlToken token, String text, int caret) {
    String raw = token.in(text);
    boolean closed =
        token.kind() != Kind.STRING
            || (raw.length() > 1 && raw.endsWith("'") && raw.indexOf('\n') < 0);
    return closed ? token.end() : caret;
  }

  private static String name(SqlToken token, String text) {
    if (token.kind() != Kind.STRING) {
      return token.in(text);
    }
    String raw = token.in(text).substring(1);
    int line = raw.indexOf('\n');
    raw = line < 0 ? raw : raw.substring(0, line);
    return (raw.endsWith("'") ? raw.substring(0, raw.length() - 1) : raw).replace("''", "'");
  }
}

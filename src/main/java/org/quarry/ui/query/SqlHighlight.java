package org.quarry.ui.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.quarry.database.SqlKeywords;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;

/**
 * Colours SQL. Reading the whole text again costs a few milliseconds in 5,000 lines; setting styles
 * is what costs, and so only lines that were touched or whose styles differ from before are set: a
 * comment that is opened recolours all lines below it, a letter typed one line.
 */
final class SqlHighlight {
  private static final List<String> STYLES =
      List.of(
          "sql-plain",
          "sql-comment",
          "sql-string",
          "sql-name",
          "sql-keyword",
          "sql-number",
          "sql-parameter");

  /** The style of a stretch is its index in {@link #STYLES}, with this bit where it is wrong. */
  private static final int WRONG = 8;

  private static final int STYLE_BITS = 4;

  private final CodeArea area;
  private List<int[]> lines = List.of();
  private int errorStart;
  private int errorEnd;

  SqlHighlight(CodeArea area) {
    this.area = area;
    area.plainTextChanges().subscribe(this::changed);
  }

  /** Underlines a stretch until the text changes. */
  void markError(int start, int end) {
    errorStart = start;
    errorEnd = end;
    restyle(Integer.MAX_VALUE, -1);
  }

  void clearError() {
    if (errorEnd > errorStart) {
      markError(0, 0);
    }
  }

  private void changed(PlainTextChange change) {
    errorStart = 0;
    errorEnd = 0;
    int first = area.offsetToPosition(change.getPosition(), Bias.Forward).getMajor();
    int last = area.offsetToPosition(change.getInsertionEnd(), Bias.Backward).getMajor();
    restyle(first, last);
  }

  /** Equal lines above and below the difference keep their styles. */
  private void restyle(int touchedFirst, int touchedLast) {
    List<int[]> now = read(area.getText());
    int same = Math.min(lines.size(), now.size());
    int above = 0;
    while (above < same && Arrays.equals(lines.get(above), now.get(above))) {
      above++;
    }
    int below = 0;
    while (below < same - above
        && Arrays.equals(lines.get(lines.size() - 1 - below), now.get(now.size() - 1 - below))) {
      below++;
    }
    int first = Math.min(above, touchedFirst);
    int last = Math.min(Math.max(now.size() - 1 - below, touchedLast), now.size() - 1);
    if (first <= last) {
      area.setStyleSpans(area.getAbsolutePosition(first, 0), spans(now.subList(first, last + 1)));
    }
    lines = now;
  }

  /** Each line as stretches, a number each: the length and, in the last four bits, the style. */
  private List<int[]> read(String text) {
    List<int[]> read = new ArrayList<>(lines.size() + 16);
    IntStream.Builder line = IntStream.builder();
    for (SqlToken token : SqlLexer.tokens(text)) {
      int style = STYLES.indexOf(style(token, text));
      int at = token.start();
      while (at < token.end()) {
        int end = text.indexOf('\n', at, token.end());
        int stop = end < 0 ? token.end() : end;
        add(line, at, stop, style);
        if (stop < token.end()) {
          read.add(line.build().toArray());
          line = IntStream.builder();
          stop++;
        }
        at = stop;
      }
    }
    read.add(line.build().toArray());
    return read;
  }

  private void add(IntStream.Builder line, int start, int end, int style) {
    int from = Math.clamp(errorStart, start, end);
    int to = Math.clamp(errorEnd, start, end);
    addPiece(line, from - start, style);
    addPiece(line, to - from, style | WRONG);
    addPiece(line, end - to, style);
  }

  private static void addPiece(IntStream.Builder line, int length, int style) {
    if (length > 0) {
      line.add((length << STYLE_BITS) | style);
    }
  }

  /** One call for all lines: RichTextFX draws and tells once a call. */
  private static StyleSpans<Collection<String>> spans(List<int[]> lines) {
    StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
    builder.add(List.of(), 0);
    boolean first = true;
    for (int[] line : lines) {
      builder.add(List.of(), first ? 0 : 1);
      first = false;
      for (int piece : line) {
        builder.add(classes(piece & ((1 << STYLE_BITS) - 1)), piece >> STYLE_BITS);
      }
    }
    return builder.create();
  }

  private static List<String> classes(int style) {
    String name = STYLES.get(style & ~WRONG);
    return (style & WRONG) == 0 ? List.of(name) : List.of(name, "sql-error");
  }

  private static String style(SqlToken token, String text) {
    return switch (token.kind()) {
      case COMMENT -> "sql-comment";
      case STRING -> "sql-string";
      case QUOTED -> "sql-name";
      case NUMBER -> "sql-number";
      case PARAMETER -> "sql-parameter";
      case WORD -> SqlKeywords.contains(token.in(text)) ? "sql-keyword" : "sql-name";
      case SPACE, SEMICOLON, OTHER -> "sql-plain";
    };
  }
}

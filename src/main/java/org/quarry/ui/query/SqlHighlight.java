package org.quarry.ui.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.quarry.database.query.SqlLexer;
import org.quarry.database.query.SqlToken;

/**
 * Colours SQL. Reading the whole text again costs a millisecond or two; setting styles is what
 * costs, and so only paragraphs that were touched or whose styles differ from before are set: a
 * comment that is opened recolours all lines below it, a letter typed one line.
 */
final class SqlHighlight {
  private final CodeArea area;
  private List<List<Piece>> lines = new ArrayList<>();
  private int errorStart;
  private int errorEnd;

  /** A styled stretch of a line. */
  private record Piece(int length, String style) {}

  SqlHighlight(CodeArea area) {
    this.area = area;
    area.plainTextChanges().subscribe(this::changed);
  }

  /** Underlines a stretch until the text changes. */
  void markError(int start, int end) {
    errorStart = start;
    errorEnd = end;
    restyle(-1, -1);
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
    List<List<Piece>> now = read(area.getText());
    int same = Math.min(lines.size(), now.size());
    int above = 0;
    while (above < same && lines.get(above).equals(now.get(above))) {
      above++;
    }
    int below = 0;
    while (below < same - above
        && lines.get(lines.size() - 1 - below).equals(now.get(now.size() - 1 - below))) {
      below++;
    }
    int first = touchedFirst < 0 ? above : Math.min(above, touchedFirst);
    int last = Math.max(now.size() - 1 - below, touchedLast);
    for (int line = first; line <= last && line < now.size(); line++) {
      area.setStyleSpans(line, 0, spans(now.get(line)));
    }
    lines = now;
  }

  private List<List<Piece>> read(String text) {
    List<List<Piece>> read = new ArrayList<>();
    List<Piece> line = new ArrayList<>();
    for (SqlToken token : SqlLexer.tokens(text)) {
      String style = style(token, text);
      int at = token.start();
      while (at < token.end()) {
        int end = text.indexOf('\n', at);
        int stop = end < 0 || end >= token.end() ? token.end() : end;
        add(line, at, stop, style);
        if (stop < token.end()) {
          read.add(line);
          line = new ArrayList<>();
          stop++;
        }
        at = stop;
      }
    }
    read.add(line);
    return read;
  }

  private void add(List<Piece> line, int start, int end, String style) {
    int from = Math.clamp(errorStart, start, end);
    int to = Math.clamp(errorEnd, start, end);
    addPiece(line, from - start, style);
    addPiece(line, to - from, style + " sql-error");
    addPiece(line, end - to, style);
  }

  private static void addPiece(List<Piece> line, int length, String style) {
    if (length > 0) {
      line.add(new Piece(length, style));
    }
  }

  private static StyleSpans<Collection<String>> spans(List<Piece> pieces) {
    StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
    builder.add(List.of(), 0);
    for (Piece piece : pieces) {
      builder.add(List.of(piece.style().strip().split(" +")), piece.length());
    }
    return builder.create();
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

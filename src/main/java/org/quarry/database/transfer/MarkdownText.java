package org.quarry.database.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quarry.database.SqlLiteral;
import org.quarry.database.records.TypedValue;

/**
 * A table of GitHub's Markdown, numbers to the right. Signs that Markdown would read as its own are
 * escaped, so that the table shows the text as it is; a line break becomes {@code <br>}.
 */
final class MarkdownText implements RowsText {
  /** An underscore inside a word is none of Markdown's. */
  private static final Pattern SIGNS =
      Pattern.compile("[\\\\|*`\\[<]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])");

  private static final Pattern LINE_BREAKS = Pattern.compile("\r\n|[\n\r]");

  private final Writer out;

  MarkdownText(List<CopyColumn> columns, Writer out) {
    this.out = out;
    try {
      line(columns.stream().map(column -> escaped(column.name())).toList());
      line(columns.stream().map(column -> column.numeric() ? "---:" : "---").toList());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    line(values.stream().map(MarkdownText::text).toList());
  }

  private void line(List<String> cells) throws IOException {
    out.write("|");
    for (String cell : cells) {
      out.write(" ");
      out.write(cell);
      out.write(cell.isEmpty() ? "|" : " |");
    }
    out.write("\n");
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case byte[] bytes -> SqlLiteral.blob(bytes);
      case String text -> escaped(text);
      default -> TypedValue.text(value);
    };
  }

  private static String escaped(String text) {
    String signs = SIGNS.matcher(text).replaceAll("\\\\$0");
    return LINE_BREAKS.matcher(signs).replaceAll("<br>");
  }

  /** Nothing stands after the last row. */
  @Override
  public void end() {}
}

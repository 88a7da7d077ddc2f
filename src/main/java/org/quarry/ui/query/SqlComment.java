package org.quarry.ui.query;

import java.util.ArrayList;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/** Makes the selected lines comments, or takes the marks away when all of them are. */
final class SqlComment {
  private static final String MARK = "-- ";

  private SqlComment() {}

  static void toggle(CodeArea area) {
    int first = area.offsetToPosition(area.getSelection().getStart(), Bias.Forward).getMajor();
    int last = area.offsetToPosition(area.getSelection().getEnd(), Bias.Backward).getMajor();
    List<String> lines = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      lines.add(area.getText(line));
    }
    String now = toggled(String.join("\n", lines));
    int start = area.getAbsolutePosition(first, 0);
    int end = start + String.join("\n", lines).length();
    boolean selected = area.getSelection().getLength() > 0;
    int caretFromEnd = end - area.getCaretPosition();
    area.getUndoManager().preventMerge();
    area.replaceText(start, end, now);
    area.getUndoManager().preventMerge();
    if (selected) {
      area.selectRange(start, start + now.length());
    } else {
      area.moveTo(Math.max(start, start + now.length() - caretFromEnd));
    }
  }

  /** The lines with the mark before each that says something, or without it if all have it. */
  static String toggled(String text) {
    List<String> lines = text.lines().toList();
    boolean all =
        lines.stream()
            .filter(line -> !line.isBlank())
            .allMatch(line -> line.strip().startsWith("--"));
    List<String> now = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        now.add(line);
      } else {
        now.add(all ? line.replaceFirst("--\\s?", "") : MARK + line);
      }
    }
    return String.join("\n", now);
  }
}

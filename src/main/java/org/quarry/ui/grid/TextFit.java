package org.quarry.ui.grid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Widths of one-line texts in a font, as sums of the advances of their characters, each measured
 * once: far cheaper than a text layout, and never narrower than it for the scripts that matter to
 * where an ellipsis goes.
 */
final class TextFit {
  private static final String ELLIPSIS = "…";
  private static final int DIRECT = 0x600;

  private final Text ruler = new Text();
  private final float[] direct = new float[DIRECT];
  private final Map<Integer, Float> others = new HashMap<>();
  private final double ellipsis;

  TextFit(Font font) {
    ruler.setFont(font);
    Arrays.fill(direct, -1);
    ellipsis = advance(ELLIPSIS.codePointAt(0));
  }

  /** The width in pixels; at most {@code limit} characters are measured. */
  double width(String text, int limit) {
    double sum = 0;
    int end = Math.min(text.length(), limit);
    for (int i = 0; i < end; ) {
      int point = text.codePointAt(i);
      sum += advance(point);
      i += Character.charCount(point);
    }
    return sum;
  }

  /** The text on one line, cut with an ellipsis if it is wider than so many pixels. */
  String fit(String text, double width) {
    double sum = 0;
    int cut = 0;
    boolean plain = true;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      plain &= point >= ' ';
      sum += advance(point);
      if (sum > width) {
        return oneLine(text.substring(0, cut), plain) + ELLIPSIS;
      }
      i += Character.charCount(point);
      if (sum <= width - ellipsis) {
        cut = i;
      }
    }
    return oneLine(text, plain);
  }

  private static String oneLine(String text, boolean plain) {
    if (plain) {
      return text;
    }
    return text.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎').replace('\t', ' ');
  }

  private double advance(int point) {
    int shown = point == '\n' || point == '\r' ? '⏎' : point == '\t' ? ' ' : point;
    if (shown >= DIRECT) {
      return others.computeIfAbsent(shown, this::measure);
    }
    if (direct[shown] < 0) {
      direct[shown] = measure(shown);
    }
    return direct[shown];
  }

  private float measure(int point) {
    ruler.setText(Character.toString(point));
    return (float) ruler.getLayoutBounds().getWidth();
  }
}

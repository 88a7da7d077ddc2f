package org.quarry.learning.picture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.picture.Mark.Anchor;

/** A frame with two axes, their names, faint lines and numbers, into which data is drawn. */
final class Plane {
  private static final double LEFT = 52;
  private static final double TOP = 40;
  private static final double RIGHT = 16;
  private static final double BOTTOM = 44;

  /** The numbers of an axis and its name. */
  record Axis(String name, double from, double to) {
    /** An axis of shares. */
    static Axis share(String name) {
      return new Axis(name, 0, 1);
    }
  }

  private final String title;
  private final double width;
  private final double height;
  private final Axis across;
  private final Axis up;
  private final List<Mark> marks = new ArrayList<>();

  Plane(String title, double width, double height, Axis across, Axis up) {
    this.title = title;
    this.width = width;
    this.height = height;
    this.across = across;
    this.up = up;
    words(0, 8, title, Anchor.START, Tone.TEXT, true);
  }

  /** Draws lines and numbers; data drawn before lies below them. */
  Plane axes() {
    for (double step : Steps.between(across.from(), across.to(), width < 360 ? 4 : 6)) {
      marks.add(Mark.Line.of(x(step), y(up.from()), x(step), y(up.to()), Tone.GRID));
      words(x(step), height - BOTTOM + 12, Steps.text(step), Anchor.MIDDLE, Tone.MUTED, false);
    }
    for (double step : Steps.between(up.from(), up.to(), 5)) {
      marks.add(Mark.Line.of(x(across.from()), y(step), x(across.to()), y(step), Tone.GRID));
      words(LEFT - 8, y(step), Steps.text(step), Anchor.END, Tone.MUTED, false);
    }
    marks.add(
        Mark.Line.of(x(across.from()), y(up.from()), x(across.to()), y(up.from()), Tone.AXIS));
    words((LEFT + width - RIGHT) / 2, height - 8, across.name(), Anchor.MIDDLE, Tone.MUTED, false);
    words(0, 28, up.name(), Anchor.START, Tone.MUTED, false);
    return this;
  }

  double x(double value) {
    return LEFT + (value - across.from()) / (across.to() - across.from()) * (width - LEFT - RIGHT);
  }

  double y(double value) {
    return height - BOTTOM - (value - up.from()) / (up.to() - up.from()) * (height - TOP - BOTTOM);
  }

  Mark.Spot spot(double across, double up) {
    return new Mark.Spot(x(across), y(up));
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  void line(List<Mark.Spot> spots, Tone tone, boolean dashed) {
    marks.add(new Mark.Line(spots, tone, dashed ? 1 : 2, dashed));
  }

  void dot(double across, double up, double radius, Tone tone, Mark.@Nullable Meaning meaning) {
    marks.add(new Mark.Dot(x(across), y(up), radius, tone, false, meaning));
  }

  private void words(double x, double y, String text, Anchor anchor, Tone tone, boolean strong) {
    marks.add(new Mark.Words(x, y, text, anchor, tone, strong));
  }

  /** Names tones at the top right, the last named rightmost. */
  void legend(List<String> names, List<Tone> tones) {
    // Room is left for the button that saves the picture.
    double x = width - RIGHT - 44;
    for (int i = names.size() - 1; i >= 0; i--) {
      words(x, 28, names.get(i), Anchor.END, Tone.MUTED, false);
      x -= names.get(i).length() * 6.6 + 10;
      marks.add(new Mark.Dot(x, 28, 4, tones.get(i), false, null));
      x -= 14;
    }
  }

  Picture picture() {
    return new Picture(title, width, height, marks);
  }
}

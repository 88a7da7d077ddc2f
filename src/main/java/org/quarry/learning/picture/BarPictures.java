package org.quarry.learning.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quarry.learning.picture.Mark.Anchor;
import org.quarry.learning.picture.Mark.Meaning;
import org.quarry.learning.report.Occlusion;
import org.quarry.learning.report.PermutationImportance;

/** Features by what they are worth: lying bars, the longest first, with their numbers. */
public final class BarPictures {
  private static final double ROW = 28;
  private static final double TOP = 48;
  private static final double NUMBERS = 116;
  private static final int MOST = 30;

  /** A bar: its number, how far it may be off, and what it stands for. */
  private record Bar(
      String name, double value, double deviation, String text, Tone tone, Meaning meaning) {}

  private BarPictures() {}

  /** How high a picture of so many features is. */
  public static double height(int features) {
    return TOP + Math.min(features, MOST) * ROW + 8;
  }

  /**
   * What each feature is worth to a score, with the deviation over the repeats.
   *
   * @param features their names
   * @param metric what the score is called
   */
  public static Picture importance(
      PermutationImportance importance, List<String> features, String metric, double width) {
    List<Bar> bars = new ArrayList<>();
    for (PermutationImportance.Feature each : importance.ranked()) {
      String name = features.get(each.index());
      bars.add(
          new Bar(
              name,
              each.mean(),
              each.deviation(),
              String.format(Locale.ROOT, "%.3f ± %.3f", each.mean(), each.deviation()),
              each.mean() < 0 ? Tone.BAD : Tone.FIRST,
              new Meaning(
                  String.format(
                      Locale.ROOT,
                      "Without %s the %s drops by %.4f ± %.4f",
                      name,
                      metric,
                      each.mean(),
                      each.deviation()),
                  new int[0])));
    }
    return draw(
        "What is each feature worth?",
        "Drop of the %s when it is shuffled, mean ± deviation".formatted(metric),
        bars,
        width);
  }

  /**
   * What each feature adds to the decision for a row.
   *
   * @param features their names with the row's values
   * @param label the class that was predicted
   */
  public static Picture reasons(Occlusion why, List<String> features, String label, double width) {
    List<Bar> bars = new ArrayList<>();
    for (Occlusion.Effect each : why.ranked()) {
      String name = features.get(each.feature());
      bars.add(
          new Bar(
              name,
              each.change(),
              0,
              String.format(Locale.ROOT, "%+.3f", each.change()),
              each.change() < 0 ? Tone.BAD : Tone.GOOD,
              new Meaning(
                  String.format(
                      Locale.ROOT,
                      "With the typical value in place of %s the decision is %.4f instead of %.4f",
                      name,
                      each.without(),
                      why.decision()),
                  new int[0])));
    }
    return draw(
        String.format(Locale.ROOT, "Why “%s”? Decision %.3f", label, why.decision()),
        "Right speaks for it, left against it, each beside its typical value",
        bars,
        width);
  }

  private static Picture draw(String title, String note, List<Bar> all, double width) {
    List<Bar> bars = all.subList(0, Math.min(all.size(), MOST));
    double least = 0;
    double most = 1e-9;
    for (Bar bar : bars) {
      least = Math.min(least, bar.value() - bar.deviation());
      most = Math.max(most, bar.value() + bar.deviation());
    }
    double longest = bars.stream().mapToDouble(bar -> bar.name().length() * 6.6).max().orElse(0);
    double left = Math.min(longest + 12, width * 0.36);
    double room = width - left - NUMBERS;
    double scale = room / (most - least);
    double zero = left - least * scale;
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Words(0, 8, title, Anchor.START, Tone.TEXT, true));
    marks.add(new Mark.Words(0, 28, note, Anchor.START, Tone.MUTED, false));
    double bottom = TOP + bars.size() * ROW;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double middle = TOP + i * ROW + ROW / 2;
      double end = zero + bar.value() * scale;
      marks.add(
          new Mark.Words(
              left - 8, middle, cut(bar.name(), left - 8), Anchor.END, Tone.TEXT, false));
      marks.add(
          new Mark.Box(
              Math.min(zero, end),
              middle - 8,
              Math.max(1, Math.abs(end - zero)),
              16,
              bar.tone(),
              1,
              bar.meaning()));
      if (bar.deviation() > 0) {
        double off = bar.deviation() * scale;
        marks.add(Mark.Line.of(end - off, middle, end + off, middle, Tone.TEXT));
        marks.add(Mark.Line.of(end - off, middle - 4, end - off, middle + 4, Tone.TEXT));
        marks.add(Mark.Line.of(end + off, middle - 4, end + off, middle + 4, Tone.TEXT));
      }
      marks.add(new Mark.Words(width - 4, middle, bar.text(), Anchor.END, Tone.MUTED, false));
    }
    marks.add(Mark.Line.of(zero, TOP, zero, bottom, Tone.AXIS));
    return new Picture(title, width, bottom + 8, marks);
  }

  /** Characters are about 6.6 pixels wide; what does not fit is cut off. */
  private static String cut(String name, double room) {
    int most = Math.max(4, (int) (room / 6.6));
    return name.length() <= most ? name : name.substring(0, most - 1) + "…";
  }
}

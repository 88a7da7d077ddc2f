package org.quarry.learning.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes pictures as SVG: text only, no script, nothing from elsewhere. */
public final class Svg {
  private static final String STYLE =
      """
      .qp{--ground:#fff;--text:#1f2328;--muted:#59636e;--grid:#d1d9e0;--axis:#818b98;--first:#0969da;\
      --second:#bc4c00;--third:#1a7f37;--fourth:#8250df;--good:#1a7f37;--bad:#cf222e;\
      font-family:Inter,system-ui,sans-serif;font-size:12px}
      @media (prefers-color-scheme:dark){.qp{--ground:#0d1117;--text:#f0f6fc;--muted:#9198a1;\
      --grid:#3d444d;--axis:#7d8590;--first:#4493f8;--second:#f0883e;--third:#3fb950;\
      --fourth:#ab7df8;--good:#3fb950;--bad:#f85149}}
      """;

  private Svg() {}

  /** A file of its own, light and dark as the reader's system is. */
  public static String file(Picture picture) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(picture, true);
  }

  /** The styles that {@link #inline} pictures want once in their page. */
  static String style() {
    return STYLE;
  }

  /** An element for a page that holds the styles. */
  static String inline(Picture picture) {
    return element(picture, false);
  }

  private static String element(Picture picture, boolean alone) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qp\" role=\"img\" width=\"%s\""
                + " height=\"%s\" viewBox=\"0 0 %s %s\">%n<title>%s</title>%n",
            number(picture.width()),
            number(picture.height()),
            number(picture.width()),
            number(picture.height()),
            escape(picture.title())));
    if (alone) {
      svg.append("<style>").append(STYLE).append("</style>\n");
      svg.append("<rect width=\"100%\" height=\"100%\" style=\"fill:var(--ground)\"/>\n");
    }
    picture.marks().forEach(mark -> svg.append(mark(mark)).append('\n'));
    return svg.append("</svg>\n").toString();
  }

  private static String mark(Mark mark) {
    String colour = "var(--" + mark.tone().text() + ")";
    return switch (mark) {
      case Mark.Line line ->
          "<polyline points=\"%s\" style=\"fill:none;stroke:%s;stroke-width:%s%s\"/>"
              .formatted(
                  spots(line.spots()),
                  colour,
                  number(line.width()),
                  line.dashed() ? ";stroke-dasharray:4 4" : "");
      case Mark.Area area ->
          "<polygon points=\"%s\" style=\"fill:%s;fill-opacity:.15\"/>"
              .formatted(spots(area.spots()), colour);
      case Mark.Box box ->
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" style=\"fill:%s;fill-opacity:%s\">%s</rect>"
              .formatted(
                  number(box.x()),
                  number(box.y()),
                  number(box.width()),
                  number(box.height()),
                  colour,
                  number(box.strength()),
                  tip(box.meaning()));
      case Mark.Dot dot ->
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" style=\"%s:%s\">%s</circle>"
              .formatted(
                  number(dot.x()),
                  number(dot.y()),
                  number(dot.radius()),
                  dot.hollow() ? "stroke-width:2;fill:none;stroke" : "fill",
                  colour,
                  tip(dot.meaning()));
      case Mark.Words words ->
          "<text x=\"%s\" y=\"%s\" dy=\".35em\" text-anchor=\"%s\" style=\"fill:%s%s\">%s</text>"
              .formatted(
                  number(words.x()),
                  number(words.y()),
                  words.anchor().name().toLowerCase(Locale.ROOT),
                  colour,
                  words.strong() ? ";font-weight:bold" : "",
                  escape(words.text()));
    };
  }

  private static String tip(Mark.@Nullable Meaning meaning) {
    return meaning == null ? "" : "<title>" + escape(meaning.tip()) + "</title>";
  }

  private static String spots(List<Mark.Spot> spots) {
    return spots.stream()
        .map(spot -> number(spot.x()) + "," + number(spot.y()))
        .collect(Collectors.joining(" "));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }

  /**
   * A text for XML: what would end it is written otherwise, what XML forbids is a question mark.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  boolean forbidden =
                      (point < 0x20 && point != '\t' && point != '\n' && point != '\r')
                          || (point >= 0xD800 && point < 0xE000)
                          || point == 0xFFFE
                          || point == 0xFFFF;
                  escaped.appendCodePoint(forbidden ? '?' : point);
                }
              }
            });
    return escaped.toString();
  }
}
